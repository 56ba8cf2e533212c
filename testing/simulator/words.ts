import type { Topic } from './catalogue.ts';
import type { PersonaCode } from './personas.ts';

/** Moods of a comment: scores 1–2, 3, 4–5. */
export type Mood = 'low' | 'middling' | 'high';

/**
 * Sentences by mood. `{care}`, `{provider}`, `{days}`, `{few}`, `{minutes}`, `{clock}`, `{amount}` and `{month}` are
 * filled when written; `[one|other]` is said either way.
 */
export type Sentences = Readonly<Record<Mood, readonly string[]>>;

export type ContractWords = Readonly<
  Record<Extract<Topic, 'quote' | 'adviser' | 'signing' | 'welcome' | 'complaint' | 'answer'>, Sentences>
>;
export type ReimbursementWords = Readonly<Record<Exclude<Topic, keyof ContractWords>, Sentences>>;

/** All a language needs to sound like people. Every sentence stands alone, so that any sequence reads well. */
export type Words = {
  /** What was cared for, and who cared for it. */
  readonly cares: readonly (readonly [care: string, provider: string])[];
  readonly months: readonly string[];
  readonly openers: Sentences;
  readonly topics: Readonly<Record<Topic, Sentences>>;
  /** What this persona would add. */
  readonly closers: Readonly<Record<PersonaCode, Sentences>>;
  /** Whole comments about the insurer, for the survey. */
  readonly overall: Sentences;
};
