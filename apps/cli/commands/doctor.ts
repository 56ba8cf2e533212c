import { access, constants, mkdtemp, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { ownerOf } from '#platform/files/data-lock.ts';
import { createLogger } from '#platform/telemetry/log.ts';
import { problemSentence } from '../../problem-sentence.ts';
import { openWorld } from '../../server/world.ts';
import { commandConfig } from '../config.ts';
import { exitCode, type Output } from '../output.ts';
import { pagesBuilt } from '../pages.ts';

type Check = {
  readonly check: 'node' | 'folder' | 'space' | 'server' | 'stores' | 'pages';
  /** `note`: nothing is wrong, but it is worth knowing. */
  readonly state: 'good' | 'note' | 'bad';
  readonly sentence: string;
};

/** Room for the two stores and one import; under it, imports begin to fail. */
const enoughSpace = 1_000_000_000;
const oldestNode = 24;

/** Looks at everything that a start needs, and says each; exit 1 when something is wrong. */
export async function doctor(output: Output): Promise<void> {
  const config = commandConfig();
  if (!config.ok) return output.refuse(config.problem);
  const { dataDir } = config.value;
  const checks = [checkNode(output), await checkFolder(output, dataDir), await checkSpace(output, dataDir)];
  checks.push(...(await checkRunning(output, config.value)), checkPages(output));
  const well = checks.every(({ state }) => state !== 'bad');
  const marks = { good: '✓', note: '–', bad: '✗' } as const;
  output.answer({ ok: well, checks }, () =>
    checks.map(({ state, sentence }) => `${marks[state]} ${sentence}`),
  );
  if (!well) process.exitCode = exitCode.refused;
}

function checkNode({ say }: Output): Check {
  const version = process.versions.node;
  const good = Number.parseInt(version, 10) >= oldestNode;
  const sentence = say(good ? 'doctor.node' : 'doctor.oldNode', { version, needed: oldestNode });
  return { check: 'node', state: good ? 'good' : 'bad', sentence };
}

/** Writes where the stores would; a folder that is not there yet must be one that can be made. */
async function checkFolder({ say }: Output, folder: string): Promise<Check> {
  try {
    if (await isFolder(folder)) {
      const trial = join(folder, `.doctor-${process.pid}`);
      await writeFile(trial, 'x');
      await rm(trial);
      return { check: 'folder', state: 'good', sentence: say('doctor.folder', { folder }) };
    }
    await access(await firstThere(folder), constants.W_OK);
    return { check: 'folder', state: 'good', sentence: say('doctor.folderToMake', { folder }) };
  } catch (error) {
    const sentence = say('doctor.folderUnusable', { folder, reason: (error as Error).message });
    return { check: 'folder', state: 'bad', sentence };
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found && !found.isDirectory()) throw new Error('ENOTDIR');
  return found !== undefined;
}

/** The nearest folder above that exists. */
async function firstThere(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (await isFolder(folder)) return folder;
    if (dirname(folder) === folder) return folder;
  }
}

async function checkSpace({ say, format }: Output, folder: string): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(await firstThere(folder));
    const free = bavail * bsize;
    const good = free >= enoughSpace;
    const params = { free: format.bytes(free), needed: format.bytes(enoughSpace) };
    return {
      check: 'space',
      state: good ? 'good' : 'bad',
      sentence: say(good ? 'doctor.space' : 'doctor.lowSpace', params),
    };
  } catch (error) {
    const sentence = say('doctor.folderUnusable', { folder, reason: (error as Error).message });
    return { check: 'space', state: 'bad', sentence };
  }
}

/** A server that owns the folder must answer; without one the stores must open. */
async function checkRunning(output: Output, config: Config): Promise<Check[]> {
  const { say } = output;
  const owner = await ownerOf(config.dataDir);
  if (!owner)
    return [
      { check: 'server', state: 'note', sentence: say('doctor.noServer') },
      await checkStores(output, config),
    ];
  const { address, pid } = owner;
  if (address === null)
    return [{ check: 'server', state: 'note', sentence: say('doctor.commandRunning', { pid }) }];
  const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(10_000) }).catch(
    () => undefined,
  );
  const state = answer?.ok ? 'good' : answer?.status === 503 ? 'note' : 'bad';
  const key = { good: 'doctor.running', note: 'doctor.starting', bad: 'doctor.silent' } as const;
  return [{ check: 'server', state, sentence: say(key[state], { address, pid }) }];
}

/** Opens them as a start would. A data folder that is not there yet is not made: another one is tried and removed. */
async function checkStores({ say, locale }: Output, config: Config): Promise<Check> {
  const there = await isFolder(config.dataDir).catch(() => false);
  const dataDir = there ? config.dataDir : await mkdtemp(join(tmpdir(), 'parcours-doctor-'));
  try {
    const world = await openWorld({ ...config, dataDir }, createLogger('silent'));
    if (!world.ok) return { check: 'stores', state: 'bad', sentence: problemSentence(world.problem, locale) };
    const { postgres, engine } = world.value;
    // Not `ready()`: the engine is opened, whether a start would need it or not.
    await Promise.all([postgres.query('select 1'), engine.query('SELECT 1')]);
    const sentence = say('doctor.stores', { postgres: postgres.kind, engine: engine.kind });
    await world.value.close();
    return { check: 'stores', state: 'good', sentence };
  } catch (error) {
    const sentence = say('doctor.storesFailed', { reason: (error as Error).message });
    return { check: 'stores', state: 'bad', sentence };
  } finally {
    if (!there) await rm(dataDir, { recursive: true, force: true });
  }
}

const checkPages = ({ say }: Output): Check =>
  pagesBuilt()
    ? { check: 'pages', state: 'good', sentence: say('doctor.pages') }
    : { check: 'pages', state: 'note', sentence: say('doctor.pagesMissing') };
