import { sameJson } from '#kit/document/changes.ts';
import { channelsInOrder } from './outline.ts';
import { channelKey } from './parts.ts';
import { isStated } from './proof.ts';
import {
  expectationScales,
  type Persona,
  type PreferredChannel,
  type Section,
  type Statement,
  sections,
} from './schema.ts';

/** What a portrait says in one place each, as far as readers see it. */
export const toldFields = [
  'title',
  'quote',
  'tagline',
  'story',
  'age',
  'gender',
  'occupation',
  'sector',
  'household',
  'purchasingPower',
  'circumstances',
  'size',
  'role',
  ...expectationScales,
  'colour',
  'picture',
] as const;
export type ToldField = (typeof toldFields)[number];

/** One thing that is not the same in two states of a persona. */
export type PersonaDifference =
  | { readonly what: 'field'; readonly field: ToldField }
  | { readonly what: 'channel'; readonly change: 'added' | 'removed'; readonly channel: PreferredChannel }
  | {
      readonly what: 'statement';
      /** `reworded`: other words, or another answer; `evidence`: other proofs, weight or validity; `moved`: another section. */
      readonly change: 'added' | 'removed' | 'reworded' | 'evidence' | 'moved';
      readonly section: Section;
      /** Its words before and after; the same where only its evidence changed. */
      readonly before: string;
      readonly after: string;
    };

/** What changed from one state of a persona to another: fields, channels, then statements in the order of the sheet. */
export function comparePersonas(before: Persona, after: Persona): PersonaDifference[] {
  return [
    ...toldFields
      .filter((field) => !sameJson(before[field], after[field]))
      .map((field): PersonaDifference => ({ what: 'field', field })),
    ...channelDifferences(before, after),
    ...statementDifferences(before, after),
  ];
}

function channelDifferences(before: Persona, after: Persona): PersonaDifference[] {
  const keyed = (persona: Persona) =>
    channelsInOrder(persona).map(
      ([, channel]) => [`${channelKey(channel.channel)}\n${channel.note.trim()}`, channel] as const,
    );
  const [then, now] = [keyed(before), keyed(after)];
  const only = (these: typeof then, those: typeof then, change: 'added' | 'removed'): PersonaDifference[] =>
    these
      .filter(([key]) => !those.some(([other]) => other === key))
      .map(([, channel]) => ({ what: 'channel', change, channel }));
  return [...only(then, now, 'removed'), ...only(now, then, 'added')];
}

function statementDifferences(before: Persona, after: Persona): PersonaDifference[] {
  const ids = [...new Set([...Object.keys(before.statements), ...Object.keys(after.statements)])];
  return ids
    .flatMap((id) => statementDifference(stated(before, id), stated(after, id)) ?? [])
    .sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section));
}

/** A statement still to be written is not there yet. */
function stated({ statements }: Persona, id: string): Statement | undefined {
  const statement = Object.hasOwn(statements, id) ? statements[id] : undefined;
  return statement && isStated(statement) ? statement : undefined;
}

type StatementDifference = Extract<PersonaDifference, { what: 'statement' }>;

function statementDifference(
  then: Statement | undefined,
  now: Statement | undefined,
): StatementDifference | undefined {
  const one = now ?? then;
  if (!one) return undefined;
  const told = {
    what: 'statement',
    section: one.section,
    before: then?.text.trim() ?? '',
    after: now?.text.trim() ?? '',
  } as const;
  if (!then) return { ...told, change: 'added' };
  if (!now) return { ...told, change: 'removed' };
  if (told.before !== told.after || then.answer.trim() !== now.answer.trim())
    return { ...told, change: 'reworded' };
  if (then.section !== now.section) return { ...told, change: 'moved' };
  const proof = ({ evidence, note, weight, validForDays }: Statement) => ({
    evidence,
    note,
    weight,
    validForDays,
  });
  return sameJson(proof(then), proof(now)) ? undefined : { ...told, change: 'evidence' };
}
