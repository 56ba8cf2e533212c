import { inOrder } from '#kit/document/order.ts';
import { type Persona, type PreferredChannel, type Section, type Statement, sections } from './schema.ts';

export type PlacedStatement = readonly [id: string, statement: Statement];

/** The statements of a persona by section, each section in its order; every section is there, empty or not. */
export function statementsBySection(
  persona: Pick<Persona, 'statements'>,
): Readonly<Record<Section, readonly PlacedStatement[]>> {
  const bySection = Object.fromEntries(sections.map((section) => [section, []])) as unknown as Record<
    Section,
    PlacedStatement[]
  >;
  for (const placed of inOrder(persona.statements)) bySection[placed[1].section].push(placed);
  return bySection;
}

export const channelsInOrder = (
  persona: Pick<Persona, 'channels'>,
): readonly (readonly [id: string, channel: PreferredChannel])[] => inOrder(persona.channels);
