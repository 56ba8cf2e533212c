import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import type { SurveyMapping } from '../domain/survey.ts';
import { importSurvey } from './import-survey.ts';
import type { VoicePorts } from './ports.ts';

/**
 * Begins the import of an uploaded file; it goes on by itself and is followed by its id. Problem: `upload.not-found`.
 * `simulated` is for the seed only: the endpoint does not take it.
 */
export async function startSurveyImport(
  ports: VoicePorts,
  {
    workspaceId,
    uploadId,
    name,
    mapping,
  }: { workspaceId: WorkspaceId; uploadId: string; name: string; mapping: SurveyMapping },
  simulated = false,
): Promise<Result<{ importId: string; surveyId: string }>> {
  const upload = await ports.uploads.find(workspaceId, uploadId);
  if (!upload.ok) return upload;
  const importId = ports.newId();
  const surveyId = ports.newId();
  const { path, fileName } = upload.value;
  await new Promise<void>((begun) => {
    ports.surveyJobs.start(workspaceId, importId, async (follow) => {
      try {
        const outcome = await importSurvey(ports, {
          workspaceId,
          importId,
          surveyId,
          name,
          mapping,
          simulated,
          file: { path, name: fileName },
          ...follow,
          onBegun: begun,
        });
        if (outcome.ok) await ports.uploads.remove(workspaceId, uploadId);
      } finally {
        begun();
      }
    });
  });
  return ok({ importId, surveyId });
}
