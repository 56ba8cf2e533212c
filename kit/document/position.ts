import type { Change } from './changes.ts';
import { compare, type Ordered, orderKeySchema, type Placed, spread } from './order.ts';

/** Where among its siblings: before one, after one, or (neither, or that one is gone) at the end. */
export type Position = { readonly before?: string | undefined; readonly after?: string | undefined };

/** Dropped on itself: nothing moves. */
export const nextToItself = ({ before, after }: Position, id: string): boolean =>
  before === id || after === id;

/** The siblings of a thing in order, without the thing itself when it is already there and moves. */
export function siblings<T extends Ordered>(
  records: Readonly<Record<string, T>>,
  belongs: (entity: T) => boolean,
  moving?: string,
): Placed[] {
  return Object.entries(records)
    .filter(([id, entity]) => id !== moving && belongs(entity))
    .map(([id, { order }]) => ({ id, order }))
    .sort(compare);
}

/**
 * `count` keys in order at a position of the collection `name`, and the siblings to re-key first: none, but where two people added at the same
 * place (equal keys leave no room between them) or a key would grow too long.
 */
export function keysAt(
  name: string,
  among: readonly Placed[],
  position: Position,
  count: number,
): { readonly orders: readonly string[]; readonly changes: Change[] } {
  const index = indexOf(among, position);
  const left = among[index - 1]?.order;
  const right = among[index]?.order;
  if (left === undefined || right === undefined || left < right) {
    const orders = spread(count, left, right);
    if (orders.every((order) => orderKeySchema.safeParse(order).success)) return { orders, changes: [] };
  }
  const keys = spread(among.length + count);
  const changes = among.map(
    ({ id }, at): Change => ({
      op: 'set',
      path: [name, id, 'order'],
      value: keys[at < index ? at : at + count],
    }),
  );
  return { orders: keys.slice(index, index + count), changes };
}

/** One key at a position. */
export function keyAt(name: string, among: readonly Placed[], position: Position) {
  const { orders, changes } = keysAt(name, among, position, 1);
  return { order: orders[0]!, changes };
}

function indexOf(among: readonly Placed[], { before, after }: Position): number {
  const at = among.findIndex(({ id }) => id === (before ?? after));
  if (at < 0) return among.length;
  return before === undefined ? at + 1 : at;
}
