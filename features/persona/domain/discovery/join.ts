import { wilson } from '#kit/statistics/share.ts';
import type { Attribute } from './attribute.ts';
import type { DetectionModel, Likelihood } from './model.ts';
import { informationIn, type Moments } from './profile.ts';
import type { DiscoveryResult, Profile, ProposedPersona } from './result.ts';
import { statementsOf } from './statements.ts';

type Shape = Profile['shape'];

/** Two samples as one: exact (Chan, Golub & LeVeque 1979). */
function joinSpread(n: number, mean: number, sd: number, m: number, other: number, otherSd: number) {
  const all = n + m;
  if (all === 0) return { mean: 0, sd: 0 };
  const gap = other - mean;
  const squares =
    Math.max(0, n - 1) * sd ** 2 + Math.max(0, m - 1) * otherSd ** 2 + (gap * gap * n * m) / all;
  return { mean: mean + (gap * m) / all, sd: all > 1 ? Math.sqrt(squares / (all - 1)) : 0 };
}

function joinMoments(a: Moments, b: Moments): Moments {
  const plain = joinSpread(a.n, a.mean, a.sd, b.n, b.mean, b.sd);
  const scaled = joinSpread(a.n, a.scaledMean, a.scaledSd, b.n, b.scaledMean, b.scaledSd);
  return { n: a.n + b.n, ...plain, scaledMean: scaled.mean, scaledSd: scaled.sd };
}

