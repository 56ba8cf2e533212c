import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '#client/react.tsx';
import { exportPersona } from '../../domain/file.ts';
import { useToday, useWays } from '../ways.tsx';

/** Puts the three finished examples in the workspace, with their segments and situations where there are none. */
export function useExamples(): {
  readonly load: () => void;
  readonly pending: boolean;
  readonly error: unknown;
} {
  const { api, query } = useApi();
  const { workspaceId, language } = useWays();
  const today = useToday();
  const client = useQueryClient();
  const load = useMutation({
    mutationFn: async () => {
      // Their words are many: they are fetched by who wants them.
      const [{ examplePersona, examplePersonaCodes }, { exampleSegments }, { exampleQuiz }] =
        await Promise.all([
          import('../../domain/examples/personas.ts'),
          import('../../domain/examples/segments.ts'),
          import('../../domain/examples/quiz.ts'),
        ]);
      const ids: Record<string, string> = {};
      for (const code of examplePersonaCodes) {
        const { kind: _kind, ...file } = exportPersona(examplePersona(code, language, today));
        const made = await api.persona.import({
          workspaceId,
          file: { ...file, kind: 'persona', picture: null },
        });
        ids[code] = made.id;
      }
      const [segments, questions] = await Promise.all([
        api.persona.segments({ workspaceId }),
        api.persona.quizQuestions({ workspaceId }),
      ]);
      if (segments.length === 0) {
        for (const { settings, shares } of exampleSegments(language)) {
          const segment = await api.persona.addSegment({ workspaceId, ...settings });
          await api.persona.setShares({
            workspaceId,
            cells: examplePersonaCodes.map((code) => ({
              personaId: ids[code]!,
              segmentId: segment.id,
              share: shares[code],
            })),
          });
        }
      }
      if (questions.length === 0) {
        for (const { persona, situation, explanation } of exampleQuiz(language)) {
          await api.persona.addQuizQuestion({
            workspaceId,
            personaId: ids[persona]!,
            situation,
            explanation,
          });
        }
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: query.persona.key() }),
  });
  return { load: () => load.mutate(), pending: load.isPending, error: load.error };
}
