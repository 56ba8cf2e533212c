import type { Persona } from '../../domain/schema.ts';

/** Open threads of a portrait: about each statement, and in all. */
export function openThreads({ comments }: Pick<Persona, 'comments'>): {
  readonly all: number;
  readonly about: ReadonlyMap<string, number>;
} {
  const about = new Map<string, number>();
  const open = Object.values(comments).filter(({ resolved }) => resolved === null);
  for (const { target } of open) {
    if (target.statementId !== null) about.set(target.statementId, (about.get(target.statementId) ?? 0) + 1);
  }
  return { all: open.length, about };
}
