/**
 * Does the work of each item, two of them at any time: a statement of the engine sorts and writes on one processor. After a
 * failure no other is begun; it is thrown when what runs has ended, so that nothing goes on behind the back of whoever cleans up.
 */
export async function twoAtOnce<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  let failed = false;
  const inTurn = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done && !failed; next = waiting.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled([inTurn(), inTurn()]);
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
}
