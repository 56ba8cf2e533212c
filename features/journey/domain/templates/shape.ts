import type { Locale } from '#kit/locale.ts';
import type { LaneType, Phase } from '../schema.ts';

/** How a new map of one kind starts: its lanes (named by their type), and phases with stages in the first person. */
export type Template = {
  readonly lanes: readonly LaneType[];
  readonly phases: Readonly<Record<Locale, readonly TemplatePhase[]>>;
};
export type TemplatePhase = {
  readonly moment: Phase['moment'];
  readonly name: string;
  readonly stages: readonly string[];
};
