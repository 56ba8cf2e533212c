import { z } from 'zod';

/**
 * Order as a text field (`order`) of each entity, so that moving one thing writes one field and two people may
 * move things at the same time. Keys compare with `<` (never with a locale). A key is an integer part, whose first
 * letter tells its length (`a` = 1 digit, `b` = 2 …; `Z` = 1 digit below zero, `Y` = 2 …), then a fraction without
 * trailing zero: adding at either end grows keys with the logarithm of their number only.
 * After the "fractional indexing" of D. Greenspan (Figma's scheme), https://observablehq.com/@dgreensp/implementing-fractional-indexing
 */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const last = digits.length - 1;
const firstDigit = digits.charAt(0);
const lastDigit = digits.charAt(last);
const smallestInteger = `A${firstDigit.repeat(26)}`;
const longest = 128;

/** The field to use in an entity. */
export const orderKeySchema = z.string().max(longest).refine(isOrderKey, { message: 'not an order key' });

export function isOrderKey(key: string): boolean {
  const head = headLength(key);
  return (
    head !== undefined &&
    key.length >= head &&
    /^[0-9A-Za-z]+$/.test(key) &&
    !(key.length > head && key.endsWith(firstDigit)) &&
    key !== smallestInteger
  );
}

/**
 * A key strictly between two keys; no key means "the beginning" or "the end".
 * Throws when `a >= b` or a key is malformed (a bug: use `place` where two keys may be equal).
 */
export function between(a?: string, b?: string): string {
  for (const key of [a, b]) {
    if (key !== undefined && !isOrderKey(key)) throw new Error(`not an order key: ${key}`);
  }
  if (a !== undefined && b !== undefined && a >= b) throw new Error(`no order key between ${a} and ${b}`);
  if (a === undefined) return b === undefined ? `a${firstDigit}` : before(b);
  const whole = integerPart(a);
  const fraction = a.slice(whole.length);
  if (b === undefined) return increment(whole) ?? whole + midpoint(fraction, undefined);
  const wholeB = integerPart(b);
  if (whole === wholeB) return whole + midpoint(fraction, b.slice(wholeB.length));
  const next = increment(whole);
  return next !== undefined && next < b ? next : whole + midpoint(fraction, undefined);
}

function before(b: string): string {
  const whole = integerPart(b);
  const fraction = b.slice(whole.length);
  if (whole === smallestInteger) return whole + midpoint('', fraction);
  if (fraction !== '') return whole;
  const previous = decrement(whole);
  // The smallest integer alone is no key: nothing could come before it.
  return previous === smallestInteger ? previous + midpoint('', undefined) : previous;
}

/** `count` keys in order, strictly between two keys. */
export function spread(count: number, a?: string, b?: string): string[] {
  if (count <= 0) return [];
  if (b === undefined || count === 1) {
    const keys: string[] = [];
    let previous = a;
    for (let index = 0; index < count; index++) {
      previous = between(previous, b);
      keys.push(previous);
    }
    return keys;
  }
  const half = Math.floor(count / 2);
  const middle = between(a, b);
  return [...spread(half, a, middle), middle, ...spread(count - half - 1, middle, b)];
}

export type Ordered = { readonly order: string };
export type Placed = { readonly id: string; readonly order: string };

/** Entities of a collection in their order; equal keys (two people added at the same place) go by id. */
export function inOrder<T extends Ordered>(records: Readonly<Record<string, T>>): [id: string, entity: T][] {
  return Object.entries(records).sort(([idA, a], [idB, b]) =>
    compare({ id: idA, order: a.order }, { id: idB, order: b.order }),
  );
}

/** Comparator of the order everybody sees. */
export function compare(a: Placed, b: Placed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/**
 * The key that puts something at `index` among `siblings` (in order, without the thing itself), and the siblings that
 * must take a new key first: usually none, only where equal or overgrown keys leave no room.
 */
export function place(siblings: readonly Placed[], index: number): { order: string; moved: Placed[] } {
  const left = siblings[index - 1]?.order;
  const right = siblings[index]?.order;
  if (left === undefined || right === undefined || left < right) {
    const order = between(left, right);
    if (order.length < longest) return { order, moved: [] };
  }
  const keys = spread(siblings.length + 1);
  const moved = siblings.map(({ id }, at) => ({ id, order: keys[at < index ? at : at + 1]! }));
  return { order: keys[Math.min(Math.max(index, 0), siblings.length)]!, moved };
}

function headLength(key: string): number | undefined {
  const code = key.charCodeAt(0);
  if (code >= 97 && code <= 122) return code - 97 + 2;
  if (code >= 65 && code <= 90) return 90 - code + 2;
  return undefined;
}

const integerPart = (key: string): string => key.slice(0, headLength(key));

/** The fraction half way between two fractions (`b` undefined means 1). */
function midpoint(a: string, b: string | undefined): string {
  if (b !== undefined) {
    let shared = 0;
    while (shared < b.length && (a.charAt(shared) || firstDigit) === b.charAt(shared)) shared++;
    if (shared > 0) return b.slice(0, shared) + midpoint(a.slice(shared), b.slice(shared));
  }
  const low = a === '' ? 0 : digits.indexOf(a.charAt(0));
  const high = b === undefined ? digits.length : digits.indexOf(b.charAt(0));
  if (high - low > 1) return digits.charAt(Math.round((low + high) / 2));
  if (b !== undefined && b.length > 1) return b.charAt(0);
  return digits.charAt(low) + midpoint(a.slice(1), undefined);
}

function increment(whole: string): string | undefined {
  const head = whole.charAt(0);
  const body = whole.slice(1).split('');
  for (let at = body.length - 1; at >= 0; at--) {
    const digit = digits.indexOf(body[at]!) + 1;
    if (digit <= last) {
      body[at] = digits.charAt(digit);
      return head + body.join('');
    }
    body[at] = firstDigit;
  }
  if (head === 'Z') return `a${firstDigit}`;
  if (head === 'z') return undefined;
  const next = String.fromCharCode(head.charCodeAt(0) + 1);
  if (next > 'a') body.push(firstDigit);
  else body.pop();
  return next + body.join('');
}

function decrement(whole: string): string {
  const head = whole.charAt(0);
  const body = whole.slice(1).split('');
  for (let at = body.length - 1; at >= 0; at--) {
    const digit = digits.indexOf(body[at]!) - 1;
    if (digit >= 0) {
      body[at] = digits.charAt(digit);
      return head + body.join('');
    }
    body[at] = lastDigit;
  }
  if (head === 'a') return `Z${lastDigit}`;
  const next = String.fromCharCode(head.charCodeAt(0) - 1);
  if (next < 'Z') body.push(lastDigit);
  else body.pop();
  return next + body.join('');
}
