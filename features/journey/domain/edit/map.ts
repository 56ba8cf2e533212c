import { type Change, sameJson } from '#kit/document/changes.ts';
import type { PartName } from '../dependents.ts';
import type { JourneyMap } from '../schema.ts';
import type { Patch } from './change.ts';

/** Changes what is said of the map as a whole: title, scope, state of mind on arrival, story … */
export const editMap = (map: JourneyMap, patch: Patch<Omit<JourneyMap, PartName>>): Change[] =>
  Object.entries(patch).flatMap(([field, value]): Change[] =>
    value === undefined || sameJson(value, map[field as keyof JourneyMap])
      ? []
      : [{ op: 'set', path: [field], value }],
  );
