import { defineDocument } from '#kit/document/schema.ts';
import { healMap } from './dependents.ts';
import { journeyMapSchema } from './schema.ts';
import { holdStructure, structureRefusal } from './structure-lock.ts';

/** The journey map as people write it together. Every change of `schema.ts` raises the version and adds a migration. */
export const journeyMapDocument = defineDocument({
  kind: 'journey-map',
  version: 3,
  schema: journeyMapSchema,
  migrations: [
    {
      // Comments, dismissed remarks, the lock of the structure, media of cards and notes of the speaker: all begin empty,
      // as their defaults say.
      to: 2,
      up: (document) => document,
    },
    {
      // A lane of figures may say which it shows: until then it shows what tells most.
      to: 3,
      up: (document) => document,
    },
  ],
  heal: healMap,
  lock: { field: 'structureLocked', refuses: structureRefusal, hold: holdStructure },
});
