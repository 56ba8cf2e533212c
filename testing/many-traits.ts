import { createRandom } from '#kit/statistics/random.ts';
import type { Attribute, Corrections } from '#persona/domain/discovery/attribute.ts';
import { levelCount } from '#persona/domain/discovery/encoder.ts';
import {
  type DetectionModel,
  detectionModelSchema,
  type Likelihood,
} from '#persona/domain/discovery/model.ts';
import { customerGroups } from './customer-groups.ts';

/** Traits of every kind, with what makes them hard to read: decimal commas, missing words, many values, ticks. */
export function manyTraits(count: number) {
  const groups = customerGroups({ rows: count, seed: 3, missing: 0.2 });
  const random = createRandom(5);
  const rows = groups.rows.map((row, at) => {
    const [age = '', spend = '', ...rest] = row;
    const day = new Date(Date.UTC(2020, 0, 1) + random.below(900) * 86_400_000).toISOString().slice(0, 10);
    const town = `T${String(random.below(2) ? random.below(6) : random.below(400)).padStart(4, '0')}`;
    const likes = ['calme', 'prix', 'aide'].filter(() => random.chance(0.4)).join('|');
    const points = random.chance(0.1) ? '-1' : String(random.below(700));
    return [
      `c${at}`,
      age.replace('.', ','),
      random.chance(0.05) ? 'NA' : spend.replace('.', ','),
      ...rest,
      random.chance(0.1) ? '' : day,
      town,
      random.chance(0.2) ? '' : likes === '' ? 'aucun' : likes,
      points,
    ];
  });
  const names = ['client', ...groups.names, 'since', 'town', 'likes', 'points'];
  return { names, rows };
}

/** How they are read. */
export const corrections: Corrections = {
  client: { use: false },
  town: { type: 'nominal', levels: ['T0001', 'T0002', 'T0003'] },
  likes: { type: 'multiple', separator: '|' },
  since: { type: 'date', use: true },
  points: { type: 'numeric', missing: ['-1'], edges: [100, 350] },
};

/** Any model over these attributes. */
export function randomModel(attributes: readonly Attribute[], seed: number): DetectionModel {
  const random = createRandom(seed);
  const k = 2 + random.below(5);
  const logP = () => -6 * random.next();
  const rows = (width: number) => Array.from({ length: k }, () => Array.from({ length: width }, logP));
  const likelihoodOf = (attribute: Attribute): Likelihood => {
    if (attribute.type === 'multiple') {
      const width = attribute.options.length;
      return { kind: 'options', ticked: rows(width), unticked: rows(width) };
    }
    const levels = levelCount(attribute);
    if (levels > 0) return { kind: 'levels', logP: rows(levels).map((row) => [0, ...row]) };
    const [low, high] = attribute.type === 'date' ? [18_300, 19_000] : [0, 7];
    const within = () => low + (high - low) * random.next();
    return {
      kind: 'normal',
      mean: Array.from({ length: k }, within),
      sd: Array.from({ length: k }, () => (0.1 + random.next()) * (high - low)),
      low,
      high,
    };
  };
  return detectionModelSchema.parse({
    version: 1,
    origin: 'discovery',
    personas: Array.from({ length: k }, (_, p) => ({
      key: `p${p + 1}`,
      name: `P ${p + 1}`,
      personaId: null,
    })),
    attributes: attributes.map((attribute) => ({
      attribute,
      likelihood: likelihoodOf(attribute),
      weight: random.chance(0.3) ? 2 * random.next() : 1,
    })),
    logPrior: Array.from({ length: k }, () => Math.log(1 / k)),
    temperature: 0.5 + 2 * random.next(),
    threshold: random.next(),
    calibration: null,
  });
}
