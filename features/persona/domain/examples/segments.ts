import type { Locale } from '#kit/locale.ts';
import type { SegmentSettings } from '../segment.ts';
import { type Said, said } from './frame.ts';
import type { ExamplePersona } from './personas.ts';

/** How the simulated data names its attributes. */
const age: Said = said('âge', 'age');

const segments: readonly {
  name: Said;
  description: Said;
  values: readonly string[];
  shares: Readonly<Record<ExamplePersona, number>>;
}[] = [
  {
    name: said('60 ans et plus', '60 and over'),
    description: said(
      'Adhérents de 60 ans et plus, quelle que soit la formule.',
      'Members aged 60 and over, whatever the plan.',
    ),
    values: ['60-74', '75+'],
    shares: { worrier: 0.52, 'self-reliant': 0.32, hurried: 0.08 },
  },
  {
    name: said('Moins de 45 ans', 'Under 45'),
    description: said(
      'Adhérents de 18 à 44 ans, quelle que soit la formule.',
      'Members aged 18 to 44, whatever the plan.',
    ),
    values: ['18-29', '30-44'],
    shares: { worrier: 0.07, 'self-reliant': 0.46, hurried: 0.41 },
  },
];

/**
 * Segments of the demonstration, with what its team believes each is made of: no persona is a segment, and no segment is
 * one persona. The rest of each is undecided.
 */
export const exampleSegments = (
  language: Locale,
): { settings: SegmentSettings; shares: Readonly<Record<ExamplePersona, number>> }[] =>
  segments.map(({ name, description, values, shares }) => ({
    settings: {
      name: name[language],
      description: description[language],
      conditions: [{ is: 'one-of', criterion: 'demographic', attribute: age[language], values: [...values] }],
    },
    shares,
  }));
