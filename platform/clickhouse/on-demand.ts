import type { Engine, OpenedEngine } from './engine.ts';

type OnDemand = {
  /** See `Engine.settled`; of the folder as it was found. */
  readonly settled: boolean;
  /** Opens it, up to date; called again at the next question when it throws. */
  open(): Promise<OpenedEngine>;
  /** Whether it could be opened, as far as that can be told without doing so; throws when not. */
  check(): Promise<void>;
  /** After it has been closed; `wellDone`: no statement has failed. */
  afterClose(wellDone: boolean): Promise<void>;
};

/**
 * An embedded engine that is opened by the first question it is asked: its library and its tables take more memory than
 * all the rest of a server, and most commands and many days of editing need no figure (docs/decisions/0060).
 */
export function openOnDemand({ settled, open, check, afterClose }: OnDemand): Engine {
  let opening: Promise<OpenedEngine> | undefined;
  let refused = false;
  let wellDone = true;
  let closed = false;

  const engine = async (): Promise<OpenedEngine> => {
    if (closed) throw new Error('the engine is closed');
    opening ??= open();
    const asked = opening;
    try {
      const opened = await asked;
      refused = false;
      return opened;
    } catch (error) {
      // Whoever asks next tries again: the cause may be cured by then.
      if (opening === asked) opening = undefined;
      refused = true;
      throw error;
    }
  };
  const ask = async <T>(question: (engine: OpenedEngine) => Promise<T>): Promise<T> => {
    const opened = await engine();
    try {
      return await question(opened);
    } catch (error) {
      wellDone = false;
      throw error;
    }
  };

  return {
    kind: 'embedded',
    settled,
    query: (sql, params, options) => ask((opened) => opened.query(sql, params, options)),
    command: (sql, params, options) => ask((opened) => opened.command(sql, params, options)),
    insertRaw: (insert) => ask((opened) => opened.insertRaw(insert)),
    load: (load) => ask((opened) => opened.load(load)),
    async *stream(sql, params, options) {
      yield* (await engine()).stream(sql, params, options);
    },
    async ready() {
      if (opening || refused) await (await engine()).ready();
      else await check();
    },
    async close() {
      if (closed) return;
      closed = true;
      const opened = await opening?.catch(() => undefined);
      if (!opened) return;
      await opened.close();
      await afterClose(wellDone);
    },
  };
}
