import type { EventKind } from '#measure/domain/source.ts';
import type { Binding, EventRule, ScoreKind } from '#touchpoint/domain/binding.ts';
import type { Survey } from '#voice/domain/survey.ts';

export type Condition = EventRule['attributes'][number];

/** A binding while it is being made: of a source by its events, or of a survey by one of its questions. */
export type BindingDraft = {
  /** `source:ID` or `survey:ID`; empty: not chosen yet. */
  readonly dataset: string;
  readonly names: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly conditions: readonly Condition[];
  readonly column: string | null;
  readonly kind: ScoreKind | null;
};

export const sourceKey = (id: string): string => `source:${id}`;
export const surveyKey = (id: string): string => `survey:${id}`;

const empty = {
  names: new Set<string>(),
  channels: new Set<string>(),
  conditions: [],
  column: null,
  kind: null,
} as const;

/** What is already bound, or an empty form on the only data there are. */
export function bindingDraftOf(binding: Binding | null, datasets: readonly string[]): BindingDraft {
  if (binding === null) return { ...empty, dataset: datasets.length === 1 ? (datasets[0] ?? '') : '' };
  if (binding.on === 'survey') {
    return { ...empty, dataset: surveyKey(binding.surveyId), column: binding.column, kind: binding.kind };
  }
  const { names, channels, attributes } = binding.rule;
  return {
    ...empty,
    dataset: sourceKey(binding.sourceId),
    names: new Set(names),
    channels: new Set(channels),
    conditions: attributes,
  };
}

/** Other data: nothing chosen before means anything there. */
export const chooseDataset = (draft: BindingDraft, dataset: string): BindingDraft =>
  dataset === draft.dataset ? draft : { ...empty, dataset };

export function toggle(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Channels the chosen events come by, in the order of their number of events; one alone is no choice. */
export function channelsOf(kinds: readonly EventKind[], names: ReadonlySet<string>): string[] {
  const events = new Map<string, number>();
  for (const kind of kinds) {
    if (names.has(kind.name)) events.set(kind.channel, (events.get(kind.channel) ?? 0) + kind.events);
  }
  return [...events].sort((a, b) => b[1] - a[1]).map(([channel]) => channel);
}

/** Events that match name and channel; conditions can only leave some of them out. */
export function matchingEvents(kinds: readonly EventKind[], draft: BindingDraft): number {
  return kinds
    .filter(
      ({ name, channel }) =>
        draft.names.has(name) && (draft.channels.size === 0 || draft.channels.has(channel)),
    )
    .reduce((sum, { events }) => sum + events, 0);
}

export type NamedEvents = {
  readonly name: string;
  readonly events: number;
  readonly channels: readonly string[];
};

/** Names of the events of a source, all channels together, the commonest first; those that contain the search. */
export function eventNames(kinds: readonly EventKind[], search: string): NamedEvents[] {
  const byName = new Map<string, { events: number; channels: string[] }>();
  for (const { name, channel, events } of kinds) {
    const known = byName.get(name) ?? { events: 0, channels: [] };
    known.events += events;
    if (channel !== '') known.channels.push(channel);
    byName.set(name, known);
  }
  const wanted = plain(search.trim());
  return [...byName]
    .filter(([name]) => plain(name).includes(wanted))
    .map(([name, rest]) => ({ name, ...rest }))
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}

/** Accents and capitals do not matter in a search. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The binding to write; null while it is not one yet. */
export function bindingOf(draft: BindingDraft): Binding | null {
  const [on, id] = draft.dataset.split(':');
  if (id === undefined) return null;
  if (on === 'survey') {
    if (draft.column === null || draft.kind === null) return null;
    return { on: 'survey', surveyId: id, column: draft.column, kind: draft.kind };
  }
  if (
    draft.names.size === 0 ||
    draft.conditions.some(({ name, values }) => name === '' || values.length === 0)
  ) {
    return null;
  }
  return {
    on: 'events',
    sourceId: id,
    rule: { names: [...draft.names], channels: [...draft.channels], attributes: [...draft.conditions] },
  };
}

/** The ways a question of a survey can be read: as it was imported first; a recommendation needs 0 to 10. */
export function kindsOf(survey: Survey, column: string | null): ScoreKind[] {
  const score = survey.mapping.scores.find((each) => each.column === column);
  if (!score) return [];
  const { min, max } = score.scale;
  const others: ScoreKind[] =
    min === 0 && max === 10 ? ['nps', 'mean', 'csat', 'ces'] : ['csat', 'ces', 'mean'];
  return [score.kind, ...others.filter((kind) => kind !== score.kind)];
}
