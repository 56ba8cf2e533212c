import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { journeyMapDocument } from '#journey/domain/document.ts';
import { laneSetDocument } from '#journey/domain/lane-set.ts';
import { mediaHead, recogniseMedia } from '#journey/domain/media.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { problem } from '#kit/problem.ts';
import { randomId } from '#kit/random-id.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { PseudonymKey } from '#measure/analytics/pseudonym-sql.ts';
import type { ImportProgress } from '#measure/domain/event-import/import-record.ts';
import type { IdentityProgress } from '#measure/domain/identity/identity.ts';
import { madeWhole, type SourceMaking } from '#measure/domain/lived-journey/journey-rule.ts';
import { createDashboardStore } from '#measure/server/dashboard/dashboard-store.ts';
import { createIdentityStore } from '#measure/server/identity/identity-store.ts';
import { createImportStore } from '#measure/server/import-store.ts';
import { createAlertStore } from '#measure/server/indicator/alert-store.ts';
import type { AlertWords } from '#measure/server/indicator/check-alerts.ts';
import { createIndicatorStore } from '#measure/server/indicator/indicator-store.ts';
import type { PeriodScoresPort } from '#measure/server/indicator/ports.ts';
import type { SurveyAnswer, SurveyQuestion } from '#measure/server/measuring/ports.ts';
import { usualKeeping } from '#measure/server/measuring/usual-keeping.ts';
import { recoverSources } from '#measure/server/recover-sources.ts';
import type { ReportPorts } from '#measure/server/report/report-pdf.ts';
import { createSourceStore } from '#measure/server/source-store.ts';
import type { PersonaUse } from '#persona/contract.ts';
import type { ContactImportProgress } from '#persona/domain/contacts/contact-list.ts';
import type { DiscoveryProgress } from '#persona/domain/discovery/result.ts';
import { personaDocument } from '#persona/domain/document.ts';
import { findAttributedRun } from '#persona/server/contacts/attributed-run.ts';
import { createContactStore } from '#persona/server/contacts/contact-store.ts';
import { recoverContacts } from '#persona/server/contacts/recover-contacts.ts';
import type { PortraitWords } from '#persona/server/deliverable/portrait-words.ts';
import { createModelStore } from '#persona/server/detection/model-store.ts';
import { createDiscoveryStore } from '#persona/server/discovery/discovery-store.ts';
import { personaIds } from '#persona/server/find-persona.ts';
import { createPictureStore } from '#persona/server/picture-store.ts';
import { createQuestionnaireStore } from '#persona/server/questionnaire/questionnaire-store.ts';
import { createQuizStore } from '#persona/server/quiz-store.ts';
import { createSegmentStore } from '#persona/server/segment-store.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { type Collaboration, createCollaboration } from '#platform/collaboration/collaboration.ts';
import { createPostgresDocumentStore } from '#platform/collaboration/postgres-document-store.ts';
import { createRedisExtension } from '#platform/collaboration/redis.ts';
import type { Config } from '#platform/config/config.ts';
import { type DataLock, lockDataFolder } from '#platform/files/data-lock.ts';
import { createKeptFiles } from '#platform/files/kept-files.ts';
import { createUploads, type Uploads } from '#platform/files/uploads.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { createMailer } from '#platform/mail/mail.ts';
import { openPostgres, type Postgres } from '#platform/postgres/open.ts';
import type { Logger } from '#platform/telemetry/log.ts';
import { createMetrics, type Metrics } from '#platform/telemetry/metrics.ts';
import { groupSizes } from '#voice/analytics/group-sizes.ts';
import { periodScores } from '#voice/analytics/period-scores.ts';
import { surveyScores } from '#voice/analytics/survey-scores.ts';
import type { SurveyImportProgress } from '#voice/server/read-answers.ts';
import { recoverSurveyImports } from '#voice/server/recover-imports.ts';
import { createSurveyStore } from '#voice/server/survey-store.ts';
import { createWorkspaceStore } from '#workspace/server/workspace-store.ts';
import { type AlertWatch, createAlertWatch } from './alert-watch.ts';
import { detachPersona, findPersonaUses } from './persona-uses.ts';

/** Everything one process of Parcours holds open. Rooms see only the part their ports name. */
export type World = Awaited<ReturnType<typeof assemble>>;

type Stores = {
  readonly config: Config;
  readonly logger: Logger;
  readonly lock: DataLock;
  readonly postgres: Postgres;
  readonly engine: Engine;
};

/**
 * Opens the stores of the configuration, brings them up to date, and takes back what a crash left.
 * Problems: `data.locked`, `data.unusable`, and those of the stores. `open`: another way to an engine, for tests.
 */
