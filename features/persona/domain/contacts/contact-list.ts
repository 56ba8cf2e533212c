import { z } from 'zod';
import { idSchema } from '#kit/ids.ts';
import { guessColumn } from '#kit/table/column-guess.ts';
import { timeFormatSchema } from '#kit/table/time-format.ts';

/** How the engine keeps one column of a list of contacts. */
export const contactColumnSchema = z.object({
  name: z.string(),
  /** Contacts with something in it. */
  filled: z.int().nonnegative(),
  /**
   * Every different value as first met: a contact keeps the place of its value, from 1. Null: too many, or nearly one for
   * each contact.
   */
  words: z.array(z.string()).nullable(),
  /** Kept as numbers too when there are many different ones: how they are written. */
  number: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('number'), decimal: z.enum(['.', ',']) }),
      /** Days since 1970. */
      z.object({ is: z.literal('date'), format: timeFormatSchema }),
    ])
    .nullable(),
});
export type ContactColumn = z.infer<typeof contactColumnSchema>;

export const contactBalanceSchema = z.object({
  /** Rows of the file; read = kept + set aside. */
  read: z.int().nonnegative(),
  kept: z.int().nonnegative(),
  setAside: z.int().nonnegative(),
  /** Rows set aside, by reason. */
  reasons: z.record(z.string(), z.int().positive()),
});
export type ContactBalance = z.infer<typeof contactBalanceSchema>;

/** Why a row brings no contact, beside what makes it no row. */
export type ContactReason = 'no-contact' | 'repeated-contact';

/** Contacts brought in from one table, and brought in again when it changes. */
export const contactListSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** 1 for the first file, one more each time the list is brought in again. */
  version: z.int().positive(),
  /** What the engine knows this version by. */
  versionId: idSchema,
  fileName: z.string(),
  /** Column that says who a contact is; the same id as the customer of events joins them. */
  idColumn: z.string(),
  columns: z.array(contactColumnSchema),
  contacts: z.int().nonnegative(),
  balance: contactBalanceSchema,
  /** Of the file, to know it again; null where it was brought in before this was kept. */
  fingerprint: z.string().nullable(),
  importedAt: z.string(),
});
export type ContactList = z.infer<typeof contactListSchema>;

/**
 * The list that a file already is: the same bytes with the same column that says who is who, in the list that it would replace
 * or, for a new list, in any.
 */
export function alreadyThere(
  lists: readonly ContactList[],
  wanted: Pick<ContactList, 'idColumn'> & {
    readonly fingerprint: string;
    readonly listId: string | undefined;
  },
): ContactList | undefined {
  return lists.find(
    ({ id, fingerprint, idColumn }) =>
      fingerprint === wanted.fingerprint &&
      idColumn === wanted.idColumn &&
      (wanted.listId === undefined || wanted.listId === id),
  );
}

/** Values somebody can choose among. */
const mostValues = 24;
const inOrder = (a: string, b: string): number => Number(a) - Number(b) || (a < b ? -1 : a > b ? 1 : 0);

/** How a column is kept, in one word: not at all when it has too many different values that are no numbers. */
export const columnKinds = ['words', 'number', 'left-out'] as const;

export const contactListSummarySchema = contactListSchema
  .omit({ versionId: true, columns: true, fingerprint: true })
  .extend({
    columns: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(columnKinds),
        filled: z.int(),
        /** Different values; null when they are not kept. */
        distinct: z.int().nullable(),
        /** All of them, in their order, when they are few enough to choose among. */
        values: z.array(z.string()).nullable(),
        /** How numbers are written, when it holds numbers. */
        decimal: z.enum(['.', ',']).nullable(),
      }),
    ),
  });
export type ContactListSummary = z.infer<typeof contactListSummarySchema>;

/** The list without its words. */
export function summariseContacts({
  versionId: _,
  fingerprint: __,
  columns,
  ...list
}: ContactList): ContactListSummary {
  return {
    ...list,
    columns: columns.map(({ name, filled, words, number }) => ({
      name,
      kind: number ? 'number' : words ? 'words' : 'left-out',
      filled,
      distinct: words?.length ?? null,
      values: words && words.length <= mostValues ? words.toSorted(inOrder) : null,
      decimal:
        number === null
          ? (guessColumn(name, words ?? []).number?.decimal ?? null)
          : number.is === 'number'
            ? number.decimal
            : null,
    })),
  };
}

export const contactImportSchema = z.object({
  id: idSchema,
  listId: idSchema,
  fileName: z.string(),
  status: z.enum(['running', 'imported', 'cancelled', 'failed']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  balance: contactBalanceSchema.nullable(),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type ContactImport = z.infer<typeof contactImportSchema>;

export const contactImportProgressSchema = z.object({
  stage: z.enum(['looking', 'reading']),
  rows: z.int(),
  /** 0 … 1 of the file, in this stage. */
  share: z.number(),
});
export type ContactImportProgress = z.infer<typeof contactImportProgressSchema>;
