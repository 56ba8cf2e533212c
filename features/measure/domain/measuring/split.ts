import type { JourneyMap } from '#journey/domain/schema.ts';
import { inOrder } from '#kit/document/order.ts';
import { smallestMinimum } from '#kit/statistics/estimate.ts';
import type { Count, Group } from '../figures.ts';
import type { KindOfEvent } from './source-plan.ts';

/** Word that asks for the personas of the map instead of an attribute. */
export const byPersonas = 'persona';
/** Values of an attribute shown on their own; the rest goes together under {@link otherKey}. */
export const mostValues = 6;
/** Personas figures are split by at most. */
export const mostPersonas = 30;
export const everyoneKey = 'all';
export const otherKey = 'other';
/** Asks for the persona that a run of a detection model gave each customer: this, then the id of the run. */
export const attributedPrefix = 'attributed:';
/** Asks for the channel on which a journey began. */
export const byChannel = 'channel:first';
/** Customers whom a run could give no persona. */
export const undecidedKey = 'undecided';
export const valueKey = (value: string): string => `value:${value}`;

/**
 * Journeys shared out by one journey-level attribute. A journey is in the first group whose value it has, in `other` when
 * it has another value, in none (everyone only) without a value.
 */
export type Split = {
  readonly attribute: string;
  readonly groups: readonly {
    readonly key: string;
    readonly value: string;
    /** How the group is called, when its value does not say it. */
    readonly label?: string;
  }[];
  /** Are the remaining values a group of their own? */
  readonly others: boolean;
  /** The value is the persona a run gave the customer (its place in the model, 0: undecided), not an attribute. */
  readonly run?: Pick<AttributedRun, 'runId' | 'versionId'>;
  /** The value is the channel of the first event, told by its kind. */
  readonly kinds?: readonly KindOfEvent[];
};

/** A run of a detection model, as far as figures are split by it. */
export type AttributedRun = {
  readonly runId: string;
  /** The contacts it ran over. */
  readonly versionId: string;
  /** In the order of the model. */
  readonly personas: readonly {
    readonly key: string;
    readonly name: string;
    readonly personaId: string | null;
  }[];
};

/** All that splitting needs of a map; without one, nobody is named. */
export type WithPersonas = Pick<JourneyMap, 'personas'>;

/** Number of the group of a journey in the engine: 1 … for the groups, the next for the others, 0 for none. */
export function groupNumber(split: Split, value: string): number {
  if (value === '') return 0;
  const at = split.groups.findIndex((group) => group.value === value);
  if (at >= 0) return at + 1;
  return split.others ? split.groups.length + 1 : 0;
}

/** Number of the group called `key`: two personas that stand for the same value share it. Undefined: not of this split. */
export function numberOfKey(split: Split, key: string): number | undefined {
  if (key === otherKey) return split.others ? split.groups.length + 1 : undefined;
  const group = split.groups.find((each) => each.key === key);
  return group && groupNumber(split, group.value);
}

export type ValueCount = { readonly value: string; readonly journeys: number };

/** The six commonest values (ties by value) and the others together. Values must be whole: not cut to the commonest. */
export function splitByAttribute(attribute: string, values: readonly ValueCount[]): Split {
  const ordered = [...values]
    .filter(({ value }) => value !== '')
    .sort((a, b) => b.journeys - a.journeys || compareText(a.value, b.value));
  return {
    attribute,
    groups: ordered.slice(0, mostValues).map(({ value }) => ({ key: valueKey(value), value })),
    others: ordered.length > mostValues,
  };
}

/** The commonest channels that journeys begin on, as `splitByAttribute`; kinds without a channel are in no group. */
export function splitByChannel(
  kinds: readonly KindOfEvent[],
  firsts: readonly { readonly kind: number; readonly journeys: number }[],
): Split {
  const begun = new Map<string, number>();
  for (const { kind, journeys } of firsts) {
    const channel = kinds.find(({ id }) => id === kind)?.channel ?? '';
    begun.set(channel, (begun.get(channel) ?? 0) + journeys);
  }
  const values = [...begun].map(([value, journeys]) => ({ value, journeys }));
  return { ...splitByAttribute('', values), kinds };
}

/**
 * The personas of the map that say which journeys are theirs. One split per attribute, as two attributes may put one
 * journey in two groups.
 */
export function splitsByPersonas(map: WithPersonas): Split[] {
  const byAttribute = new Map<string, { key: string; value: string }[]>();
  for (const [id, { match }] of personasWithMatch(map)) {
    const groups = byAttribute.get(match.attribute) ?? [];
    groups.push({ key: id, value: match.value });
    byAttribute.set(match.attribute, groups);
  }
  return [...byAttribute].map(([attribute, groups]) => ({ attribute, groups, others: false }));
}

/** The personas of a run and its undecided. A persona that the map names is the group of the map's own persona. */
export function splitByRun(map: WithPersonas, { runId, versionId, personas }: AttributedRun): Split {
  const own = Object.entries(map.personas);
  return {
    attribute: '',
    groups: [
      ...personas.map(({ key, name, personaId }, at) => {
        const drawn = own.find(([, persona]) => personaId !== null && persona.personaId === personaId);
        const label = drawn ? drawn[1].name : name || key;
        return { key: drawn ? drawn[0] : `${attributedPrefix}${key}`, value: String(at + 1), label };
      }),
      { key: undecidedKey, value: '0', label: '' },
    ],
    others: false,
    run: { runId, versionId },
  };
}

const personasWithMatch = (map: WithPersonas) =>
  inOrder(map.personas)
    .flatMap(([id, persona]) => (persona.match ? [[id, { ...persona, match: persona.match }] as const] : []))
    .slice(0, mostPersonas);

/** The groups as the page names them, in a constant order. */
export function describeGroups(
  map: JourneyMap,
  splits: readonly Split[],
  journeysOf: (key: string) => number,
): Group[] {
  const personas = new Map(personasWithMatch(map));
  const described = splits.flatMap(({ groups, others }) => [
    ...groups.map(({ key, value, label }) => {
      const persona = personas.get(key) ?? (label === undefined ? undefined : map.personas[key]);
      return { key, label: persona?.name ?? label ?? value, personaId: persona ? key : null };
    }),
    ...(others ? [{ key: otherKey, label: '', personaId: null }] : []),
  ]);
  const order = [...personas.keys()];
  return described
    .map((group) => ({ ...group, journeys: splitCount(journeysOf(group.key)) }))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

/** A count in a group: one to four people could be pointed at. */
export const splitCount = (people: number): Count =>
  people > 0 && people < smallestMinimum ? { withheld: true } : people;

/** By code point: the same everywhere, whatever the locale of the machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
