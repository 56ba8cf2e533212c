/**
 * Expressions computed one after the other over the rows of a table: each stage may use the names of the stages before. A
 * name used twice is computed once; written as nested aliases instead, the engine would unfold them all into one another.
 * Columns nobody reads further out are not read.
 */
export type Stages = readonly (readonly string[])[];

/** A FROM: the table (with its condition) and what the stages add. */
export const staged = (table: string, stages: Stages): string =>
  stages
    .filter((stage) => stage.length > 0)
    .reduce((from, stage) => `(SELECT *, ${stage.join(',\n  ')}\nFROM ${from})`, table);
