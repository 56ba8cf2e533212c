import type { Change } from '#kit/document/changes.ts';
import { editMap } from '../edit/map.ts';
import { editStage } from '../edit/stage.ts';
import type { JourneyMap } from '../schema.ts';

/** Takes away all that a map says of another one. */
export const unlinked = (map: JourneyMap, otherId: string): Change[] => [
  ...Object.entries(map.stages).flatMap(([id, { subMapId }]) =>
    subMapId === otherId ? editStage(map, id, { subMapId: null }) : [],
  ),
  ...(map.parent?.mapId === otherId ? editMap(map, { parent: null }) : []),
  ...(map.asIsMapId === otherId ? editMap(map, { asIsMapId: null }) : []),
];
