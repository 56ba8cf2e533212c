import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { surveyStatsOfFile } from './survey-stats-of-file.ts';

describe('the score of one column of a file', () => {
  let folder: string;
  let file: { path: string; name: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parcours-stats-'));
    file = { path: join(folder, 'a.csv'), name: 'a.csv' };
    const rows = Array.from(
      { length: 100 },
      (_, i) => `${(i % 5) + 1};${i < 50 ? 'A' : 'B'};${i < 50 ? 2 : 1}`,
    );
    await writeFile(file.path, `note;groupe;poids\n${rows.join('\n')}\nmoyen;B;1\n6;B;1\n`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is the share of satisfied for csat, with the mean beside, and a mean for mean', async () => {
    const csat = unwrap(
      await surveyStatsOfFile({ file, score: 'note', kind: 'csat', weight: 'poids', by: 'groupe' }),
    );
    expect(csat).toMatchObject({
      value: 0.4,
      n: 100,
      interval: { method: 'wilson', level: 0.95 },
      weighted: { value: 0.4 },
      mean: { value: 3, method: 't' },
      refusedTotal: 2,
      refused: [
        { value: '6', count: 1 },
        { value: 'moyen', count: 1 },
      ],
      balance: { read: 102, kept: 102 },
    });
    expect(csat.groups.map(({ key, respondents, estimate }) => [key, respondents, estimate.n])).toEqual([
      ['B', 52, 50],
      ['A', 50, 50],
    ]);
    const mean = unwrap(await surveyStatsOfFile({ file, score: 'note', kind: 'mean', noAnswer: ['6'] }));
    expect(mean).toMatchObject({ value: 3, mean: null, weighted: null, noAnswer: 1, refusedTotal: 1 });
  });

  it('refuses what it cannot compute, and leaves nothing in the folder of temporary files', async () => {
    const temporary = await mkdtemp(join(folder, 'temporary-'));
    vi.stubEnv('TMPDIR', temporary);
    for (const [request, code] of [
      [{ score: 'nulle', kind: 'mean' }, 'survey.missing-column'],
      [{ score: 'note', kind: 'nps', scale: { min: 1, max: 5 } }, 'survey.nps-scale'],
      [{ score: 'note', kind: 'mean', scale: { min: 5, max: 1 } }, 'survey.scale-reversed'],
      [
        { score: 'note', kind: 'mean', file: { path: join(folder, 'none'), name: 'none' } },
        'import.file-not-found',
      ],
    ] as const) {
      expect(await surveyStatsOfFile({ file, ...request })).toMatchObject({ ok: false, problem: { code } });
    }
    vi.unstubAllEnvs();
    expect(await readdir(temporary)).toEqual([]);
  });
});
