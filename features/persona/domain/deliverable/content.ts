import type { EvidenceState } from '../proof.ts';
import type { Picture, Section } from '../schema.ts';

/** One statement as a page says it. */
export type SaidStatement = {
  readonly text: string;
  /** What to say instead, or what to do; empty: nothing. */
  readonly answer: string;
  /** What proves it, in one line. */
  readonly proof: string;
  readonly state: EvidenceState;
};

export type SaidSection = { readonly title: string; readonly statements: readonly SaidStatement[] };

/** A persona in the words of one language, ready to be laid out: what nobody wrote is empty. */
export type PortraitContent = {
  readonly name: string;
  readonly tagline: string;
  /** With its quotation marks. */
  readonly quote: string;
  /** Who they are, in one line. */
  readonly facts: string;
  readonly story: { readonly title: string; readonly text: string };
  readonly colour: number;
  readonly picture: Picture;
  readonly scales: {
    readonly title: string;
    /** `at`: 0 is the first word, 1 the second. */
    readonly rows: readonly { readonly low: string; readonly high: string; readonly at: number }[];
  };
  readonly channels: { readonly title: string; readonly names: readonly string[] };
  readonly sections: Readonly<Record<Section, SaidSection>>;
  /** Headings over several sections. */
  readonly chapters: { readonly empathy: string; readonly phone: string; readonly apart: string };
  readonly proof: {
    readonly title: string;
    /** "71 % prouvé", or that nothing is stated. */
    readonly share: string;
    readonly counts: string;
    readonly proven: number;
    readonly assumed: number;
    readonly stale: number;
    /** What to ask next, most at stake first. */
    readonly ask: { readonly title: string; readonly questions: readonly string[] };
  };
};

/** What sets a persona apart from the others: all that there is of one that was just found in data. */
export const criteria = ['demographic', 'geographic', 'behavioural', 'psychographic'] as const;

/** The sections that say something; what sets the persona apart too where the portrait itself says little. */
export function statedSections(
  { sections }: PortraitContent,
  portrait: readonly Section[],
  little: number,
): SaidSection[] {
  const stated = (wanted: readonly Section[]) =>
    wanted.map((section) => sections[section]).filter(({ statements }) => statements.length > 0);
  const own = stated(portrait);
  const count = own.reduce((sum, { statements }) => sum + statements.length, 0);
  return count < little ? [...own, ...stated(criteria)] : own;
}

/** What is said around the portraits of one deliverable. */
export type FrameWords = {
  readonly workspace: string;
  /** The day it was made. */
  readonly date: string;
  /** Who drew the faces: their licence asks for it wherever they are shown. */
  readonly credit: string;
  readonly legend: Readonly<Record<EvidenceState, string>>;
  /** Statements that found no room: "et 3 autres dans la fiche". */
  more(count: number): string;
  /** What a section that goes on is called: "Ses buts (suite)". */
  continued(title: string): string;
  page(page: number, pages: number): string;
  readonly booklet: { readonly title: string; readonly count: string };
};
