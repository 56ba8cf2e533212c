import type { ContactPlan, ContactTerm } from '../domain/detection/contact-plan.ts';

/** Slots of terms that are looked up together at most: tables this small stay in the fastest memory. */
const mostSlots = 220;

/** Something with few values that is looked up in a table: slot 0 says nothing. */
type Slot = { readonly sql: string; readonly slots: number; readonly table: Float64Array };

/** Numbers of a model, made here: written as constants, since there are too many of them to be bound one by one. */
export function constant(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a model holds finite numbers only');
  // Ten decimals of a logarithm: one part in ten thousand million.
  return String(Number(value.toFixed(10)));
}
const whole = (values: readonly number[]): string => `[${values.map(constant).join(',')}]`;
const floats = (values: readonly number[]): string => `[${values.map(constant).join(',')}]::Array(Float64)`;

/**
 * The score of each persona as expressions over a row of `contact`, the engine doing all the adding: looked-up constants
 * (log-probability by level, 0 in the missing slot) and bell curves. Terms with few levels are joined into one table, so that
 * three answers cost one look-up.
 *
 * `columns` must be selected first, `scores` and `answered` over them.
 */
export function scoreSql({ terms, logPrior, k }: ContactPlan): {
  readonly columns: readonly string[];
  readonly scores: readonly string[];
  readonly answered: string;
} {
  const slots = terms.flatMap((term) => (term.kind === 'bell' ? [] : [slotOf(term)]));
  const blocks = joined(slots, k);
  const bells = terms.filter((term) => term.kind === 'bell');
  const columns = [
    ...blocks.map(({ sql }, at) => `${sql} AS block${at}`),
    ...bells.map((term, at) => `${numberSql(term)} AS bell${at}`),
  ];
  const scores = logPrior.map((prior, p) =>
    [
      constant(prior),
      ...blocks.map(({ slots: count, table }, at) => {
        const own = Array.from({ length: count }, (_, slot) => table[slot * k + p]!);
        return `transform(block${at}, range(${count}), ${floats(own)}, 0::Float64)`;
      }),
      ...bells.map(({ bell }, at) => {
        const x = `greatest(${constant(bell.low)}, least(${constant(bell.high)}, bell${at}))`;
        const [a, b, c] = [bell.a[p]!, bell.b[p]!, bell.c[p]!].map(String);
        return `if(isNaN(bell${at}), 0, (${a}) + ${x} * ((${b}) + ${x} * (${c})))`;
      }),
    ].join(' + '),
  );
  const said = [...blocks.map((_, at) => `block${at} > 0`), ...bells.map((_, at) => `NOT isNaN(bell${at})`)];
  return { columns, scores, answered: said.join(' OR ') || '0' };
}

function slotOf(term: Exclude<ContactTerm, { kind: 'bell' }>): Slot {
  if (term.kind === 'word') {
    const code = `words[${term.place}]`;
    const plain = term.slotOf.every((slot, at) => slot === at);
    const sql = plain ? code : `transform(${code}, range(${term.slotOf.length}), ${whole(term.slotOf)}, 0)`;
    return { sql: `toUInt32(${sql})`, slots: term.slots, table: term.table };
  }
  if (term.kind === 'bin') {
    const x = numberSql({ ...term, scale: 'linear' });
    const above = term.edges.map((edge) => `(${x} >= ${String(edge)})`).join(' + ');
    return {
      sql: `if(isNaN(${x}), 0::UInt32, toUInt32(1 + ${above || '0'}))`,
      slots: term.edges.length + 2,
      table: term.table,
    };
  }
  const says = term.columns.map(({ place, saysOf }) =>
    place === 0 ? '0' : `transform(words[${place}], range(${saysOf.length}), ${whole(saysOf)}, 0)`,
  );
  const own = says[term.option]!;
  const others = says.map((each) => `${each} > 0`).join(' OR ');
  return {
    sql: `toUInt32(${term.blank ? `if(${own} = 0 AND (${others}), 1, ${own})` : own})`,
    slots: 3,
    table: term.table,
  };
}

/** A number on its scale; NaN where there is none. */
function numberSql({
  place,
  scale,
  missing,
}: {
  readonly place: number;
  readonly scale: 'linear' | 'log' | 'log1p';
  readonly missing: readonly number[];
}): string {
  const x = `numbers[${place}]`;
  const known = missing.length > 0 ? `if(has(${floats(missing)}, ${x}), nan, ${x})` : x;
  if (scale === 'linear') return known;
  return scale === 'log' ? `if(${known} > 0, log(${known}), nan)` : `if(${known} > -1, log1p(${known}), nan)`;
}

/** Neighbouring slots as one: the place of a pair is unique, and 0 only when neither says anything. */
function joined(slots: readonly Slot[], k: number): Slot[] {
  const blocks: Slot[] = [];
  for (const slot of slots) {
    const last = blocks.at(-1);
    if (last && last.slots * slot.slots <= mostSlots) blocks[blocks.length - 1] = together(last, slot, k);
    else blocks.push(slot);
  }
  return blocks;
}

function together(a: Slot, b: Slot, k: number): Slot {
  const slots = a.slots * b.slots;
  const table = new Float64Array(slots * k);
  for (let i = 0; i < a.slots; i++)
    for (let j = 0; j < b.slots; j++)
      for (let p = 0; p < k; p++)
        table[(i * b.slots + j) * k + p] = a.table[i * k + p]! + b.table[j * k + p]!;
  return { sql: `(${a.sql}) * ${b.slots} + ${b.sql}`, slots, table };
}
