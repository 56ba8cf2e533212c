import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { workspaceIdSchema } from '#kit/ids.ts';
import {
  driversAnswerSchema,
  momentsAnswerSchema,
  outcomeAnswerSchema,
  touchpointsAnswerSchema,
} from './domain/impact/answer.ts';
import { answerTargetSchema } from './domain/impact/answered.ts';
import { outcomeSchema } from './domain/impact/outcome-impact.ts';
import { predictorSchema } from './domain/impact/pair-sums.ts';
import { touchpointFigures } from './domain/impact/touchpoints.ts';
import { pathScopeSchema } from './domain/paths/question.ts';

const onPaths = z.object({ workspaceId: workspaceIdSchema }).extend(pathScopeSchema.shape);
const placeKey = z.string().min(1).max(500);

/** What counts in the lived journeys of a source. */
export const impactContract = {
  outcome: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/impact/outcome',
    'measure.read',
    'What each place counts for in reaching a goal, or in missing it (association, not cause)',
  )
    .input(onPaths.extend({ goal: placeKey, outcome: outcomeSchema.default('reached') }))
    .output(outcomeAnswerSchema),
  drivers: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/impact/drivers',
    'measure.read',
    'What of the places goes with satisfaction, or with reaching a goal, and how much each tells',
  )
    .input(onPaths.extend({ target: answerTargetSchema, about: predictorSchema.default('passed') }))
    .output(driversAnswerSchema),
  moments: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/impact/moments',
    'measure.read',
    'Where satisfaction, or reaching a goal, turns most; and what of the scores is remembered',
  )
    .input(onPaths.extend({ target: answerTargetSchema }))
    .output(momentsAnswerSchema),
  touchpoints: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/sources/{sourceId}/impact/touchpoints',
    'measure.read',
    'The figures of every place, for everyone and per group, and what may be one place too many',
  )
    .input(
      onPaths.extend({
        goal: placeKey.optional(),
        /** Who has an event so many days after the first passage has stayed. */
        stayDays: z.int().min(1).max(3650).default(30),
        /** Two places that follow each other within so many hours may be one too many. */
        windowHours: z.int().min(1).max(8760).default(24),
        by: z.string().max(200).optional(),
        /** Figure the groups are compared by. */
        figure: z.enum(touchpointFigures).default('reach'),
      }),
    )
    .output(touchpointsAnswerSchema),
};
