import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import type { PersonaToKeep } from '../../contract-discovery.ts';
import { criterionOf, joinPersonas } from '../../domain/discovery/join.ts';
import type { DiscoveryResult, ProposedPersona } from '../../domain/discovery/result.ts';
import type { messages } from '../messages.ts';
import { proofWords, statementWords } from './statement-words.ts';

/** What the team has decided of the proposed personas so far; keys are those of the discovery. */
export type Decisions = {
  readonly names: Readonly<Record<string, string>>;
  readonly dropped: ReadonlySet<string>;
  /** Who is joined to whom: key → key of the persona it went into. */
  readonly joined: Readonly<Record<string, string>>;
  /** Sentences left out, and those put in other words: id of the sentence → text. */
  readonly left: ReadonlySet<string>;
  readonly texts: Readonly<Record<string, string>>;
  /** Proposed persona → the persona already there that gets its sentences and evidence, instead of a new one. */
  readonly into: Readonly<Record<string, string>>;
};

export const undecided: Decisions = {
  names: {},
  dropped: new Set(),
  joined: {},
  left: new Set(),
  texts: {},
  into: {},
};

/** One persona as it is proposed now, after what was joined. */
export type Proposal = {
  readonly key: string;
  /** Its number, from 1. */
  readonly at: number;
  readonly keys: readonly string[];
  readonly persona: ProposedPersona;
};

export function proposalsOf(result: DiscoveryResult, { joined }: Decisions): Proposal[] {
  return result.personas.flatMap(({ key }, index) => {
    if (joined[key] !== undefined) return [];
    const keys = [key, ...result.personas.map((one) => one.key).filter((other) => joined[other] === key)];
    const persona = joinPersonas(result, keys);
    return persona ? [{ key, at: index + 1, keys, persona }] : [];
  });
}

/** Who gets the sentences of a persona: one that is there (each of these for one proposal only), or a new one (null). */
export function keepInto(decisions: Decisions, key: string, personaId: string | null): Decisions {
  const others = Object.entries(decisions.into).filter(([one, id]) => one !== key && id !== personaId);
  return {
    ...decisions,
    into: Object.fromEntries(personaId === null ? others : [...others, [key, personaId]]),
  };
}

/** Joins a persona, with all that had been joined to it, to another. */
export const join = (decisions: Decisions, key: string, into: string): Decisions => ({
  ...decisions,
  joined: {
    ...Object.fromEntries(
      Object.entries(decisions.joined).map(([one, other]) => [one, other === key ? into : other]),
    ),
    [key]: into,
  },
});

export const separate = (decisions: Decisions, key: string): Decisions => ({
  ...decisions,
  joined: Object.fromEntries(Object.entries(decisions.joined).filter(([, into]) => into !== key)),
});

/** A copy of the set with or without one element. */
export const withOne = (set: ReadonlySet<string>, one: string, present: boolean): ReadonlySet<string> =>
  present ? new Set([...set, one]) : new Set([...set].filter((other) => other !== one));

type Speech = { readonly t: Translate<(typeof messages)['en']>; readonly format: Format };

/** What is sent to be kept: the personas kept, each with the sentences kept, in the words of the team. */
export function toKeep(
  result: DiscoveryResult,
  proposals: readonly Proposal[],
  decisions: Decisions,
  speech: Speech,
  nameOf: (proposal: Proposal) => string,
): PersonaToKeep[] {
  return proposals
    .filter(({ key }) => !decisions.dropped.has(key))
    .map((proposal) => ({
      keys: [...proposal.keys],
      title: nameOf(proposal),
      into: decisions.into[proposal.key] ?? null,
      kind: 'people',
      tagline: '',
      statements: proposal.persona.statements
        .filter(({ id }) => !decisions.left.has(id))
        .map((statement) => ({
          id: statement.id,
          section: criterionOf({ id: statement.attribute }),
          text: decisions.texts[statement.id] ?? statementWords(speech, statement),
          label: `${proofWords(speech, statement)}\u00a0· ${result.source}`.slice(0, 500),
        }))
        .filter(({ text }) => text.trim() !== ''),
    }));
}
