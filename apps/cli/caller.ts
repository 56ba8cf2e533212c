import { createRouterClient, ORPCError } from '@orpc/server';
import { type Api, ApiProblem, createApi } from '#client/api.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { type Problem, ProblemError, problem } from '#kit/problem.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Upload } from '#kit/upload.ts';
import { ownerOf } from '#platform/files/data-lock.ts';
import { createLogger } from '#platform/telemetry/log.ts';
import { problemOfError } from '../server/problem-details.ts';
import { commandConfig } from './config.ts';
import type { Output } from './output.ts';
import { discardFile, type LocalFile, type SendOptions, sendFile } from './send-file.ts';

/** The API, wherever it runs, and a way to hand it a file of this machine. */
export type Caller = {
  /** Of the server that answers; null: this process does. */
  readonly address: string | null;
  readonly api: Api;
  /** Problems: `import.file-not-found`, `import.not-readable`, `upload.interrupted`, `import.disk-full`. */
  upload(workspaceId: WorkspaceId, file: LocalFile, options: SendOptions): Promise<Upload>;
  /** Forgets a file handed over that was not imported; the file of this machine stays where it is. */
  discard(workspaceId: WorkspaceId, uploadId: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * Runs a command against the API: that of the server which owns the data folder, else the same router in this process
 * (docs/decisions/0004). A refusal is said and ends the command with 1; anything else that is thrown is a bug.
 */
export async function withCaller(output: Output, work: (caller: Caller) => Promise<void>): Promise<void> {
  const opened = await openCaller(output.locale);
  if (!opened.ok) return output.refuse(opened.problem);
  const caller = opened.value;
  try {
    await work(caller);
  } catch (error) {
    const refused = refusalOf(error, caller.address);
    if (!refused) throw error;
    output.refuse(refused);
  } finally {
    await caller.close();
  }
}

async function openCaller(locale: Locale): Promise<Result<Caller>> {
  const config = commandConfig();
  if (!config.ok) return config;
  const owner = await ownerOf(config.value.dataDir);
  if (owner?.address) return ok(remote(owner.address, locale));
  // Loaded only here: a command that goes through a server needs none of it.
  const { openWorld } = await import('../server/world.ts');
  const { router } = await import('../server/router.ts');
  // Who runs a command reads its answer; what a server would log is for whoever asks for it.
  const level = process.env.PARCOURS_LOG ? config.value.logLevel : 'warn';
  const world = await openWorld({ ...config.value, logLevel: level }, createLogger(level));
  if (!world.ok) return world;
  const { uploads } = world.value;
  return ok({
    address: null,
    api: createRouterClient(router, { context: { world: world.value, locale } }),
    async upload(workspaceId, { name, path }) {
      const adopted = await uploads.adopt(workspaceId, name, path);
      if (adopted.ok) return adopted.value;
      throw new ProblemError(adopted.problem);
    },
    discard: (workspaceId, uploadId) => uploads.remove(workspaceId, uploadId),
    close: () => world.value.close(),
  });
}

function remote(address: string, locale: Locale): Caller {
  const place = { address, locale };
  return {
    address,
    api: createApi({ baseUrl: address, locale: () => locale }),
    upload: (workspaceId, file, options) => sendFile(place, workspaceId, file, options),
    discard: (workspaceId, uploadId) => discardFile(place, workspaceId, uploadId),
    async close() {},
  };
}

/** What was refused, by the server or by the router in this process; undefined: a bug. */
function refusalOf(error: unknown, address: string | null): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof ApiProblem) {
    const { code, params } = error.details;
    return params ? { code, params } : { code };
  }
  if (error instanceof ORPCError) {
    const refused = problemOfError(error, 'command');
    return refused.code === 'server.fault' ? undefined : refused;
  }
  if (address && error instanceof TypeError && error.message === 'fetch failed')
    return problem('command.server-silent', { address });
  return undefined;
}
