import type { Column, TableNote } from './table.ts';

/** Gives every column a name of its own: `name`, `name (2)` …, and `column 3` where the header says nothing. */
export function nameColumns(header: readonly string[]): { columns: Column[]; notes: TableNote[] } {
  const taken = new Set<string>();
  const notes: TableNote[] = [];
  const named = header.some((name) => name.trim() !== '');
  const free = (name: string): string => {
    let candidate = name;
    for (let n = 2; taken.has(candidate); n++) candidate = `${name} (${n})`;
    taken.add(candidate);
    return candidate;
  };
  const columns = header.map((cell, index): Column => {
    const told = cell.trim();
    const name = free(told === '' ? `column ${index + 1}` : told);
    if (told === '') {
      if (named) notes.push({ code: 'empty-header', renamed: name });
    } else if (name !== told) notes.push({ code: 'duplicate-header', name: told, renamed: name });
    return { index, name };
  });
  return { columns, notes };
}

/** Columns of formats that declare none: each new key takes the next place. */
export class GrowingColumns {
  readonly #places = new Map<string, number>();
  #columns: Column[] = [];

  get columns(): readonly Column[] {
    return this.#columns;
  }

  place(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const index = this.#columns.length;
    this.#places.set(name, index);
    this.#columns = [...this.#columns, { index, name }];
    return index;
  }
}
