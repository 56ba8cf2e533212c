import { createRandom, type Random } from '#kit/statistics/random.ts';

/** A table of customers in groups that are known, to see whether a discovery finds them again. */
export type CustomerGroups = {
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Group of each row, from 0. */
  readonly truth: Uint8Array;
};

export type GroupOptions = {
  readonly seed?: number;
  readonly rows?: number;
  /** Up to four; 1 is a cloud without groups. */
  readonly groups?: number;
  /** Share of answers left blank. */
  readonly missing?: number;
  /**
   * 0 … 1: how much answers depend on each other inside a group. Each customer has a mood that moves age, spend, visits,
   * satisfaction and price together.
   */
  readonly dependence?: number;
};

const groups = [
  {
    share: 0.35,
    age: 28,
    spend: 3,
    visits: 2,
    channel: [6, 2, 1, 1],
    plan: [5, 3, 2],
    sat: 4.2,
    price: 2,
    topics: [0.7, 0.2, 0.2, 0.4],
  },
  {
    share: 0.3,
    age: 45,
    spend: 5,
    visits: 5,
    channel: [1, 6, 2, 1],
    plan: [2, 5, 3],
    sat: 2.3,
    price: 4,
    topics: [0.2, 0.7, 0.3, 0.1],
  },
  {
    share: 0.2,
    age: 62,
    spend: 4,
    visits: 8,
    channel: [1, 1, 6, 2],
    plan: [2, 3, 5],
    sat: 3.5,
    price: 3,
    topics: [0.3, 0.2, 0.8, 0.6],
  },
  {
    share: 0.15,
    age: 52,
    spend: 6.5,
    visits: 3,
    channel: [1, 2, 1, 6],
    plan: [6, 2, 2],
    sat: 1.8,
    price: 1.5,
    topics: [0.5, 0.5, 0.1, 0.8],
  },
] as const;
const channels = ['web', 'phone', 'store', 'post'];
const plans = ['basic', 'plus', 'family'];

const weighted = (random: Random, weights: readonly number[]): number => {
  let left = random.next() * weights.reduce((a, b) => a + b, 0);
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.length - 1;
};

const score = (x: number): number => Math.max(1, Math.min(5, Math.round(x)));

/** Same options, same table. */
export function customerGroups(options: GroupOptions = {}): CustomerGroups {
  const { seed = 1, rows: count = 1200, groups: many = 4, missing = 0.1, dependence = 0 } = options;
  const random = createRandom(seed);
  const chosen = groups.slice(0, many);
  const truth = new Uint8Array(count);
  const names = [
    'age',
    'spend',
    'visits',
    'channel',
    'plan',
    'sat',
    'price',
    'topics_1',
    'topics_2',
    'topics_3',
    'topics_4',
  ];
  const rows = Array.from({ length: count }, (_, row) => {
    const group = weighted(
      random,
      chosen.map(({ share }) => share),
    );
    truth[row] = group;
    const own = chosen[group]!;
    const mood = random.normal();
    const noise = (): number => Math.sqrt(dependence) * mood + Math.sqrt(1 - dependence) * random.normal();
    const blank = (text: string): string => (random.chance(missing) ? '' : text);
    const asked = !random.chance(missing);
    return [
      blank((own.age + 7 * noise()).toFixed(1)),
      blank(Math.exp(own.spend + 0.8 * noise()).toFixed(2)),
      blank((own.visits + 1.5 * noise()).toFixed(2)),
      blank(channels[weighted(random, own.channel)]!),
      blank(plans[weighted(random, own.plan)]!),
      blank(String(score(own.sat + 0.9 * noise()))),
      blank(String(score(own.price + 0.9 * noise()))),
      ...own.topics.map((p) => (random.chance(p) ? '1' : '0')).map((tick) => (asked ? tick : '')),
    ];
  });
  return { names, rows, truth };
}
