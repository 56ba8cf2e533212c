import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '#client/react.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';

type Named = { readonly id: string; readonly name: string };

/** Makes a map of a source or of a survey, named after it, and opens it. Its content is in the workspace's language. */
export function useProposeMap(workspace: Workspace) {
  const { api, query } = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const propose = useMutation({
    mutationFn: (make: () => Promise<{ mapId: string }>) => make(),
    onSuccess: async ({ mapId }) => {
      void client.invalidateQueries({ queryKey: query.journey.list.key() });
      await navigate({
        to: '/w/$workspaceId/maps/$mapId',
        params: { workspaceId: workspace.id, mapId },
      });
    },
  });
  const common = ({ name }: Named) => ({
    workspaceId: workspace.id,
    language: workspace.language,
    title: name,
  });
  return {
    isPending: propose.isPending,
    error: propose.error,
    fromSource: (source: Named) =>
      propose.mutate(() => api.measure.proposeMap({ ...common(source), sourceId: source.id })),
    fromSurvey: (survey: Named) =>
      propose.mutate(() => api.voice.proposeSurveyMap({ ...common(survey), surveyId: survey.id })),
  };
}
