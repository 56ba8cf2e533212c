import { meanEstimate } from '#kit/statistics/mean.ts';
import { shareEstimate } from '#kit/statistics/share.ts';
import type { EncodedTable } from './encoded.ts';
import { countCodes, knownValues, levelNames, numberGroup } from './profile.ts';
import type { FoundStatement } from './result.ts';

/** From this standardised distance on, a difference is worth a sentence ("small to medium", Cohen 1988). */
const worthSaying = 0.3;
const mostPerPersona = 14;
const mostPerAttribute = 3;

type Told = Omit<FoundStatement, 'id' | 'evidence'> & { readonly n: number };

/** An ordinal whose levels are numbers (1 to 5) is told by its mean. */
const scores = (levels: readonly string[]): number[] | null => {
  const numbers = levels.map((level) => Number(level.replace(',', '.')));
  return numbers.every((x) => Number.isFinite(x)) ? numbers : null;
};

function ofShares(
  attribute: string,
  kind: 'level' | 'option',
  value: string,
  own: { yes: number; n: number },
  all: { yes: number; n: number },
): Told {
  const q = all.n === 0 ? 0 : all.yes / all.n;
  const spread = Math.sqrt(q * (1 - q));
  const effect = own.n === 0 || spread === 0 ? 0 : (own.yes / own.n - q) / spread;
  return {
    code: `${kind}-${effect >= 0 ? 'more' : 'less'}`,
    attribute,
    value,
    persona: shareEstimate(own.yes, own.n),
    everyone: shareEstimate(all.yes, all.n),
    effect,
    n: own.n,
  };
}

function told(table: EncodedTable, at: number, labels: Uint8Array, label: number): Told[] {
  const attribute = table.attributes[at]!;
  const column = table.columns[at]!;
  const ofMeans = (own: Float64Array, all: Float64Array): Told => {
    const group = numberGroup(attribute, own);
    const everyone = numberGroup(attribute, all);
    const effect = everyone.scaledSd > 0 ? (group.scaledMean - everyone.scaledMean) / everyone.scaledSd : 0;
    return {
      code: effect >= 0 ? 'number-higher' : 'number-lower',
      attribute: attribute.id,
      value: null,
      persona: meanEstimate({ n: group.n, mean: group.mean, sd: group.sd }),
      everyone: meanEstimate({ n: everyone.n, mean: everyone.mean, sd: everyone.sd }),
      effect,
      n: group.n,
    };
  };
  if (column.kind === 'number')
    // A mean date says little in words: dates stay in the picture.
    return attribute.type === 'date'
      ? []
      : [ofMeans(knownValues(column.values, labels, label), knownValues(column.values, labels, null))];
  if (column.kind === 'levels') {
    const steps = attribute.type === 'ordinal' ? scores(attribute.levels) : null;
    if (steps) {
      const values = Float64Array.from(column.codes, (code) => (code === 0 ? Number.NaN : steps[code - 1]!));
      return [ofMeans(knownValues(values, labels, label), knownValues(values, labels, null))];
    }
    const own = countCodes(column.codes, column.levels + 1, labels, label);
    const all = countCodes(column.codes, column.levels + 1, labels, null);
    return levelNames(attribute).map((name, level) =>
      ofShares(
        attribute.id,
        'level',
        name,
        { yes: own.counts[level + 1]!, n: own.n },
        { yes: all.counts[level + 1]!, n: all.n },
      ),
    );
  }
  return column.codes.map((codes, option) => {
    const own = countCodes(codes, 3, labels, label);
    const all = countCodes(codes, 3, labels, null);
    const name = attribute.type === 'multiple' ? attribute.options[option]! : String(option);
    return ofShares(
      attribute.id,
      'option',
      name,
      { yes: own.counts[2]!, n: own.n },
      { yes: all.counts[2]!, n: all.n },
    );
  });
}

/**
 * Sentences that set the customers labelled `label` apart, most telling first, each with its figure, the number of customers
 * behind it and its date. Withheld figures (under 30 answers) make no sentence.
 *
 * The customers were grouped on these very answers: a figure describes the group that was found, it does not prove that the
 * group exists. That is what the stability of the persona says.
 */
export function statementsOf(
  table: EncodedTable,
  labels: Uint8Array,
  label: number,
  persona: string,
  { source, date }: { readonly source: string; readonly date: string },
): FoundStatement[] {
  const all = table.columns
    .flatMap((_, at) => told(table, at, labels, label))
    .filter(({ effect, persona: figure }) => Math.abs(effect) >= worthSaying && !figure.withheld)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const per = new Map<string, number>();
  const kept: FoundStatement[] = [];
  for (const { n, ...one } of all) {
    const said = per.get(one.attribute) ?? 0;
    if (said === mostPerAttribute || kept.length === mostPerPersona) continue;
    per.set(one.attribute, said + 1);
    kept.push({
      id: `${persona}.${one.attribute}${one.value === null ? '' : `.${one.value}`}`,
      ...one,
      evidence: { kind: 'figure', n, date, source },
    });
  }
  return kept;
}
