import type { EncodedColumn, EncodedTable } from '../../domain/discovery/encoded.ts';

type Values = Uint8Array | Uint16Array | Float64Array;

function shared<A extends Values>(from: A): A {
  const make = from.constructor as new (buffer: SharedArrayBuffer) => A;
  const to = new make(new SharedArrayBuffer(from.byteLength));
  to.set(from);
  return to;
}

/** The same table in memory that all threads read: handing it to a thread copies nothing. */
export function shareTable(table: EncodedTable): EncodedTable {
  const columns = table.columns.map((column): EncodedColumn => {
    if (column.kind === 'number') return { kind: 'number', values: shared(column.values) };
    if (column.kind === 'levels') return { ...column, codes: shared(column.codes) };
    return { kind: 'options', codes: column.codes.map(shared) };
  });
  return { ...table, columns };
}
