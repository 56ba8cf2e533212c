import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { tablePreviewSchema } from '#kit/table/preview.ts';
import { importProgressSchema, importRecordSchema } from './domain/event-import/import-record.ts';
import { eventMappingSchema } from './domain/event-import/mapping.ts';
import { mappingDoubtSchema } from './domain/event-import/mapping-doubt.ts';
import { mapMeasureSchema } from './domain/figures.ts';
import { identitiesSchema, identityLinkSchema } from './domain/identity/identity.ts';
import { journeyRuleSchema } from './domain/lived-journey/journey-rule.ts';
import {
  flowAnswerSchema,
  funnelAnswerSchema,
  journeysAnswerSchema,
  pseudonymSchema,
  representativesAnswerSchema,
  timelineAnswerSchema,
  variantsAnswerSchema,
  waitAnswerSchema,
  winningAnswerSchema,
} from './domain/paths/answer.ts';
import { funnelSchema, pathScopeSchema, placeSchema as placeKey } from './domain/paths/question.ts';
import { soughtSchema } from './domain/paths/sought.ts';
import {
  attributeSummarySchema,
  eventKindSchema,
  sourceDetailsSchema,
  sourceSchema,
} from './domain/source.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneSource = inWorkspace.extend({ sourceId: idSchema });
const onPaths = inWorkspace.extend(pathScopeSchema.shape);
const identityVersion = z.object({ version: z.int().positive() });
const oneImport = inWorkspace.extend({ importId: idSchema });

export const eventPreviewSchema = z.object({
  table: tablePreviewSchema,
  /** Null when no column can be the customer, the time or the event: the reader is asked. */
  mapping: eventMappingSchema.nullable(),
  /** What must be looked at before importing. */
  doubts: z.array(mappingDoubtSchema),
});
export type EventPreview = z.infer<typeof eventPreviewSchema>;

const importStateSchema = importRecordSchema.extend({ progress: importProgressSchema.nullable() });

