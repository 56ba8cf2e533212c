import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { uploadSchema } from '#kit/upload.ts';
import {
  contactImportProgressSchema,
  contactImportSchema,
  contactListSummarySchema,
} from './domain/contacts/contact-list.ts';
import { attributionRunSchema, driftSchema } from './domain/detection/attribution-run.ts';
import { modelSummarySchema } from './domain/detection/stored-model.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneList = inWorkspace.extend({ listId: idSchema });
const oneImport = inWorkspace.extend({ importId: idSchema });

const importStateSchema = contactImportSchema.extend({ progress: contactImportProgressSchema.nullable() });
export type ContactImportState = z.infer<typeof importStateSchema>;

const contactPreviewSchema = z.object({
  fileName: z.string(),
  bytes: z.int(),
  columns: z.array(z.string()),
  /** The column that seems to say who a contact is; null when none does. */
  idColumn: z.string().nullable(),
  rows: z.array(z.array(z.string())),
});
export type ContactPreview = z.infer<typeof contactPreviewSchema>;

const runSchema = attributionRunSchema.omit({ versionId: true });
const runWithDriftSchema = runSchema.extend({
  /** Against the run before it over the same list; null for the first, or when the personas are not the same. */
  drift: driftSchema.nullable(),
  /** Whether the persona of each contact is still there: it goes when the contacts are brought in anew. */
  rowsKept: z.boolean(),
});
export type RunWithDrift = z.infer<typeof runWithDriftSchema>;

/** Contacts, and the persona of each. */
export const contactsContract = {
  contactLists: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/contact-lists',
    'persona.read',
    'The lists of contacts of a workspace, the oldest first',
  )
    .input(inWorkspace)
    .output(z.array(contactListSummarySchema)),
  contactList: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/contact-lists/{listId}',
    'persona.read',
    'A list of contacts and a few of them, under pseudonyms',
  )
    .input(oneList)
    .output(
      z.object({
        list: contactListSummarySchema,
        contacts: z.array(z.object({ pseudonym: z.string(), traits: z.array(z.string().nullable()) })),
      }),
    ),
  removeContactList: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/contact-lists/{listId}',
    'persona.write',
    'Delete a list of contacts, with the personas they were given',
  )
    .input(oneList)
    .output(z.object({})),
  previewContacts: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/contact-imports/preview',
    'persona.write',
    'What an uploaded file of contacts looks like',
  )
    .input(inWorkspace.extend({ uploadId: idSchema }))
    .output(contactPreviewSchema),
  importContacts: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/contact-imports',
    'persona.write',
    'Bring an uploaded file of contacts in, as a new list or as the next version of one',
  )
    .input(
      inWorkspace.extend({
        uploadId: idSchema,
        name: z.string().trim().min(1).max(200),
        idColumn: z.string().min(1).max(300),
        listId: idSchema.optional(),
      }),
    )
    .output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('started'), importId: idSchema, listId: idSchema }),
        /** The list is this file, byte by byte: nothing is added. */
        z.object({ outcome: z.literal('already-there'), importId: z.null(), listId: idSchema }),
      ]),
    ),
  contactImportState: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/contact-imports/{importId}',
    'persona.read',
    'How far an import of contacts is',
  )
    .input(oneImport)
    .output(importStateSchema),
  cancelContactImport: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/contact-imports/{importId}/cancel',
    'persona.write',
    'Stop an import of contacts and take back what it did',
  )
    .input(oneImport)
    .output(importStateSchema),
  contactTable: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/contact-lists/{listId}/table',
    'persona.write',
    'The contacts of a list as an uploaded table, without who they are: to look for personas among them',
  )
    .input(oneList)
    .output(uploadSchema),
  attributeList: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/contact-lists/{listId}/attributions',
    'persona.write',
    'Give every contact of a list its persona by a detection model',
  )
    .input(oneList.extend({ modelId: idSchema }))
    .output(runSchema),
  calibrateModel: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/detection-models/{modelId}/calibration',
    'persona.write',
    'Set how sure a model may be, by contacts whose persona a column tells',
  )
    .input(inWorkspace.extend({ modelId: idSchema, listId: idSchema, column: z.string().min(1).max(300) }))
    .output(modelSummarySchema),
  attributions: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/attributions',
    'persona.read',
    'What detection models found, the newest first, each against the run before it',
  )
    .input(inWorkspace.extend({ listId: idSchema.optional() }))
    .output(z.array(runWithDriftSchema)),
  sendAttribution: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/attributions/{runId}/send',
    'persona.write',
    'Send the persona of every contact to an address (webhook), 5,000 contacts a message',
  )
    .input(
      inWorkspace.extend({
        runId: idSchema,
        url: z.string().trim().min(1).max(2000),
        secret: z.string().max(500).optional(),
      }),
    )
    .output(z.object({ contacts: z.int(), messages: z.int() })),
};
