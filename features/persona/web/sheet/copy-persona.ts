import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { exportPersona } from '../../domain/file.ts';
import type { Persona } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';

/** Makes another persona of a portrait, or of one of its versions, and opens it; what was said of the first stays with it. */
export function useCopyPersona() {
  const t = useText();
  const { workspaceId, persona: address, go } = useWays();
  const { api, query } = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (persona: Persona) => {
      const title = t('bar.copyOf', { name: persona.title.trim() || t('sheet.untitled') });
      const file = exportPersona({ ...persona, title, comments: {}, replies: {} });
      return api.persona.import({ workspaceId, file: { ...file, kind: 'persona', picture: null } });
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: query.persona.list.key() });
      go(address(id));
    },
  });
}
