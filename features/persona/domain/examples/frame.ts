import type { Locale } from '#kit/locale.ts';
import type { Avatar } from '../avatar.ts';
import type { Evidence } from '../evidence.ts';
import type { Persona, Section } from '../schema.ts';

/** The same thing said in both languages. */
export type Said = Readonly<Record<Locale, string>>;

export const said = (fr: string, en: string): Said => ({ fr, en });

/** Evidence of an example, dated from the day the example is made. */
export type Proof = {
  readonly kind: Evidence['kind'];
  readonly label: Said;
  readonly n: number | null;
  readonly daysAgo: number;
};

export type StatementFrame = {
  readonly text: Said;
  readonly proof?: readonly Proof[];
  readonly note?: Said;
  readonly answer?: Said;
  readonly weight?: 1 | 2 | 3 | 4 | 5;
  readonly validForDays?: number;
};

export type PersonaFrame = {
  readonly name: Said;
  readonly quote: Said;
  readonly tagline: Said;
  readonly story: Said;
  readonly occupation: Said;
  readonly sector?: Said;
  readonly household: Said;
  readonly circumstances: Said;
  readonly plain: Pick<
    Persona,
    'colour' | 'age' | 'gender' | 'purchasingPower' | 'advice' | 'reactivity' | 'warmth'
  >;
  readonly avatar: Avatar;
  readonly channels: readonly { readonly channel: string; readonly note: Said }[];
  readonly statements: Readonly<Partial<Record<Section, readonly StatementFrame[]>>>;
};

/** A statement in both languages, with what is told besides. */
export const says = (fr: string, en: string, more: Omit<StatementFrame, 'text'> = {}): StatementFrame => ({
  text: said(fr, en),
  ...more,
});

export const interviews = (heard: number, of: number, daysAgo: number): Proof => ({
  kind: 'interview',
  label: said(`${heard} entretiens sur ${of}`, `${heard} of ${of} interviews`),
  n: heard,
  daysAgo,
});

export const verbatims = (n: number, daysAgo: number): Proof => ({
  kind: 'verbatim',
  label: said(`${n} verbatims`, `${n} verbatims`),
  n,
  daysAgo,
});

export const figure = (fr: string, en: string, n: number, daysAgo: number): Proof => ({
  kind: 'figure',
  label: said(fr, en),
  n,
  daysAgo,
});

export const observation = (fr: string, en: string, n: number, daysAgo: number): Proof => ({
  kind: 'observation',
  label: said(fr, en),
  n,
  daysAgo,
});

/** Assumed by those who were in the room. */
export const inWorkshop: Said = said('supposé en atelier', 'assumed in the workshop');

/** Thirty calls listened to at the customer service. */
export const listening = observation(
  'double écoute au service client',
  'listening in at the customer service',
  30,
  25,
);