export async function openWorld(
  config: Config,
  logger: Logger,
  open: typeof openEngine = openEngine,
): Promise<Result<World>> {
  try {
    await mkdir(config.dataDir, { recursive: true });
  } catch (error) {
    return fail(problem('data.unusable', { folder: config.dataDir, reason: String(error) }, 503));
  }
  const lock = await lockDataFolder(config.dataDir);
  if (!lock.ok) return lock;
  const postgres = await openPostgres({
    url: config.databaseUrl,
    dataDir: join(config.dataDir, 'postgres'),
    logger,
  });
  if (!postgres.ok) {
    await lock.value.release();
    return postgres;
  }
  const engine = await open({
    ...(config.clickhouseUrl ? { url: config.clickhouseUrl } : {}),
    ...(config.clickhouseCluster ? { cluster: config.clickhouseCluster } : {}),
    dataDir: join(config.dataDir, 'engine'),
    memory: config.memory,
    logger,
  });
  if (!engine.ok) {
    await postgres.value.close();
    await lock.value.release();
    return engine;
  }
  return ok(
    await assemble({ config, logger, lock: lock.value, postgres: postgres.value, engine: engine.value }),
  );
}

async function assemble({ config, logger, lock, postgres, engine }: Stores) {
  const now = () => new Date();
  const newId = randomId;
  const metrics: Metrics = createMetrics();
  const workspaces = createWorkspaceStore(postgres.db);
  const documents = createPostgresDocumentStore(postgres.db);
  const collaboration: Collaboration = createCollaboration({
    store: documents,
    kinds: [personaDocument, journeyMapDocument, laneSetDocument],
    logger,
    now,
    newId,
    redis: config.redisUrl ? await createRedisExtension(config.redisUrl, logger) : undefined,
  });
  const sources = createSourceStore(postgres.db);
  const imports = createImportStore(postgres.db);
  const surveys = createSurveyStore(postgres.db);
  const contacts = createContactStore(postgres.db);
  const uploads: Uploads = createUploads(join(config.dataDir, 'uploads'));
  const media = createKeptFiles(join(config.dataDir, 'media'), recogniseMedia, mediaHead);
  const folder = join(config.dataDir, 'set-aside');
  const onFault = (error: unknown) => logger.error({ err: error }, 'an import failed unexpectedly');
  let alertWatch: AlertWatch | undefined;
  const onImported = (workspaceId: WorkspaceId) => alertWatch?.check(workspaceId);
  const importJobs: Jobs<ImportProgress> = createJobs(onFault, onImported);
  const identityJobs: Jobs<IdentityProgress> = createJobs((error) =>
    logger.error({ err: error }, 'journeys could not follow the identities'),
  );
  const surveyJobs: Jobs<SurveyImportProgress> = createJobs(onFault, onImported);
  const contactJobs: Jobs<ContactImportProgress> = createJobs(onFault);
  const discoveryJobs: Jobs<DiscoveryProgress> = createJobs((error) =>
    logger.error({ err: error }, 'a search for personas failed unexpectedly'),
  );
  const codeJobs: Jobs<null> = createJobs((error) =>
    logger.warn({ err: error }, 'codes of journeys could not be kept: figures are counted from the journeys'),
  );

  const setting = async (workspaceId: WorkspaceId) => {
    const workspace = await workspaces.find(workspaceId);
    return workspace ? ok(workspace) : fail(problem('workspace.not-found', { workspaceId }, 404));
  };

  /** Maps that other rooms read or propose: the journey's document, through its live editing. */
  const readMap = async (workspaceId: WorkspaceId, mapId: string): Promise<Result<JourneyMap>> => {
    const reading = await collaboration.read(workspaceId, journeyMapDocument, mapId);
    return reading.ok ? ok(reading.value.document) : reading;
  };
  const createMap = async (workspaceId: WorkspaceId, map: JourneyMap): Promise<Result<string>> => {
    const id = newId();
    const created = await collaboration.create(workspaceId, journeyMapDocument, id, map);
    return created.ok ? ok(id) : created;
  };

  const world = {
    config,
    logger,
    lock,
    metrics,
    now,
    newId,
    postgres,
    engine,
    workspaces,
    documents,
    collaboration,
    author: 'owner',
    sources,
    imports,
    indicators: createIndicatorStore(postgres.db),
    alerts: createAlertStore(postgres.db),
    dashboards: createDashboardStore(postgres.db),
    async reportWords(workspaceId: WorkspaceId, language: Locale): ReturnType<ReportPorts['reportWords']> {
      const found = await setting(workspaceId);
      if (!found.ok) return found;
      const { reportWords } = await import('./report-words.ts');
      return ok(reportWords(found.value, language, now()));
    },
    mailer: config.mail ? createMailer(config.mail.url, config.mail.from) : null,
    async alertWords(workspaceId: WorkspaceId, language: Locale): Promise<Result<AlertWords>> {
      const found = await setting(workspaceId);
      if (!found.ok) return found;
      const { alertWords } = await import('./alert-words.ts');
      return ok(alertWords(found.value, language));
    },
    /** Looks at the indicators of all workspaces, now and once a day; until then only after imports. */
    watchAlerts: () => alertWatch?.begin(() => workspaces.list()),
    surveys,
    async sourceMaking(workspaceId: WorkspaceId, sourceId: string): Promise<SourceMaking> {
      const source = await sources.get(workspaceId, sourceId);
      return source ?? madeWhole;
    },
    uploads,
    media,
    folder,
    importJobs,
    identities: createIdentityStore(postgres.db),
    identityJobs,
    keptCodes: { ...usualKeeping, jobs: codeJobs },
    surveyJobs,
    readMap,
    createMap,
    personaUses: (workspaceId: WorkspaceId, personaId: string) =>
      findPersonaUses(collaboration, documents, workspaceId, personaId),
    detachPersona: (workspaceId: WorkspaceId, personaId: string, uses: readonly PersonaUse[]) =>
      detachPersona(collaboration, workspaceId, personaId, uses, 'owner'),
    // Loaded when asked: a start does not wait for the words of the pages.
    async portraitWords(workspaceId: WorkspaceId, language: Locale): Promise<Result<PortraitWords>> {
      const found = await setting(workspaceId);
      if (!found.ok) return found;
      const { portraitWords } = await import('./portrait-words.ts');
      return ok(portraitWords(found.value, language, now()));
    },
    personaPictures: createPictureStore(postgres.db),
    segments: createSegmentStore(postgres.db),
    quizzes: createQuizStore(postgres.db),
    detectionModels: createModelStore(postgres.db),
    contacts,
    contactJobs,
    discoveries: createDiscoveryStore(postgres.db),
    discoveryJobs,
    questionnaires: createQuestionnaireStore(postgres.db),
    personaIds: (workspaceId: WorkspaceId) => personaIds({ collaboration }, workspaceId),
    async zoneOf(workspaceId: WorkspaceId): Promise<Result<string>> {
      const found = await setting(workspaceId);
      return found.ok ? ok(found.value.zone) : found;
    },
    async pseudonymKeyOf(workspaceId: WorkspaceId): Promise<Result<PseudonymKey>> {
      const key = await workspaces.pseudonymKey(workspaceId);
      return key ? ok(key) : fail(problem('workspace.not-found', { workspaceId }, 404));
    },
    async minimumOf(workspaceId: WorkspaceId): Promise<Result<number>> {
      const found = await setting(workspaceId);
      return found.ok ? ok(found.value.minimum) : found;
    },
    /** Answers a map asks of a survey: the voice's room. */
    /** The run whose personas split figures: one whose contacts are still there. */
    attributedRun: (workspaceId: WorkspaceId, runId: string | null) =>
      findAttributedRun(contacts, workspaceId, runId),
    async surveyScores(
      workspaceId: WorkspaceId,
      surveyId: string,
      question: SurveyQuestion,
    ): Promise<Result<SurveyAnswer | undefined>> {
      const survey = await surveys.get(workspaceId, surveyId);
      return ok(
        survey && { survey, scores: await surveyScores(engine, { workspaceId, survey, ...question }) },
      );
    },
    async surveySpan(workspaceId: WorkspaceId, surveyId: string) {
      const survey = await surveys.get(workspaceId, surveyId);
      return survey && { name: survey.name, first: survey.firstAt, last: survey.lastAt };
    },
    /** Answers by period: the voice's room. */
    async periodScores(
      workspaceId: WorkspaceId,
      surveyId: string,
      question: Parameters<PeriodScoresPort['periodScores']>[2],
    ): ReturnType<PeriodScoresPort['periodScores']> {
      const survey = await surveys.get(workspaceId, surveyId);
      if (!survey) return fail(problem('survey.not-found', { surveyId }, 404));
      const score = survey.mapping.scores.find(({ column }) => column === question.column);
      const sums = await periodScores(engine, { workspaceId, survey, ...question });
      if (!sums || !score)
        return fail(problem('indicator.no-such-score', { column: question.column, survey: survey.name }));
      return ok({ survey, label: score.label, scale: score.scale, sums });
    },
    async surveyGroups(workspaceId: WorkspaceId, surveyId: string, column: string) {
      const survey = await surveys.get(workspaceId, surveyId);
      const sizes = survey ? await groupSizes(engine, { workspaceId, survey, by: column }) : [];
      return sizes.map(({ key, respondents }) => ({ value: key, journeys: respondents }));
    },
    onRows(kept: number, setAside: number) {
      metrics.importedRows.inc({ outcome: 'kept' }, kept);
      metrics.importedRows.inc({ outcome: 'set-aside' }, setAside);
    },
    /** Cancels imports, ends live editing, closes the stores, lets the data folder go. */
    async close(): Promise<void> {
      await Promise.all([
        importJobs.stopAll(),
        identityJobs.stopAll(),
        surveyJobs.stopAll(),
        contactJobs.stopAll(),
        discoveryJobs.stopAll(),
        codeJobs.stopAll(),
      ]);
      await alertWatch?.stop();
      await collaboration.destroy();
      await engine.close();
      await postgres.close();
      await lock.release();
    },
  };
  alertWatch = createAlertWatch(world, logger);
  await recoverSources(
    world,
    (await workspaces.list()).map(({ id }) => id),
  );
  await recoverSurveyImports(world);
  await recoverContacts(world);
  await uploads.sweep(Date.now());
  await media.sweep();
  return world;
}
