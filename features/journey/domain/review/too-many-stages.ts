import type { Rule } from './reading.ts';
import { remark } from './remark.ts';

/** Past this many, a first map is neither read nor finished. */
export const mostStages = 10;

/** Not said of a map that tells one stage of another in detail, nor to a team that has drawn others. */
export const tooManyStages: Rule = ({ outline, map, context }) =>
  outline.stages.length > mostStages && context.firstMap !== false && map.parent === null
    ? [
        remark('too-many-stages', 'main', 'improve', [], {
          params: { count: outline.stages.length, most: mostStages },
        }),
      ]
    : [];
