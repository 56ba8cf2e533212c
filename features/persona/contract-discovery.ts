import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { correctionsSchema } from './domain/discovery/attribute.ts';
import {
  customerTableSchema,
  discoveryRecordSchema,
  discoverySettingsSchema,
  discoveryStateSchema,
} from './domain/discovery/record.ts';
import { personaKinds, sections } from './domain/schema.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneUpload = inWorkspace.extend({ uploadId: idSchema });
const oneDiscovery = inWorkspace.extend({ discoveryId: idSchema });

/** One persona to keep of a discovery, in the words of the team; its figures stay those of the discovery. */
export const keptPersonaSchema = z.object({
  /** Proposed personas it is made of: several are joined. */
  keys: z.array(z.string().min(1).max(40)).min(1).max(20),
  title: z.string().trim().min(1).max(200),
  /** The persona already there that gets the sentences and their evidence; it keeps its own title. Null: a new one. */
  into: idSchema.nullable().default(null),
  kind: z.enum(personaKinds).default('people'),
  tagline: z.string().trim().max(500).default(''),
  statements: z
    .array(
      z.object({
        /** The sentence found that proves it; null: assumed. */
        id: z.string().max(700).nullable(),
        section: z.enum(sections),
        text: z.string().trim().min(1).max(2000),
        /** What the evidence is called: the figure in words. */
        label: z.string().trim().max(500).default(''),
      }),
    )
    .max(60),
});
export type PersonaToKeep = z.infer<typeof keptPersonaSchema>;

/** From a table of customers to personas. */
export const discoveryContract = {
  readCustomers: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/uploads/{uploadId}/customers',
    'persona.write',
    'What the columns of an uploaded table of customers are, guessed and corrected',
  )
    .input(oneUpload.extend({ corrections: correctionsSchema.default({}) }))
    .output(customerTableSchema),
  discoveries: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/persona-discoveries',
    'persona.read',
    'Searches for personas, the newest first',
  )
    .input(inWorkspace)
    .output(z.array(discoveryRecordSchema)),
  startDiscovery: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/persona-discoveries',
    'persona.write',
    'Look for personas in an uploaded table; follow it with GET …/persona-discoveries/{discoveryId}',
  )
    .input(oneUpload.extend(discoverySettingsSchema.shape))
    .output(z.object({ discoveryId: idSchema })),
  discovery: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/persona-discoveries/{discoveryId}',
    'persona.read',
    'One search for personas: how far it is, or what it found',
  )
    .input(oneDiscovery)
    .output(discoveryStateSchema),
  cancelDiscovery: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/persona-discoveries/{discoveryId}/cancel',
    'persona.write',
    'Stop a search under way: nothing of it is kept',
  )
    .input(oneDiscovery)
    .output(discoveryStateSchema),
  removeDiscovery: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/persona-discoveries/{discoveryId}',
    'persona.write',
    'Delete a search; the personas kept of it stay',
  )
    .input(oneDiscovery)
    .output(z.object({})),
  keepPersonas: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/persona-discoveries/{discoveryId}/keep',
    'persona.write',
    'Keep personas of a discovery: portraits that carry their evidence, and the model that recognises them',
  )
    .input(
      oneDiscovery.extend({
        language: localeSchema,
        /** Name of the detection model. */
        name: z.string().trim().min(1).max(200),
        personas: z.array(keptPersonaSchema).min(1).max(20),
      }),
    )
    .output(z.object({ modelId: idSchema, personaIds: z.array(idSchema) })),
};
