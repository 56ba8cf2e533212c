import { setTimeout as pause } from 'node:timers/promises';
import { exampleOfKind } from '#journey/domain/examples/examples.ts';
import { list as listMaps } from '#journey/server/list.ts';
import type { Locale } from '#kit/locale.ts';
import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { EventMapping } from '#measure/domain/event-import/mapping.ts';
import { importState } from '#measure/server/import-state.ts';
import { previewEvents } from '#measure/server/preview-events.ts';
import { startImport } from '#measure/server/start-import.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import { csatQuestions } from '#testing/simulator/survey.ts';
import { surveyMap } from '#voice/domain/survey-map.ts';
import { startSurveyImport } from '#voice/server/start-survey-import.ts';
import { surveyImportState } from '#voice/server/survey-import-state.ts';
import { defaultMinimum, type Workspace } from '#workspace/domain/schema.ts';
import { create as createWorkspace } from '#workspace/server/create.ts';
import type { World } from '../world.ts';
import { seedIndicators } from './indicators.ts';
import { type SeededPersonas, seedPersonas } from './personas.ts';
import type { SeedPlan } from './plan.ts';
import { simulatedEvents, simulatedSurvey } from './simulated-files.ts';
import { scoreColumns, words } from './words.ts';

export type Seeding = {
  readonly world: World;
  readonly plan: SeedPlan;
  readonly language: Locale;
  readonly signal: AbortSignal;
};

/**
 * Makes the demonstration of one language, through the functions that everybody's imports go through. What an earlier
 * seeding has already made is left as it is, so that one cut short can be ended.
 */
export async function seedLanguage(seeding: Seeding): Promise<Result<Workspace>> {
  const workspace = await workspaceOf(seeding);
  if (!workspace.ok) return workspace;
  const [source, survey] = await Promise.all([
    sourceOf(seeding, workspace.value),
    surveyOf(seeding, workspace.value),
  ]);
  if (!source.ok) return source;
  if (!survey.ok) return survey;
  const day = seeding.plan.end.slice(0, 10);
  const personas = await seedPersonas(seeding.world, workspace.value, seeding.language, day);
  if (!personas.ok) return personas;
  const maps = await drawMaps(seeding, workspace.value, {
    sourceId: source.value,
    surveyId: survey.value,
    personas: personas.value,
  });
  if (!maps.ok) return maps;
  const indicators = await seedIndicators(seeding.world, workspace.value, seeding.language, {
    sourceId: source.value,
    surveyId: survey.value,
    mapId: maps.value,
  });
  return indicators.ok ? workspace : indicators;
}

async function workspaceOf({ world, language }: Seeding): Promise<Result<Workspace>> {
  const known = (await world.workspaces.list()).find(
    (workspace) => workspace.demonstration && workspace.language === language,
  );
  if (known) return ok(known);
  const { workspace: name, zone } = words[language];
  return createWorkspace(world, { name, language, zone, minimum: defaultMinimum }, true);
}

async function sourceOf({ world, plan, language, signal }: Seeding, { id: workspaceId, zone }: Workspace) {
  const known = (await world.sources.list(workspaceId)).find(
    ({ simulated, summary }) => simulated && summary,
  );
  if (known) return ok(known.id);
  const { eventsFile, source: name } = words[language];
  const upload = await world.uploads.receive(workspaceId, eventsFile, simulatedEvents(plan, language));
  if (!upload.ok) return upload;
  const { uploadId } = upload.value;
  const preview = await previewEvents(world, { workspaceId, uploadId });
  if (!preview.ok) return preview;
  const started = await startImport(
    world,
    { workspaceId, uploadId, sourceId: null, name, mapping: eventMapping(language, zone), replace: false },
    true,
  );
  if (!started.ok) return started;
  const { importId, sourceId } = started.value;
  await ended(world.importJobs, workspaceId, importId, signal);
  const state = await importState(world, { workspaceId, importId });
  if (!state.ok) return state;
  return state.value.status === 'complete' ? ok(sourceId) : fail(whyNot(state.value.problem));
}