export const measureContract = {
  sources: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/sources',
    'measure.read',
    'Sources of lived journeys',
  )
    .input(inWorkspace)
    .output(z.array(sourceSchema)),
  source: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}',
    'measure.read',
    'One source with its imports',
  )
    .input(oneSource)
    .output(sourceDetailsSchema),
  removeSource: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}',
    'measure.manage',
    'Delete a source with its events and lived journeys',
  )
    .input(oneSource)
    .output(z.object({})),
  setJourneyRule: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/journey-rule',
    'measure.write',
    'Say what a journey is in a source, and make its journeys again so',
  )
    .input(oneSource.extend({ rule: journeyRuleSchema }))
    .output(sourceSchema),
  identities: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/identities',
    'measure.write',
    'Who is who: the ids joined to others, and the history of it',
  )
    .input(inWorkspace)
    .output(identitiesSchema),
  joinIdentities: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/identities',
    'measure.write',
    'Say which person ids belong to (the same id twice: it stands for itself again)',
  )
    .input(inWorkspace.extend({ links: z.array(identityLinkSchema).min(1).max(1000) }))
    .output(identityVersion),
  importIdentities: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/uploads/{uploadId}/identities',
    'measure.write',
    'Take an uploaded table of ids and the persons they belong to',
  )
    .input(
      inWorkspace.extend({
        uploadId: idSchema,
        aliasColumn: z.string().min(1),
        personColumn: z.string().min(1),
      }),
    )
    .output(identityVersion),
  undoIdentities: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/identities/{version}/undo',
    'measure.write',
    'Take a change of the identities back',
  )
    .input(inWorkspace.extend({ version: z.coerce.number().int().positive() }))
    .output(identityVersion),
  eventKinds: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/event-kinds',
    'measure.read',
    'Names and channels of the events of a source',
  )
    .input(oneSource)
    .output(z.array(eventKindSchema)),
  attributes: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/attributes',
    'measure.read',
    'Attributes of the journeys of a source, to split figures by',
  )
    .input(oneSource)
    .output(z.array(attributeSummarySchema)),
  previewEvents: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/uploads/{uploadId}/event-preview',
    'measure.read',
    'Read the head of an uploaded file as events',
  )
    .input(inWorkspace.extend({ uploadId: idSchema }))
    .output(eventPreviewSchema),
  startImport: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/imports',
    'measure.write',
    'Import an uploaded file of events; follow it with GET …/imports/{importId}',
  )
    .input(
      inWorkspace.extend({
        uploadId: idSchema,
        /** An existing source to add to; null: a new one called `name`. */
        sourceId: idSchema.nullable(),
        name: z.string().trim().min(1).max(200),
        mapping: eventMappingSchema,
        /** Take the place of the earlier import of the same file. */
        replace: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        /** `already-imported`: this file is in the workspace already, nothing is added; the ids are those of then. */
        outcome: z.enum(['started', 'already-imported']),
        importId: idSchema,
        sourceId: idSchema,
      }),
    ),
  importState: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/imports/{importId}',
    'measure.read',
    'One import and how far it is',
  )
    .input(oneImport)
    .output(importStateSchema),
  cancelImport: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/imports/{importId}',
    'measure.write',
    'Cancel an import under way: nothing of it is left',
  )
    .input(oneImport)
    .output(importStateSchema),
  proposeMap: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/map',
    'measure.write',
    'Create a map from the most typical order of the events of a source',
  )
    .input(oneSource.extend({ language: localeSchema, title: z.string().trim().min(1).max(200) }))
    .output(z.object({ mapId: idSchema })),
  measureMap: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/measure',
    'measure.read',
    'All figures of a map, for everyone and per group',
  )
    .input(
      inWorkspace.extend({
        mapId: idSchema,
        /**
         * Attribute to split by; `persona` uses the personas of the map, `attributed:` and the id of a run the personas it gave to
         * contacts.
         */
        by: z.string().max(200).optional(),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
      }),
    )
    .output(mapMeasureSchema),
  flow: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/flow',
    'measure.read',
    'How journeys go from place to place',
  )
    .input(
      onPaths.extend({
        start: placeKey.optional(),
        end: placeKey.optional(),
        /** Places drawn one by one; the others together. */
        most: z.int().min(1).max(200).default(12),
        /** 0: a map of the process. Else by rank, with as many places in a row. */
        ranks: z.int().min(0).max(30).default(0),
      }),
    )
    .output(flowAnswerSchema),
  variants: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/variants',
    'measure.read',
    'The different paths, and the commonest of them',
  )
    .input(onPaths.extend({ most: z.int().min(1).max(500).default(20) }))
    .output(variantsAnswerSchema),
  funnel: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/funnel',
    'measure.read',
    'How many journeys reach each step of a funnel',
  )
    .input(onPaths.extend({ funnel: funnelSchema, by: z.string().max(200).optional() }))
    .output(funnelAnswerSchema),
  wait: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/wait',
    'measure.read',
    'How long journeys take from one place to another',
  )
    .input(onPaths.extend({ first: placeKey, second: placeKey }))
    .output(waitAnswerSchema),
  representatives: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/representatives',
    'measure.read',
    'Three to seven journeys that stand for all',
  )
    .input(onPaths)
    .output(representativesAnswerSchema),
  winning: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/winning',
    'measure.read',
    'What those who reached a goal did more, or less, than the others',
  )
    .input(onPaths.extend({ goal: placeKey, start: placeKey.optional() }))
    .output(winningAnswerSchema),
  journeys: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/journeys',
    'measure.read',
    'The journeys behind a part of a picture, one by one and under pseudonyms',
  )
    .input(
      onPaths.extend({
        /** Part of a picture whose journeys are sought; without it, all that pass the filters. */
        sought: soughtSchema.optional(),
        /** Rank of the first one listed, from 0. */
        start: z.int().min(0).max(1e9).default(0),
        most: z.int().min(1).max(500).default(25),
      }),
    )
    .output(journeysAnswerSchema),
  timeline: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/journeys/{pseudonym}',
    'measure.read',
    'One journey under its pseudonym, passage by passage',
  )
    .input(
      onPaths.omit({ from: true, to: true, filters: true }).extend({
        pseudonym: pseudonymSchema,
        /** Which journey of the customer, from 1, where a rule cuts what a customer lived. */
        part: z.int().min(1).max(1e9).default(1),
        start: z.int().min(0).max(1e9).default(0),
        most: z.int().min(1).max(500).default(100),
      }),
    )
    .output(timelineAnswerSchema),
};
