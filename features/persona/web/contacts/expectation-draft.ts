import type { ContactListSummary } from '../../domain/contacts/contact-list.ts';
import type { Expectations } from '../../domain/discovery/model.ts';

export type DraftColumn = ContactListSummary['columns'][number];

/** What was said so far: cuts of numbers as typed, and per persona and column the answers expected and how clearly. */
export type ExpectationDraft = {
  readonly columns: readonly string[];
  readonly cuts: Readonly<Record<string, string>>;
  /** By `persona column`. */
  readonly expected: Readonly<
    Record<string, { readonly answers: readonly string[]; readonly weight: number }>
  >;
};

export const expectedKey = (personaId: string, column: string): string => `${personaId} ${column}`;

/** Columns of which answers can be expected: a few values to choose among, or numbers to be cut. */
export const canExpect = ({ values, decimal }: DraftColumn): boolean =>
  decimal !== null || (values !== null && values.length > 1);

/** Is it cut, rather than chosen among? A number with very few values reads better as those. */
export const isCut = ({ values, decimal }: DraftColumn): boolean =>
  decimal !== null && (values === null || values.length > 6);

/** "30; 12,5" → [12.5, 30]; anything that is no number is left out. */
export function readCuts(text: string): number[] {
  const numbers = text
    .split(';')
    .map((part) => part.trim().replace(',', '.'))
    .filter((part) => part !== '')
    .map(Number)
    .filter(Number.isFinite);
  return [...new Set(numbers)].sort((a, b) => a - b).slice(0, 40);
}

/** The draft as the server takes it; null when a number is not cut yet, or nothing is expected of anybody. */
export function expectationsOf(
  draft: ExpectationDraft,
  columns: readonly DraftColumn[],
  personas: readonly { readonly id: string; readonly title: string }[],
): Expectations | null {
  const chosen = columns.filter(({ name }) => draft.columns.includes(name));
  const attributes = chosen.flatMap((column): Expectations['attributes'] => {
    const { name, values, decimal } = column;
    const common = { id: name, column: name, use: true, outcome: false, missing: [] };
    if (isCut(column)) {
      const edges = readCuts(draft.cuts[name] ?? '');
      if (edges.length === 0 || decimal === null) return [];
      return [{ ...common, type: 'numeric', decimal, scale: 'linear', edges }];
    }
    return [{ ...common, type: 'nominal', levels: [...(values ?? [])], others: false }];
  });
  const expectations = personas.flatMap(({ id }) =>
    chosen.flatMap(({ name }) => {
      const said = draft.expected[expectedKey(id, name)];
      return said && said.answers.length > 0
        ? [{ persona: id, attribute: name, answers: [...said.answers], weight: said.weight }]
        : [];
    }),
  );
  if (attributes.length < chosen.length || expectations.length === 0 || personas.length < 2) return null;
  return {
    personas: personas.map(({ id, title }) => ({
      key: id,
      name: title.slice(0, 200),
      personaId: id,
      share: 1,
    })),
    attributes,
    expectations,
    threshold: 0.5,
  };
}
