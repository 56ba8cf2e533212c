import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { changeSchema } from '#kit/document/changes.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { mostSavedLanes, savedLaneSchema } from './domain/lane-set.ts';
import { journeyMapSchema, mapKinds, mapStates } from './domain/schema.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const oneMap = inWorkspace.extend({ mapId: idSchema });

export const mapContents = ['template', 'example'] as const;
export type MapContent = (typeof mapContents)[number];

export const mapSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: z.enum(mapKinds),
  state: z.enum(mapStates),
  stages: z.int(),
  steps: z.int(),
  cards: z.int(),
  /** Touchpoints bound to data, of all touchpoints. */
  bound: z.int(),
  touchpoints: z.int(),
  /** One felt emotion curve, `at` 0…1 along the steps, `value` −3…+3; null when none is drawn. */
  curve: z
    .object({
      colour: z.int().nullable(),
      points: z.array(z.object({ at: z.number(), value: z.number() })).readonly(),
    })
    .nullable(),
  /** For a to-be: the as-is it was made from. Ids may be of maps that are gone. */
  asIsMapId: idSchema.nullable(),
  /** The map, and the stage of it, that this one tells in detail. */
  parent: z.object({ mapId: idSchema, stageId: idSchema.nullable() }).nullable(),
  /** Stages that another map tells in detail, in their order. */
  subMaps: z.array(z.object({ stageId: idSchema, stageTitle: z.string(), mapId: idSchema })).readonly(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type MapSummary = z.infer<typeof mapSummarySchema>;

/** A map as a file: what export gives and import takes, whatever the version it was written by. */
export const mapFileSchema = z.object({
  format: z.literal('parcours'),
  kind: z.literal('journey-map'),
  version: z.int().positive(),
  document: z.unknown(),
});

/** What a file held that could not be kept: where (`['cards', id]` or deeper) and why. */
export const setAsideSchema = z.object({ path: z.array(z.string()), issue: z.string() });

export const mapVersionSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['named', 'automatic']),
  author: z.string(),
  createdAt: z.string(),
});

const laneSetFields = {
  title: z.string().trim().min(1).max(200),
  lanes: z.array(savedLaneSchema).min(1).max(mostSavedLanes),
};
const keptLaneSetSchema = z.object({ id: idSchema, ...laneSetFields, title: z.string() });
export type KeptLaneSet = z.infer<typeof keptLaneSetSchema>;

export const journeyContract = {
  laneSets: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/lane-sets',
    'journey.read',
    'Sets of lanes kept for the next maps, the newest first',
  )
    .input(inWorkspace)
    .output(z.array(keptLaneSetSchema)),
  addLaneSet: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/lane-sets',
    'journey.write',
    'Keep a set of lanes under a name',
  )
    .input(inWorkspace.extend(laneSetFields))
    .output(z.object({ id: idSchema })),
  removeLaneSet: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/lane-sets/{laneSetId}',
    'journey.write',
    'Delete a set of lanes; maps drawn with it keep theirs',
  )
    .input(inWorkspace.extend({ laneSetId: idSchema }))
    .output(z.object({})),
  list: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/maps',
    'journey.read',
    'The maps of a workspace, last edited first',
  )
    .input(inWorkspace)
    .output(z.array(mapSummarySchema)),
  create: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/maps',
    'journey.write',
    'Create a map from a template, or from the finished example of its kind',
  )
    .input(
      inWorkspace.extend({
        title: z.string().trim().min(1).max(200),
        kind: z.enum(mapKinds).default('journey'),
        language: localeSchema,
        /** The lanes and stages of the kind, to be filled; or its finished example, to be rewritten. */
        content: z.enum(mapContents).default('template'),
        /** Lanes to begin with instead of those of the kind; for an empty map only. */
        laneSetId: idSchema.nullable().default(null),
      }),
    )
    .output(z.object({ id: idSchema })),
  import: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/maps/import',
    'journey.write',
    'Create a map from a file',
  )
    .input(inWorkspace.extend({ file: mapFileSchema }))
    .output(z.object({ id: idSchema, setAside: z.array(setAsideSchema) })),
  get: endpoint('GET', '/v1/workspaces/{workspaceId}/maps/{mapId}', 'journey.read', 'One map, whole')
    .input(oneMap)
    .output(z.object({ id: idSchema, updatedAt: z.string(), map: journeyMapSchema })),
  export: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/file',
    'journey.read',
    'One map as a file',
  )
    .input(oneMap)
    .output(mapFileSchema),
  replace: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/maps/{mapId}',
    'journey.write',
    'Replace the content of a map',
  )
    .input(oneMap.extend({ map: journeyMapSchema }))
    .output(z.object({ changes: z.int() })),
  change: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/changes',
    'journey.write',
    'Edit a map: the changes go through the live document',
  )
    .input(oneMap.extend({ changes: z.array(changeSchema).min(1).max(5000) }))
    .output(z.object({ changes: z.int() })),
  toBe: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/to-be',
    'journey.write',
    'Create a to-be map from an as-is one',
  )
    .input(oneMap.extend({ title: z.string().trim().min(1).max(200) }))
    .output(z.object({ id: idSchema })),
  createSubMap: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/stages/{stageId}/sub-map',
    'journey.write',
    'Create the map that tells a stage in detail',
  )
    .input(oneMap.extend({ stageId: idSchema }))
    .output(z.object({ id: idSchema })),
  remove: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/maps/{mapId}',
    'journey.write',
    'Delete a map; one that others lead to only when told so',
  )
    .input(oneMap.extend({ evenIfLinked: z.boolean().default(false) }))
    .output(z.object({})),
  versions: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/versions',
    'journey.read',
    'Versions of a map',
  )
    .input(oneMap)
    .output(z.array(mapVersionSchema)),
  saveVersion: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/versions',
    'journey.write',
    'Keep the map as it is now under a name',
  )
    .input(oneMap.extend({ name: z.string().trim().min(1).max(120) }))
    .output(mapVersionSchema),
  version: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/versions/{versionId}',
    'journey.read',
    'A map as it was in one version',
  )
    .input(oneMap.extend({ versionId: idSchema }))
    .output(mapVersionSchema.extend({ map: journeyMapSchema })),
  restoreVersion: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/maps/{mapId}/versions/{versionId}/restore',
    'journey.write',
    'Bring a map back to one version',
  )
    .input(oneMap.extend({ versionId: idSchema }))
    .output(z.object({ changes: z.int() })),
};
