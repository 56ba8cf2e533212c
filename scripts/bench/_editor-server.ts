import { fork } from 'node:child_process';
import { once } from 'node:events';
import { serverFlags } from '../server-flags.mjs';

export type Used = {
  readonly cpuMilliseconds: number;
  readonly residentMiB: number;
  /** Without mapped program files; null where the system does not tell. */
  readonly ownMiB: number | null;
  /** What the store holds of the map; null of a server that keeps nothing. */
  readonly documentBytes: number | null;
};

export type EditorServer = {
  readonly address: string;
  used(): Promise<Used>;
  stop(): Promise<void>;
};

/** A server in a process of its own: what it uses is its alone. */
export async function startEditorServer(of: 'parcours' | 'bare', dataDir: string): Promise<EditorServer> {
  const child = fork(new URL('./_editor-child.ts', import.meta.url), [JSON.stringify({ of, dataDir })], {
    execArgv: [...serverFlags],
  });
  const [{ address }] = (await once(child, 'message')) as [{ address: string }];
  return {
    address,
    async used() {
      const answer = once(child, 'message');
      child.send('used');
      return ((await answer) as [Used])[0];
    },
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
