import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type ServerProcess = {
  readonly port: number;
  /** As a power cut: no warning, no time to write anything. */
  kill(): Promise<void>;
};

/** Starts a TypeScript file of `testing/` as a process of its own; its first line on stdout is the port it listens on. */
export async function startProcess(file: string, options: object): Promise<ServerProcess> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [path, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout! });
  const first = await Promise.race([once(lines, 'line'), exited.then(() => undefined)]);
  if (!first) throw new Error(`${file} ended before it listened`);
  return {
    port: Number(first[0]),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
