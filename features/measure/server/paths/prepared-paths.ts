import { createHash } from 'node:crypto';
import { randomId } from '#kit/random-id.ts';
import type { PathsQuestion } from '#measure/analytics/paths/letters-sql.ts';
import {
  classesOf,
  findPreparation,
  type Preparation,
  stillThere,
} from '#measure/analytics/paths/prepared/preparation.ts';
import { preparePaths, type Reading } from '#measure/analytics/paths/prepared/prepare-paths.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';

/** A source with fewer events is read faster than a person looks. */
export const eventsWorthPreparing = 200_000;

type Ways<T> = {
  /** From paths counted beforehand, for journeys of these classes. Undefined: it cannot. */
  prepared(preparation: Preparation, classes: ReadonlySet<number>): Promise<T | undefined>;
  /** From the journeys themselves. */
  read(): Promise<T>;
};

/**
 * Answers a question from paths counted beforehand where it can: of all journeys, or of those with some values of attributes. Else
 * from the journeys; and where only the preparation is missing, it is made afterwards, for the next question of the same reading.
 */
export async function fromPrepared<T>(
  engine: Engine,
  { question, events }: { readonly question: PathsQuestion; readonly events: number },
  ways: Ways<T>,
): Promise<T> {
  const { filters, period, ...reading } = question;
  const byValues = filters.every(({ is }) => is === 'one-of' || is === 'none-of');
  if (period || !byValues || events < eventsWorthPreparing) return ways.read();
  const digest = digestOf(reading);
  const preparation = await findPreparation(engine, reading, digest);
  if (!preparation) {
    const answer = await ways.read();
    prepareMeanwhile(engine, reading, digest);
    return answer;
  }
  const classes = classesOf(preparation.told, filters);
  const answer = classes && (await ways.prepared(preparation, classes));
  return answer !== undefined && (await stillThere(engine, preparation)) ? answer : ways.read();
}

/** What the journeys are read as: the places and what each is made of, repeats, and who is under way. */
function digestOf({ places, repeats, end, patience }: Reading): string {
  return createHash('sha256').update(JSON.stringify({ places, repeats, end, patience })).digest('hex');
}

/** At most one preparation at a time in a process, and none again that has failed: questions are answered without it. */
const underWay = new WeakMap<Engine, Promise<unknown>>();
const failed = new WeakMap<Engine, Set<string>>();

function prepareMeanwhile(engine: Engine, reading: Reading, digest: string): void {
  const refused = failed.get(engine) ?? new Set();
  failed.set(engine, refused);
  if (underWay.has(engine) || refused.has(digest)) return;
  underWay.set(
    engine,
    preparePaths(engine, reading, { id: randomId(), reading: digest })
      .catch(() => refused.add(digest))
      .finally(() => underWay.delete(engine)),
  );
}

/** Resolves when nothing is being prepared. */
export const prepared = (engine: Engine): Promise<unknown> => underWay.get(engine) ?? Promise.resolve();
