import { useQueries, useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import type { PersonaSummary } from '../contract.ts';
import type { Persona } from '../domain/schema.ts';
import { useWays } from './ways.tsx';

export type KnownPersona = PersonaSummary & { readonly whole: Persona };

/** Every persona of the workspace, whole; undefined while they are fetched. `only`: those of these ids. */
export function usePersonas(only?: readonly string[]): {
  readonly list: readonly PersonaSummary[] | undefined;
  readonly personas: readonly KnownPersona[] | undefined;
  readonly error: unknown;
  readonly retry: () => void;
} {
  const { query } = useApi();
  const { workspaceId } = useWays();
  const list = useQuery(query.persona.list.queryOptions({ input: { workspaceId } }));
  const wanted = list.data?.filter(({ id }) => only === undefined || only.includes(id));
  return useQueries({
    queries: (wanted ?? []).map(({ id }) =>
      query.persona.get.queryOptions({ input: { workspaceId, personaId: id } }),
    ),
    combine: (found) => ({
      list: list.data,
      personas:
        wanted !== undefined && found.every(({ data }) => data !== undefined)
          ? wanted.map((summary, index) => ({ ...summary, whole: found[index]!.data!.persona }))
          : undefined,
      error: list.error ?? found.find(({ error }) => error !== null)?.error ?? null,
      retry: () => {
        void list.refetch();
        for (const one of found) if (one.error !== null) void one.refetch();
      },
    }),
  });
}
