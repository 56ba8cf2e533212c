import { createServer } from 'node:net';
import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Config } from '#platform/config/config.ts';
import { ownerOf } from '#platform/files/data-lock.ts';
import type { World } from '../../server/world.ts';
import { commandConfig } from '../config.ts';
import { aborted, untilInterrupted } from '../interrupt.ts';
import type { Output } from '../output.ts';
import { buildPages, pagesBuilt } from '../pages.ts';

/** Builds the pages when asked or missing, opens everything, and answers until it is told to stop. */
export async function serve(output: Output, options: { readonly build: boolean }): Promise<void> {
  const config = commandConfig();
  if (!config.ok) return output.refuse(config.problem);
  const free = await checkFree(config.value);
  if (!free.ok) return output.refuse(free.problem);
  if ((options.build || !pagesBuilt()) && !buildPages(() => output.note(output.say('building'))))
    return output.refuse(problem('command.pages-not-built'));
  const interrupted = untilInterrupted();
  const { openWorld, startServer, createLogger, demonstrationWanted } = await loadServer();
  const world = await openWorld(config.value, createLogger(config.value.logLevel));
  if (!world.ok) return output.refuse(world.problem);

  const prepare = async () => {
    if (!(await demonstrationWanted(world.value))) return;
    output.note(output.say('demonstration'));
    await loadDemonstration(world.value, interrupted);
  };
  const server = await startServer(world.value, prepare);
  if (!server.ok) {
    await world.value.close();
    return output.refuse(server.problem);
  }
  const { address, prepared, stop } = server.value;
  await Promise.race([prepared, aborted(interrupted)]);
  if (!interrupted.aborted) output.answer({ address }, () => [output.say('listening', { address })]);
  await aborted(interrupted);
  await prepared;
  await stop();
}

/** Refuses at once what could only be refused after all has been opened; who comes in between is refused then. */
async function checkFree({ dataDir, host, port }: Config): Promise<Result<void>> {
  const owner = await ownerOf(dataDir);
  if (owner) return fail(problem('data.locked', { folder: dataDir, pid: owner.pid }, 503));
  const taken = await new Promise<boolean>((resolve) => {
    const trial = createServer();
    trial.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    trial.listen(port, host, () => trial.close(() => resolve(false)));
  });
  return taken ? fail(problem('port.taken', { port }, 503)) : ok(undefined);
}

/** What a refusal does not wait for. */
async function loadServer() {
  const [{ openWorld }, { startServer }, { createLogger }, { demonstrationWanted }] = await Promise.all([
    import('../../server/world.ts'),
    import('../../server/start.ts'),
    import('#platform/telemetry/log.ts'),
    import('../../server/seed/wanted.ts'),
  ]);
  return { openWorld, startServer, createLogger, demonstrationWanted };
}

/** The simulator and its words are loaded on a first start only. */
async function loadDemonstration(world: World, signal: AbortSignal): Promise<void> {
  const { prepareDemonstration } = await import('../../server/seed/demonstration.ts');
  await prepareDemonstration(world, signal);
}
