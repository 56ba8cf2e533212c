import { defineDocument } from '#kit/document/schema.ts';
import { healPersona } from './parts.ts';
import { personaSchema } from './schema.ts';

/** The persona as people write it together. Every change of `schema.ts` raises the version and adds a migration. */
export const personaDocument = defineDocument({
  kind: 'persona',
  version: 1,
  schema: personaSchema,
  migrations: [],
  heal: healPersona,
});