function joinShapes(a: Shape, b: Shape): Shape {
  if (a.kind === 'number' && b.kind === 'number')
    return {
      ...a,
      persona: joinMoments(a.persona, b.persona),
      bins: a.bins.map((bin, at) => ({ ...bin, persona: bin.persona + b.bins[at]!.persona })),
    };
  if (a.kind === 'number' || b.kind === 'number') throw new Error('one attribute has one kind of shape');
  return {
    ...a,
    values: a.values.map((value, at) => {
      const other = b.values[at]!.persona;
      return { ...value, persona: { yes: value.persona.yes + other.yes, n: value.persona.n + other.n } };
    }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * Proposed personas as one, as if they had been found as one: counts and figures are exact; its size is as unsure as its
 * parts are together, and it is called as stable as the least stable of them.
 */
export function joinPersonas(
  result: Pick<DiscoveryResult, 'personas' | 'attributes' | 'usable' | 'source' | 'date'>,
  keys: readonly string[],
): ProposedPersona | null {
  const parts = result.personas.filter(({ key }) => keys.includes(key));
  const [first, ...others] = parts;
  if (!first) return null;
  if (others.length === 0) return first;
  const count = sum(parts.map(({ size }) => size.count));
  const share = sum(parts.map(({ size }) => size.share));
  const sampling = wilson(count, result.usable);
  const half = (side: 'low' | 'high') =>
    Math.sqrt(sum(parts.map(({ size }) => (size[side] - size.share) ** 2)));
  const profiles = first.profiles
    .map(({ attribute, shape }): Profile => {
      const joined = others.reduce((so, { profiles: more }) => {
        const other = more.find((profile) => profile.attribute === attribute);
        return other ? joinShapes(so, other.shape) : so;
      }, shape);
      return { attribute, shape: joined, information: informationIn(joined) };
    })
    .sort((a, b) => b.information - a.information);
  const closest = parts.flatMap((part) => (part.closest ? [part.closest] : []));
  return {
    key: first.key,
    size: {
      count,
      share,
      low: Math.max(0, Math.min(sampling.low, share - half('low'))),
      high: Math.min(1, Math.max(sampling.high, share + half('high'))),
    },
    stability: Math.min(...parts.map(({ stability }) => stability)),
    profiles,
    statements: statementsOf(result.attributes, profiles, first.key, result),
    overlap: first.overlap
      .filter(({ key }) => !keys.includes(key))
      .map(({ key }) => ({
        key,
        probability:
          sum(
            parts.map(
              (part) => part.size.count * (part.overlap.find((other) => other.key === key)?.probability ?? 0),
            ),
          ) / Math.max(1, count),
      })),
    closest: closest.reduce<ProposedPersona['closest']>(
      (best, one) => (best === null || one.similarity > best.similarity ? one : best),
      null,
    ),
    portraitRow: first.portraitRow,
  };
}

const log = (p: number): number => Math.max(-1000, Math.min(0, Math.log(p)));

/** Log of Σ weight · exp(value) over the classes of a group; the weights add up to 1. */
const mixed = (weights: readonly number[], values: readonly number[]): number =>
  log(sum(weights.map((weight, at) => weight * Math.exp(values[at]!))));

function joinLikelihood(
  likelihood: Likelihood,
  groups: readonly number[][],
  logPrior: readonly number[],
): Likelihood {
  const of = groups.map((members) => {
    const priors = members.map((p) => Math.exp(logPrior[p]!));
    const total = sum(priors);
    return { members, weights: priors.map((prior) => prior / total) };
  });
  const tables = (table: readonly (readonly number[])[]): number[][] =>
    of.map(({ members, weights }) =>
      table[0]!.map((_, at) =>
        members.length === 1
          ? table[members[0]!]![at]!
          : mixed(
              weights,
              members.map((p) => table[p]![at]!),
            ),
      ),
    );
  if (likelihood.kind === 'levels') return { kind: 'levels', logP: tables(likelihood.logP) };
  if (likelihood.kind === 'options')
    return { kind: 'options', ticked: tables(likelihood.ticked), unticked: tables(likelihood.unticked) };
  // The bell curve with the mean and the variance of the mixture.
  const mean = of.map(({ members, weights }) =>
    sum(members.map((p, at) => weights[at]! * likelihood.mean[p]!)),
  );
  const sd = of.map(({ members, weights }, group) =>
    Math.sqrt(
      sum(
        members.map(
          (p, at) => weights[at]! * (likelihood.sd[p]! ** 2 + (likelihood.mean[p]! - mean[group]!) ** 2),
        ),
      ),
    ),
  );
  return { ...likelihood, mean, sd };
}

export type KeptPersona = {
  readonly keys: readonly string[];
  readonly name: string;
  readonly personaId: string | null;
};

/**
 * The detection model of the personas kept. Those joined are one class; those dropped stay as classes that stand for no
 * persona of the workspace, so that their customers are not spread over the others.
 */
export function modelOfKept(model: DetectionModel, kept: readonly KeptPersona[]): DetectionModel {
  const taken = new Set(kept.flatMap(({ keys }) => keys));
  const groups = [
    ...kept,
    ...model.personas
      .filter(({ key }) => !taken.has(key))
      .map(({ key }) => ({ keys: [key], name: '', personaId: null })),
  ];
  const members = groups.map(({ keys }) =>
    model.personas.flatMap(({ key }, at) => (keys.includes(key) ? [at] : [])),
  );
  return {
    ...model,
    personas: groups.map(({ name, personaId }, at) => ({ key: `p${at + 1}`, name, personaId })),
    logPrior: members.map((own) => log(sum(own.map((p) => Math.exp(model.logPrior[p]!))))),
    attributes: model.attributes.map(({ attribute, likelihood, weight }) => ({
      attribute,
      weight,
      likelihood: joinLikelihood(likelihood, members, model.logPrior),
    })),
    // Told of the model as it was found: joining changes what is stated.
    calibration: groups.length === model.personas.length ? model.calibration : null,
  };
}

const demographic =
  /(^|[^a-zà-ÿ])(age|âge|ages|born|birth|naissance|gender|sex|sexe|genre|senior|seniorcitizen|partner|married|marital|couple|dependents?|children|child|kids|babies|adults|enfants?|household|foyer|income|revenus?|occupation|job|métier|profession|education|diplôme|csp)([^a-zà-ÿ]|$)/i;
const geographic =
  /(^|[^a-zà-ÿ])(country|pays|city|ville|region|région|department|département|zip|zipcode|postcode|postal|state|county|area|zone|commune|address|adresse|urban|rural)([^a-zà-ÿ]|$)/i;
const psychographic =
  /(^|[^a-zà-ÿ])(sat|satisfaction|importance|values?|valeurs?|attitude|opinion|needs?|besoins?|attentes?|expectations?|trust|confiance|lifestyle|interests?|intérêts?|motivations?|fears?|craintes?|sensitivity|sensibilité)([^a-zà-ÿ]|$)/i;

/** Which kind of criterion an attribute is, guessed from its name: most of what a table holds is behaviour. */
export function criterionOf({
  id,
}: Pick<Attribute, 'id'>): 'demographic' | 'geographic' | 'behavioural' | 'psychographic' {
  const words = id.replace(/([a-zà-ÿ])([A-Z])/g, '$1 $2').replace(/_/g, ' ');
  if (demographic.test(id) || demographic.test(words)) return 'demographic';
  if (geographic.test(words)) return 'geographic';
  return psychographic.test(words) ? 'psychographic' : 'behavioural';
}
