import { setTimeout as pause } from 'node:timers/promises';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { journeyMapDocument } from '#journey/domain/document.ts';
import { connectDocument } from '#kit/document/connect.ts';
import { collaborationPath, documentName, greeting } from '#kit/document/wire.ts';
import { rootRecords } from '#kit/document/y-layout.ts';
import { toYDoc } from '#kit/document/yjs.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { EditorServer } from './_editor-server.ts';
import { large, largeMap } from './_large-map.ts';

const name = documentName({ workspaceId: 'bench' as WorkspaceId, kind: 'journey-map', documentId: 'm' });

/** A simulated editor: a page's connection without the page, so that what is measured is the server. */
type Editor = { readonly ydoc: Y.Doc; readonly provider: HocuspocusProvider; close(): void };

/** When each edit was made, and by how many of the others it has been seen. */
class Witness {
  readonly #made = new Map<number, { clock: number; at: number; left: number; delays: number[] }[]>();
  readonly delays: number[] = [];
  readonly #others: number;
  #open = 0;

  constructor(editors: number) {
    this.#others = editors - 1;
  }

  get open(): number {
    return this.#open;
  }

  made(client: number, clock: number, at: number): void {
    const edits = this.#made.get(client) ?? [];
    edits.push({ clock, at, left: this.#others, delays: [] });
    this.#made.set(client, edits);
    this.#open += 1;
  }

  /** One editor now knows the edits of a client from one clock to another. The last one to see an edit counts. */
  seen(client: number, from: number, to: number, at: number): void {
    for (const edit of this.#made.get(client) ?? []) {
      if (edit.clock <= from || edit.clock > to) continue;
      edit.left -= 1;
      if (edit.left > 0) continue;
      this.delays.push(at - edit.at);
      this.#open -= 1;
    }
  }
}

async function connect(address: string, witness: Witness): Promise<Editor> {
  const ydoc = new Y.Doc();
  const socket = new HocuspocusProviderWebsocket({
    url: `${address.replace('http:', 'ws:')}${collaborationPath}`,
  });
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name,
    document: ydoc,
    token: greeting(journeyMapDocument.version),
  });
  provider.attach();
  await new Promise<void>((resolve) => provider.on('synced', () => resolve()));
  ydoc.on('afterTransaction', ({ beforeState, afterState, local }: Y.Transaction) => {
    if (local) return;
    const at = performance.now();
    for (const [client, clock] of afterState) {
      const before = beforeState.get(client) ?? 0;
      if (clock > before) witness.seen(client, before, clock, at);
    }
  });
  return {
    ydoc,
    provider,
    close() {
      provider.destroy();
      socket.destroy();
      ydoc.destroy();
    },
  };
}

/** Types the next letter at the end of the editor's own card; every tenth edit weighs the card instead. */
function edit({ ydoc }: Editor, editor: number, count: number, witness: Witness): void {
  const card = rootRecords(ydoc, 'cards').get(`card-${(editor * 31) % large.cards}`) as Y.Map<unknown>;
  const at = performance.now();
  if (count % 10 === 9) card.set('weight', 1 + (count % 5));
  else {
    const text = card.get('text') as Y.Text;
    ydoc.transact(() => {
      if (text.length > 120) text.delete(60, text.length - 60);
      text.insert(text.length, 'abcdefghij klmnopqrst'[count % 21]!);
    });
  }
  witness.made(ydoc.clientID, Y.getState(ydoc.store, ydoc.clientID), at);
}

export type Together = Awaited<ReturnType<typeof editTogether>>;

/** So many editors, each with so many edits a second, for so long; then edits as fast as they go until `edits` are made. */
export async function editTogether(
  server: EditorServer,
  { editors, perSecond, seconds }: { editors: number; perSecond: number; seconds: number },
) {
  const witness = new Witness(editors);
  const all: Editor[] = [];
  for (let index = 0; index < editors; index++) all.push(await connect(server.address, witness));
  const [first] = all;
  if (first && rootRecords(first.ydoc, 'cards').size === 0) {
    Y.applyUpdate(first.ydoc, Y.encodeStateAsUpdate(toYDoc(journeyMapDocument, largeMap())));
  }
  for (const { ydoc } of all) {
    while (rootRecords(ydoc, 'cards').size < large.cards) await pause(20);
  }
  const before = await server.used();
  const begun = performance.now();
  let resident = before.residentMiB;
  const rounds = seconds * perSecond;
  for (let round = 0; round < rounds; round++) {
    for (const [index, editor] of all.entries()) {
      // Spread over the round, as people are.
      const due = begun + ((round + index / editors) * 1000) / perSecond;
      const wait = due - performance.now();
      if (wait > 1) await pause(wait);
      edit(editor, index, round, witness);
    }
  }
  // What is written faster than it can be kept is seen later, but it is seen.
  while (witness.open > 0 && performance.now() - begun < seconds * 8000) await pause(10);
  const lasted = performance.now() - begun;
  const after = await server.used();
  resident = Math.max(resident, after.residentMiB);
  for (const editor of all) editor.close();
  return {
    edits: rounds * editors,
    unseen: witness.open,
    delays: witness.delays,
    cpuShare: (after.cpuMilliseconds - before.cpuMilliseconds) / lasted,
    cpuMillisecondsPerEdit: (after.cpuMilliseconds - before.cpuMilliseconds) / (rounds * editors),
    residentMiB: resident,
    ownMiB: after.ownMiB,
    documentBytes: after.documentBytes,
  };
}

/** Milliseconds until a page's connection has the map as JSON, from nothing. */
export async function load(address: string): Promise<number> {
  const begun = performance.now();
  const connection = connectDocument({
    url: `${address.replace('http:', 'ws:')}${collaborationPath}`,
    name,
    kind: journeyMapDocument,
    offline: false,
  });
  const took = await new Promise<number>((resolve) => {
    const stop = connection.subscribe(() => {
      if (Object.keys(connection.snapshot().document?.cards ?? {}).length < large.cards) return;
      stop();
      resolve(performance.now() - begun);
    });
  });
  connection.destroy();
  return took;
}
