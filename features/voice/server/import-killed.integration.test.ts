import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';
import { openPostgres } from '#platform/postgres/open.ts';
import { makeDataFolder } from '#testing/data-folder.ts';
import { surveyScores } from '../analytics/survey-scores.ts';
import { recoverSurveyImports } from './recover-imports.ts';
import { createSurveyStore } from './survey-store.ts';

const logger = pino({ level: 'silent' });
const workspaceId = 'w' as WorkspaceId;
const people = 60_000;
const root = join(import.meta.dirname, '../../..');

/** Imports one file and says when it begins and when it is done, as a server would, until it is killed. */
const program = (folder: string): string => `
  import { pino } from 'pino';
  import { unwrap } from '#kit/result.ts';
  import { openEngine } from '#platform/clickhouse/open-engine.ts';
  import { openPostgres } from '#platform/postgres/open.ts';
  import { surveyMapping } from '#testing/survey-world.ts';
  import { importSurvey } from '#voice/server/import-survey.ts';
  import { createSurveyStore } from '#voice/server/survey-store.ts';
  const engine = unwrap(await openEngine({ dataDir: '${folder}/engine' }));
  const postgres = unwrap(await openPostgres({ dataDir: '${folder}/postgres', logger: pino({ level: 'silent' }) }));
  const outcome = await importSurvey(
    { engine, surveys: createSurveyStore(postgres.db), folder: '${folder}/aside', now: () => new Date(),
      newId: () => crypto.randomUUID() },
    { workspaceId: 'w', name: 'x', file: { path: '${folder}/answers.csv', name: 'answers.csv' },
      mapping: surveyMapping([{ column: 'note', kind: 'nps', scale: { min: 0, max: 10 } }], { respondent: 'personne' }),
      onBegun: () => process.send('begun') });
  process.send(outcome.ok ? 'done' : outcome.problem.code);
  await new Promise(() => setInterval(() => {}, 1000));
`;

describe('an import of answers that is killed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await makeDataFolder();
    const rows = Array.from(
      { length: people },
      (_, i) => `p${i},${i % 11},"mot ${i}"\n${i % 100 === 0 ? `p${i},5,deux fois\n` : ''}`,
    );
    await writeFile(join(folder, 'answers.csv'), `personne,note,verbatim\n${rows.join('')}`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function begin(): Promise<{ child: ChildProcess; said: () => Promise<string> }> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program(folder)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return { child, said: async () => String((await once(child, 'message'))[0]) };
  }

  async function afterRestart(): Promise<{ surveys: number; cells: number; answers: number; files: number }> {
    const engine = unwrap(await openEngine({ dataDir: join(folder, 'engine') }));
    const postgres = unwrap(await openPostgres({ dataDir: join(folder, 'postgres'), logger }));
    try {
      const surveys = createSurveyStore(postgres.db);
      const setting = {
        engine,
        surveys,
        folder: join(folder, 'aside'),
        now: () => new Date(),
        newId: () => 'x',
      };
      await recoverSurveyImports(setting);
      const all = await surveys.list(workspaceId);
      const [row] = await engine.query<{ cells: number }>('SELECT count() AS cells FROM survey_cell');
      let answers = 0;
      for (const survey of all) {
        const [score] = await surveyScores(engine, { workspaceId, survey });
        answers += score?.answers ?? 0;
        expect(survey.balance.setAside).toEqual({ 'duplicate-respondent': people / 100 });
      }
      const files = await readdir(setting.folder).catch(() => []);
      return { surveys: all.length, cells: row?.cells ?? 0, answers, files: files.length };
    } finally {
      await engine.close();
      await postgres.close();
    }
  }

  it('is absent or whole after the restart, wherever it was killed, and can be made again', async () => {
    const absent = { surveys: 0, cells: 0, answers: 0, files: 0 };
    const whole = { surveys: 1, cells: people * 3, answers: people, files: 1 };
    for (const milliseconds of [0, 300, 1000]) {
      const { child, said } = await begin();
      expect(await said()).toBe('begun');
      await pause(milliseconds);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect([absent, whole]).toContainEqual(await afterRestart());
    }
    const { child, said } = await begin();
    expect(await said()).toBe('begun');
    expect(await said()).toBe('done');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await afterRestart()).toEqual(whole);
  }, 240_000);
});
