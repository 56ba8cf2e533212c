import type { Locale } from '#kit/locale.ts';
import type { JourneyMap } from '../schema.ts';
import { claimsBlueprint } from './claims-blueprint.ts';
import { type ExampleOptions, exampleMap } from './example-map.ts';
import { fallingIll } from './falling-ill.ts';
import { reimbursementExample } from './reimbursement.ts';

/** The finished example of each kind of map, invented but credible, in one language. Same ids at each call. */
export const exampleOfKind: Readonly<
  Record<JourneyMap['kind'], (language: Locale, options?: ExampleOptions) => JourneyMap>
> = {
  journey: reimbursementExample,
  experience: (language, options) => exampleMap(fallingIll, language, options),
  blueprint: (language, options) => exampleMap(claimsBlueprint, language, options),
};