/** Told rather than guessed: the file names a file number beside the customer, and it is the customer who lives the journey. */
const eventMapping = (language: Locale, zone: string): EventMapping => {
  const { attributes } = words[language];
  return {
    version: 1,
    customer: 'customer',
    time: { column: 'time', format: 'iso', zone },
    event: 'event',
    channel: 'channel',
    score: { column: 'score', min: 1, max: 5, noAnswer: [], decimal: '.' },
    text: 'verbatim',
    orderId: 'case_id',
    eventId: 'event_id',
    attributes: [
      { column: 'persona', name: 'persona', level: 'journey' },
      ...Object.entries(attributes).map(([column, name]) => ({ column, name, level: 'journey' as const })),
    ],
    keepLaterColumns: false,
    missing: [],
  };
};

async function surveyOf({ world, plan, language, signal }: Seeding, { id: workspaceId, zone }: Workspace) {
  const known = (await world.surveys.list(workspaceId)).find(({ simulated }) => simulated);
  if (known) return ok(known.id);
  const { surveyFile, survey: name } = words[language];
  const upload = await world.uploads.receive(workspaceId, surveyFile, simulatedSurvey(plan, language));
  if (!upload.ok) return upload;
  const { uploadId } = upload.value;
  const mapping = {
    respondent: 'respondent',
    time: { column: 'date', format: 'iso', zone },
    scores: scoreColumns(language),
    weight: 'weight',
    splits: ['persona', 'channel', 'plan', 'region', 'age_band'],
    texts: ['comment'],
  };
  const started = await startSurveyImport(world, { workspaceId, uploadId, name, mapping }, true);
  if (!started.ok) return started;
  const { importId, surveyId } = started.value;
  await ended(world.surveyJobs, workspaceId, importId, signal);
  const state = await surveyImportState(world, { workspaceId, importId });
  if (!state.ok) return state;
  return state.value.status === 'complete' ? ok(surveyId) : fail(whyNot(state.value.problem));
}

/** Waits for a job; a stop cancels it, and it takes everything back. */
async function ended(
  jobs: Pick<Jobs<unknown>, 'isRunning' | 'cancel'>,
  workspaceId: Workspace['id'],
  importId: string,
  signal: AbortSignal,
): Promise<void> {
  while (jobs.isRunning(workspaceId, importId)) {
    if (signal.aborted) await jobs.cancel(workspaceId, importId);
    else await pause(15);
  }
}

const whyNot = (found: { code: string; params?: Problem['params'] | undefined } | null): Problem =>
  found ? problem(found.code, found.params) : problem('demonstration.stopped');

type Bound = { readonly sourceId: string; readonly surveyId: string; readonly personas: SeededPersonas };

/**
 * The map proposed from the survey, then the finished examples: the last one drawn is the first one shown, and the one told of.
 */
async function drawMaps(
  { world, plan, language, signal }: Seeding,
  { id: workspaceId }: Workspace,
  { sourceId, surveyId, personas }: Bound,
): Promise<Result<string>> {
  if (signal.aborted) return fail(problem('demonstration.stopped'));
  const there = await listMaps(world, { workspaceId });
  if (!there.ok) return there;
  const { surveyMap: title, surveyStages } = words[language];
  const survey = await world.surveys.get(workspaceId, surveyId);
  if (survey && !there.value.some((map) => map.title === title)) {
    const map = surveyMap(survey, { language, title, newId: world.newId });
    const stages = Object.values(map.stages);
    for (const [index, stage] of stages.entries()) stage.title = surveyStages[index] ?? stage.title;
    for (const touchpoint of Object.values(map.touchpoints)) {
      const [binding] = touchpoint.bindings;
      if (binding?.on === 'survey') touchpoint.channel = channelOf(binding.column) ?? touchpoint.channel;
    }
    const created = await world.createMap(workspaceId, map);
    if (!created.ok) return created;
  }
  let last = '';
  for (const kind of drawnInOrder) {
    const example = exampleOfKind[kind](language, {
      sourceId,
      words: language,
      day: plan.end.slice(0, 10),
    });
    const known = there.value.find((map) => map.title === example.title);
    last = known?.id ?? last;
    if (known) continue;
    for (const [code, personaId] of Object.entries(personas)) {
      const drawn = example.personas[code];
      if (drawn) drawn.personaId = personaId;
    }
    const created = await world.createMap(workspaceId, example);
    if (!created.ok) return created;
    last = created.value;
  }
  return ok(last);
}

const drawnInOrder = ['experience', 'blueprint', 'journey'] as const;

const channelOf = (column: string): string | undefined =>
  column in csatQuestions ? csatQuestions[column as keyof typeof csatQuestions][1] : undefined;
