import { journeyMapDocument } from '#journey/domain/document.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import { surveyMap } from '../domain/survey-map.ts';
import { findSurvey } from './find-survey.ts';
import type { VoicePorts } from './ports.ts';

/** A new map whose touchpoints are bound to the score columns of a survey. Problem: `survey.not-found`. */
export async function proposeSurveyMap(
  ports: Pick<VoicePorts, 'surveys' | 'collaboration' | 'newId'>,
  input: { workspaceId: WorkspaceId; surveyId: string; language: Locale; title: string },
): Promise<Result<{ mapId: string }>> {
  const { workspaceId, surveyId, language, title } = input;
  const found = await findSurvey(ports, workspaceId, surveyId);
  if (!found.ok) return found;
  const mapId = ports.newId();
  const map = surveyMap(found.value, { language, title, newId: ports.newId });
  const created = await ports.collaboration.create(workspaceId, journeyMapDocument, mapId, map);
  return created.ok ? ok({ mapId }) : created;
}
