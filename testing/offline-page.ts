import { connectDocument, type DocumentConnection } from '#kit/document/connect.ts';
import { boardKind } from './sample-document.ts';

/** What `offline.browser.test.ts` runs in the browser: a document open for live editing, kept on the device. */
const connection = connectDocument({
  url: `ws://${location.host}/collaboration`,
  name: 'w/board/b',
  kind: boardKind,
  offline: true,
});

declare global {
  var board: DocumentConnection<typeof boardKind>;
}
globalThis.board = connection;
