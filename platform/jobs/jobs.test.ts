import { describe, expect, it } from 'vitest';
import { workspaceIdSchema } from '#kit/ids.ts';
import { createJobs } from './jobs.ts';

const here = workspaceIdSchema.parse('w1');
const elsewhere = workspaceIdSchema.parse('w2');

/** Work that lasts until it is told to stop. */
const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

describe('jobs', () => {
  it('follows work, and only for its own workspace', async () => {
    const jobs = createJobs<number>(() => {});
    const begun = new Promise<void>((resolve) => {
      jobs.start(here, 'a', async ({ signal, onProgress }) => {
        onProgress(7);
        resolve();
        await untilStopped(signal);
      });
    });
    await begun;
    expect(jobs.progress(here, 'a')).toBe(7);
    expect(jobs.progress(elsewhere, 'a')).toBeNull();
    await jobs.cancel(elsewhere, 'a');
    expect(jobs.progress(here, 'a')).toBe(7);
    await jobs.cancel(here, 'a');
    expect(jobs.progress(here, 'a')).toBeNull();
  });

  it('waits for everything to be taken back when all stop', async () => {
    const jobs = createJobs<number>(() => {});
    const undone: string[] = [];
    for (const id of ['a', 'b']) {
      jobs.start(here, id, async ({ signal }) => {
        await untilStopped(signal);
        await Promise.resolve();
        undone.push(id);
      });
    }
    await Promise.resolve();
    await jobs.stopAll();
    expect(undone.sort()).toEqual(['a', 'b']);
  });

  it('hands a fault over instead of losing it', async () => {
    const faults: unknown[] = [];
    const jobs = createJobs<number>((error) => faults.push(error));
    jobs.start(here, 'a', () => Promise.reject(new Error('broken')));
    await jobs.stopAll();
    expect(faults).toEqual([new Error('broken')]);
  });
});
