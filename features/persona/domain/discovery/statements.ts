import { meanEstimate } from '#kit/statistics/mean.ts';
import { shareEstimate } from '#kit/statistics/share.ts';
import type { Attribute } from './attribute.ts';
import type { Moments } from './profile.ts';
import type { FoundStatement, Profile } from './result.ts';

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

function ofMeans(attribute: string, own: Moments, all: Moments): Told {
  const effect = all.scaledSd > 0 ? (own.scaledMean - all.scaledMean) / all.scaledSd : 0;
  return {
    code: effect >= 0 ? 'number-higher' : 'number-lower',
    attribute,
    value: null,
    persona: meanEstimate(own),
    everyone: meanEstimate(all),
    effect,
    n: own.n,
  };
}

/** Mean and sd of answers that are steps of a scale. */
function stepMoments(steps: readonly number[], counts: readonly number[]): Moments {
  const n = counts.reduce((a, b) => a + b, 0);
  const mean = n === 0 ? 0 : counts.reduce((sum, count, at) => sum + count * steps[at]!, 0) / n;
  const squares = counts.reduce((sum, count, at) => sum + count * (steps[at]! - mean) ** 2, 0);
  const sd = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
  return { n, mean, sd, scaledMean: mean, scaledSd: sd };
}

function told(attribute: Attribute, { shape }: Profile): Told[] {
  const { id } = attribute;
  if (shape.kind === 'number')
    // A mean date says little in words: dates stay in the picture.
    return attribute.type === 'date' ? [] : [ofMeans(id, shape.persona, shape.everyone)];
  const steps = attribute.type === 'ordinal' ? scores(attribute.levels) : null;
  if (steps) {
    const side = (group: 'persona' | 'everyone') =>
      stepMoments(
        steps,
        shape.values.map((value) => value[group].yes),
      );
    return [ofMeans(id, side('persona'), side('everyone'))];
  }
  const kind = shape.kind === 'levels' ? 'level' : 'option';
  return shape.values.map(({ value, persona, everyone }) => ofShares(id, kind, value, persona, everyone));
}

/**
 * Sentences that set a persona apart, most telling first, each with its figure, the number of customers behind it and its
 * date. Withheld figures (under 30 answers) make no sentence.
 *
 * The customers were grouped on these very answers: a figure describes the group that was found, it does not prove that the
 * group exists. That is what the stability of the persona says.
 */
export function statementsOf(
  attributes: readonly Attribute[],
  profiles: readonly Profile[],
  persona: string,
  { source, date }: { readonly source: string; readonly date: string },
): FoundStatement[] {
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const all = profiles
    .flatMap((profile) => {
      const attribute = byId.get(profile.attribute);
      return attribute ? told(attribute, profile) : [];
    })
    .filter(({ effect, persona: figure }) => Math.abs(effect) >= worthSaying && !figure.withheld)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  // Where one answer is commoner, that the others are rarer follows.
  const commoner = new Set(all.filter(({ code }) => code === 'level-more').map(({ attribute }) => attribute));
  const per = new Map<string, number>();
  const kept: FoundStatement[] = [];
  for (const { n, ...one } of all) {
    if (one.code === 'level-less' && commoner.has(one.attribute)) continue;
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
