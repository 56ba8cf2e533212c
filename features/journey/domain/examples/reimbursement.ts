import type { Locale } from '#kit/locale.ts';
import type { JourneyMap } from '../schema.ts';
import type { Example } from './example-frame.ts';
import { type ExampleOptions, exampleMap } from './example-map.ts';
import { cards } from './reimbursement-cards.ts';
import { curves, feltNotes } from './reimbursement-curves.ts';
import {
  arrival,
  departure,
  lanes,
  objectives,
  personas,
  phases,
  type StepKey,
  scope,
  stages,
  steps,
  story,
  title,
} from './reimbursement-frame.ts';
import { touchpoints } from './reimbursement-touchpoints.ts';

const reimbursement: Example<StepKey> = {
  kind: 'journey',
  title,
  scope,
  arrival,
  departure,
  story,
  personas,
  phases,
  stages,
  steps,
  lanes,
  cards,
  touchpoints,
  curves,
  feltNotes,
  objectives,
};

/**
 * A finished map, invented but credible: what members of a health insurer live between a bill and the money. Shown on
 * first run, in the reader's language, so that the first minute is spent reading a real map. Same ids at each call.
 */
export const reimbursementExample = (language: Locale, options: ExampleOptions = {}): JourneyMap =>
  exampleMap(reimbursement, language, options);
