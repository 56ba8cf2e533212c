import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Api, createApi } from '#client/api.ts';

const entry = fileURLToPath(new URL('../apps/cli/main.ts', import.meta.url));

export type CommandOptions = {
  /** Folder the command is run from; that of the tests unless told. */
  readonly cwd?: string;
  /** On top of a quiet, English environment without a demonstration. */
  readonly env?: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** The real command, as people run it, in a process of its own. */
export function spawnCommand(args: readonly string[], { cwd, env }: CommandOptions = {}): ChildProcess {
  const { LANG: _, LC_ALL: __, LC_MESSAGES: ___, DATABASE_URL: ____, ...rest } = process.env;
  return spawn(process.execPath, [entry, ...args], {
    cwd: cwd ?? process.cwd(),
    env: {
      ...rest,
      PARCOURS_LANG: 'en',
      PARCOURS_LOG: 'warn',
      PARCOURS_MEMORY: 'small',
      PARCOURS_DEMO: 'no',
      PARCOURS_PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. */
export async function runCommand(args: readonly string[], options?: CommandOptions): Promise<Answer> {
  return answerOf(spawnCommand(args, options));
}

/** What a command that is running ends with. */
export async function answerOf(child: ChildProcess): Promise<Answer> {
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

export type ServeProcess = {
  readonly address: string;
  readonly api: Api;
  readonly child: ChildProcess;
  /** Asks it to stop and waits: its exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
  /** As a power cut. */
  kill(): Promise<void>;
};

/** `parcours serve` on a free port, ready. Throws with what it said when it refuses to start. */
export async function startServe(dataDir: string, options: CommandOptions = {}): Promise<ServeProcess> {
  const child = spawnCommand(['serve', '--json'], {
    ...options,
    env: { PARCOURS_DATA: dataDir, ...options.env },
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let said = '';
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk));
  const listening = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      const found = /"address": "([^"]+)"/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
  });
  const address = await Promise.race([
    listening,
    exited.then(([code]) => Promise.reject(new Error(`serve ended with ${code}: ${errors}`))),
  ]);
  return {
    address,
    api: createApi({ baseUrl: address, locale: () => 'en' }),
    child,
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      return (await exited)[0];
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Asks again until the answer is there. */
export async function until<Found>(look: () => Promise<Found | undefined | null | false>): Promise<Found> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await pause(20);
  }
}
