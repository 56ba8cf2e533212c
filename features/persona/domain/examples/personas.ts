import { spread } from '#kit/document/order.ts';
import type { Locale } from '#kit/locale.ts';
import type { Evidence } from '../evidence.ts';
import type { Persona, Section, Statement } from '../schema.ts';
import { emptyPersona } from '../templates/template.ts';
import type { PersonaFrame, Proof, Said, StatementFrame } from './frame.ts';
import { hurried } from './hurried.ts';
import { selfReliant } from './self-reliant.ts';
import { worrier } from './worrier.ts';

/** The three of the demonstration, by the code the simulated data and the example map know them by. */
const frames = { worrier, 'self-reliant': selfReliant, hurried } as const satisfies Record<
  string,
  PersonaFrame
>;
export type ExamplePersona = keyof typeof frames;
export const examplePersonaCodes = Object.keys(frames) as ExamplePersona[];

/**
 * A finished persona, invented but credible: a member of a health insurer. Its evidence is dated from `day` (YYYY-MM-DD),
 * so that on that day some of it is proven, some assumed and some stale. Same ids at each call.
 */
export function examplePersona(code: ExamplePersona, language: Locale, day: string): Persona {
  const frame: PersonaFrame = frames[code];
  const say = (words: Said | undefined) => words?.[language] ?? '';
  const persona: Persona = {
    ...emptyPersona('people', language, say(frame.name)),
    ...frame.plain,
    picture: { kind: 'avatar', avatar: frame.avatar },
    quote: say(frame.quote),
    tagline: say(frame.tagline),
    story: say(frame.story),
    occupation: say(frame.occupation),
    sector: say(frame.sector),
    household: say(frame.household),
    circumstances: say(frame.circumstances),
    match: { attribute: 'persona', value: say(frame.name) },
  };
  for (const [order, { channel, note }] of ranked(frame.channels)) {
    persona.channels[channel] = { order, channel, note: say(note) };
  }
  for (const [section, statements] of Object.entries(frame.statements)) {
    for (const [order, statement, index] of ranked(statements)) {
      persona.statements[`${section}-${index + 1}`] = {
        order,
        ...statementOf(section as Section, statement, say, day),
      };
    }
  }
  return persona;
}

const statementOf = (
  section: Section,
  frame: StatementFrame,
  say: (words: Said | undefined) => string,
  day: string,
): Omit<Statement, 'order'> => ({
  section,
  text: say(frame.text),
  answer: say(frame.answer),
  note: say(frame.note),
  evidence: (frame.proof ?? []).map((proof) => evidenceOf(proof, say, day)),
  weight: frame.weight ?? null,
  validForDays: frame.validForDays ?? null,
});

const evidenceOf = (
  { kind, label, n, daysAgo }: Proof,
  say: (words: Said | undefined) => string,
  day: string,
): Evidence => ({ kind, label: say(label), reference: null, n, date: daysBefore(day, daysAgo) });

/** A calendar day some days before another, both YYYY-MM-DD. */
const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

const ranked = <T>(things: readonly T[]): [order: string, thing: T, index: number][] =>
  spread(things.length).map((order, index) => [order, things[index]!, index]);
