import { useQuery } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';

type Named = { readonly key: string; readonly name: string; readonly personaId: string | null };

/** How a persona of a model is called and drawn: by the workspace if it knows it, else by the model. */
export function usePersonaNames(): (persona: Named) => { readonly name: string; readonly color: string } {
  const t = useText();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const { data } = useQuery(query.persona.list.queryOptions({ input: { workspaceId } }));
  return ({ key, name, personaId }) => {
    const known = data?.find(({ id }) => id === personaId);
    return {
      name: known?.title.trim() || name.trim() || t('attribution.unnamed', { key }),
      color: known ? `var(--persona-${known.colour})` : 'var(--ink)',
    };
  };
}
