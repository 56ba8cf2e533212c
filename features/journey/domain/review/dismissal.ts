import type { Change } from '#kit/document/changes.ts';
import type { NewId } from '#kit/ids.ts';
import { part, removal } from '../dependents.ts';
import { put } from '../edit/change.ts';
import type { Entry } from '../outline.ts';
import type { Dismissal, JourneyMap } from '../schema.ts';
import { type Remark, remarkKey } from './remark.ts';

/** A remark the team does not follow, with what was said about it (two people may have dismissed it at once). */
export type DismissedRemark = { readonly remark: Remark; readonly dismissals: readonly Entry<Dismissal>[] };

export type Sorted = { readonly open: readonly Remark[]; readonly dismissed: readonly DismissedRemark[] };

/** Remarks that are still to be looked at, and those set aside with their reason. */
export function sortDismissed(map: JourneyMap, remarks: readonly Remark[]): Sorted {
  const byKey = new Map<string, Entry<Dismissal>[]>();
  for (const entry of Object.entries(map.dismissals)) {
    const key = dismissalKey(entry[1]);
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  const open: Remark[] = [];
  const dismissed: DismissedRemark[] = [];
  for (const remark of remarks) {
    const dismissals = byKey.get(remarkKey(remark));
    if (dismissals) dismissed.push({ remark, dismissals });
    else open.push(remark);
  }
  return { open, dismissed };
}

/** Who sets a remark aside, when (ISO, UTC), and why. */
export type DismissalWords = Pick<Dismissal, 'reason' | 'author' | 'authorId' | 'at'>;

/** Sets a remark aside, in the map: the others see it, and why. Nothing when what it was about has gone. */
export function dismissRemark(
  map: JourneyMap,
  { rule, about, detail }: Remark,
  words: DismissalWords,
  newId: NewId,
): Change[] {
  if (!about.every((one) => part(map, one.part, one.id))) return [];
  return [put('dismissals', newId(), { ...words, rule, about: about.map((one) => ({ ...one })), detail })];
}

/** Brings a dismissed remark back to those to be looked at. */
export const restoreRemark = (map: JourneyMap, { dismissals }: DismissedRemark): Change[] =>
  dismissals.flatMap(([id]) => removal(map, 'dismissals', id));

const dismissalKey = ({ rule, about, detail }: Dismissal): string =>
  [rule, detail, ...about.map(({ part: name, id }) => `${name}/${id}`)].join(' ');
