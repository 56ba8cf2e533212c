import { z } from 'zod';

/** An id that a customer appears under, and the person it belongs to. The same twice: an id that stands for itself again. */
export const identityLinkSchema = z.object({
  alias: z.string().trim().min(1).max(500),
  person: z.string().trim().min(1).max(500),
});
export type IdentityLink = z.infer<typeof identityLinkSchema>;

/** One entry of the history of identities of a workspace; its number is the version that came of it. */
export const identityChangeSchema = z.object({
  version: z.int().positive(),
  at: z.string(),
  author: z.string(),
  /** Links written down here; 0 for a change that takes another one back. */
  links: z.int().nonnegative(),
  /** File they came from, and its rows without one of the two ids. */
  fileName: z.string().nullable(),
  setAside: z.int().nonnegative(),
  /** The links themselves, where one to three were written by hand. */
  written: z.array(identityLinkSchema).max(3),
  /** The change that this one takes back. */
  undoes: z.int().positive().nullable(),
});
export type IdentityChange = z.infer<typeof identityChangeSchema>;

/** Sources whose journeys are made again after a change, and how many of them are. */
export const identityProgressSchema = z.object({ done: z.int(), of: z.int() });
export type IdentityProgress = z.infer<typeof identityProgressSchema>;

/** The version that a workspace is at; 0: nobody was ever joined to anybody. */
export const versionOf = (changes: readonly Pick<IdentityChange, 'version'>[]): number =>
  Math.max(0, ...changes.map(({ version }) => version));

/** Identities as they are now. */
export const identitiesSchema = z.object({
  version: z.int().nonnegative(),
  /** Ids that belong to another, and the persons they belong to. */
  aliases: z.int().nonnegative(),
  persons: z.int().nonnegative(),
  /** Newest first; `holds`: neither taken back nor a taking back. */
  changes: z.array(identityChangeSchema.extend({ holds: z.boolean() })),
  /** Journeys being made again; null when all are as said here. */
  progress: identityProgressSchema.nullable(),
});
export type Identities = z.infer<typeof identitiesSchema>;

type Undoing = Pick<IdentityChange, 'version' | 'undoes'>;

/** The changes that are taken back, by one that is not itself taken back. */
export function takenBack(changes: readonly Undoing[]): ReadonlySet<number> {
  const gone = new Set<number>();
  const newestFirst = [...changes].sort((a, b) => b.version - a.version);
  for (const { version, undoes } of newestFirst) if (!gone.has(version) && undoes !== null) gone.add(undoes);
  return gone;
}

/** The changes that hold: those that join or part ids and are not taken back. Oldest first. */
export function holdingChanges(changes: readonly Undoing[]): number[] {
  const gone = takenBack(changes);
  return changes
    .filter(({ version, undoes }) => undoes === null && !gone.has(version))
    .map(({ version }) => version)
    .sort((a, b) => a - b);
}

/**
 * Who is who by links in the order in which they were written: of one id the last link counts, and a person may itself be
 * an id of somebody else, to any depth. Gives only ids that belong to another; `cycle`: ids that lead back to themselves.
 */
export function whoIsWho(links: readonly IdentityLink[]): {
  readonly personOf: ReadonlyMap<string, string>;
  readonly cycle: readonly string[];
} {
  const last = new Map<string, string>();
  for (const { alias, person } of links) last.set(alias, person);
  for (const [alias, person] of last) if (alias === person) last.delete(alias);
  const personOf = new Map<string, string>();
  for (const alias of last.keys()) {
    const passed = new Set([alias]);
    let person = alias;
    for (let next = last.get(person); next !== undefined; next = last.get(person)) {
      if (passed.has(next)) return { personOf: new Map(), cycle: [...passed] };
      passed.add(next);
      person = next;
    }
    personOf.set(alias, person);
  }
  return { personOf, cycle: [] };
}
