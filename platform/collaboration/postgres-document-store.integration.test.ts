import { describe } from 'vitest';
import { describeDocumentStore } from '#testing/document-store-suite.ts';
import { relationalStores } from '#testing/stores.ts';
import { createPostgresDocumentStore } from './postgres-document-store.ts';

for (const { name, available, open } of relationalStores) {
  describe.skipIf(!available)(`on ${name}`, () => {
    describeDocumentStore(name, async () => {
      const postgres = await open();
      return { store: createPostgresDocumentStore(postgres.db), close: () => postgres.close() };
    });
  });
}
