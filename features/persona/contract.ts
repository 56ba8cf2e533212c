import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { changeSchema } from '#kit/document/changes.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { contactsContract } from './contract-contacts.ts';
import { deliverableContract } from './contract-deliverable.ts';
import { detectionContract } from './contract-detection.ts';
import { discoveryContract } from './contract-discovery.ts';
import { questionnaireContract } from './contract-questionnaire.ts';
import { quizQuestionSchema, quizQuestionSettingsSchema, quizScoreSchema } from './domain/quiz.ts';
import { personaKinds, personaSchema, pictureSchema } from './domain/schema.ts';
import { personaShareSchema, segmentSchema, segmentSettingsSchema } from './domain/segment.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const onePersona = inWorkspace.extend({ personaId: idSchema });

/** What the statements of a persona rest on: counts of those that say something, and the share of proven ones. */
export const proofSchema = z.object({
  proven: z.int(),
  assumed: z.int(),
  stale: z.int(),
  total: z.int(),
  /** 0 … 1; null when nothing is stated yet. */
  share: z.number().nullable(),
});

export const personaSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: z.enum(personaKinds),
  quote: z.string(),
  tagline: z.string(),
  colour: z.int(),
  picture: pictureSchema,
  proof: proofSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type PersonaSummary = z.infer<typeof personaSummarySchema>;

/** The kinds of pictures taken; what they are is read from their bytes, not from their name. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
/** Largest picture, in bytes: the page makes it smaller before sending. */
export const largestPicture = 2_000_000;

/** A persona as a file: what export gives and import takes, whatever the version it was written by. */
export const personaFileSchema = z.object({
  format: z.literal('parcours'),
  kind: z.literal('persona'),
  version: z.int().positive(),
  document: z.unknown(),
  /** Its own picture, in base64, so that the file says everything. */
  picture: z
    .object({
      type: z.enum(pictureTypes),
      data: z.string().max(Math.ceil((largestPicture * 4) / 3) + 4),
    })
    .nullable()
    .default(null),
});

/** What a file held that could not be kept: where (`['statements', id]` or deeper) and why. */
const setAsideSchema = z.object({ path: z.array(z.string()), issue: z.string() });

export const personaVersionSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(['named', 'automatic']),
  author: z.string(),
  createdAt: z.string(),
});

/** A map that names this persona. */
export const personaUseSchema = z.object({
  mapId: idSchema,
  title: z.string(),
  state: z.enum(['as-is', 'to-be']),
});
export type PersonaUse = z.infer<typeof personaUseSchema>;

const personas = {
  list: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/personas',
    'persona.read',
    'The personas of a workspace, the oldest first',
  )
    .input(inWorkspace)
    .output(z.array(personaSummarySchema)),
  create: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/personas',
    'persona.write',
    'Create a persona to fill in',
  )
    .input(
      inWorkspace.extend({
        title: z.string().trim().min(1).max(200),
        kind: z.enum(personaKinds).default('people'),
        language: localeSchema,
      }),
    )
    .output(z.object({ id: idSchema })),
  import: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/personas/import',
    'persona.write',
    'Create a persona from a file',
  )
    .input(inWorkspace.extend({ file: personaFileSchema }))
    .output(z.object({ id: idSchema, setAside: z.array(setAsideSchema) })),
  get: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/personas/{personaId}',
    'persona.read',
    'One persona, whole',
  )
    .input(onePersona)
    .output(z.object({ id: idSchema, updatedAt: z.string(), persona: personaSchema })),
  export: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/file',
    'persona.read',
    'One persona as a file',
  )
    .input(onePersona)
    .output(personaFileSchema),
  replace: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/personas/{personaId}',
    'persona.write',
    'Replace the content of a persona',
  )
    .input(onePersona.extend({ persona: personaSchema }))
    .output(z.object({ changes: z.int() })),
  change: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/changes',
    'persona.write',
    'Edit a persona: the changes go through the live document',
  )
    .input(onePersona.extend({ changes: z.array(changeSchema).min(1).max(5000) }))
    .output(z.object({ changes: z.int() })),
  remove: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/personas/{personaId}',
    'persona.write',
    'Delete a persona; refused while maps name it, unless forced: then it is taken off them first',
  )
    .input(onePersona.extend({ force: z.boolean().default(false) }))
    .output(z.object({})),
  uses: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/maps',
    'persona.read',
    'The maps that name a persona',
  )
    .input(onePersona)
    .output(z.array(personaUseSchema)),
  versions: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/versions',
    'persona.read',
    'Versions of a persona',
  )
    .input(onePersona)
    .output(z.array(personaVersionSchema)),
  saveVersion: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/versions',
    'persona.write',
    'Keep the persona as it is now under a name',
  )
    .input(onePersona.extend({ name: z.string().trim().min(1).max(120) }))
    .output(personaVersionSchema),
  version: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/versions/{versionId}',
    'persona.read',
    'A persona as it was in one version',
  )
    .input(onePersona.extend({ versionId: idSchema }))
    .output(personaVersionSchema.extend({ persona: personaSchema })),
  restoreVersion: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/versions/{versionId}/restore',
    'persona.write',
    'Bring a persona back to one version',
  )
    .input(onePersona.extend({ versionId: idSchema }))
    .output(z.object({ changes: z.int() })),
};

const pictures = {
  addPicture: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/persona-pictures',
    'persona.write',
    'Keep a picture (PNG, JPEG or WebP), as a form with the field `file`',
  )
    .input(inWorkspace.extend({ file: z.file() }))
    .output(z.object({ pictureId: idSchema })),
  picture: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/persona-pictures/{pictureId}',
    'persona.read',
    'A picture, as it was sent',
  )
    .input(inWorkspace.extend({ pictureId: idSchema }))
    .output(z.file()),
};

const oneSegment = inWorkspace.extend({ segmentId: idSchema });

const segments = {
  segments: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/segments',
    'persona.read',
    'The segments of a workspace, the oldest first',
  )
    .input(inWorkspace)
    .output(z.array(segmentSchema)),
  addSegment: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/segments',
    'persona.write',
    'Name a segment and its rule',
  )
    .input(inWorkspace.extend(segmentSettingsSchema.shape))
    .output(segmentSchema),
  changeSegment: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/segments/{segmentId}',
    'persona.write',
    'Rename a segment or change its rule',
  )
    .input(oneSegment.extend(segmentSettingsSchema.shape))
    .output(segmentSchema),
  removeSegment: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/segments/{segmentId}',
    'persona.write',
    'Delete a segment, with its column of the matrix',
  )
    .input(oneSegment)
    .output(z.object({})),
  shares: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/persona-shares',
    'persona.read',
    'The persona × segment matrix: how much of each segment each persona makes up',
  )
    .input(inWorkspace)
    .output(z.array(personaShareSchema)),
  setShares: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/persona-shares',
    'persona.write',
    'Tell cells of the matrix by hand; a null share empties its cell',
  )
    .input(
      inWorkspace.extend({
        cells: z
          .array(
            z.object({
              personaId: idSchema,
              segmentId: idSchema,
              share: z.number().min(0).max(1).nullable(),
            }),
          )
          .min(1)
          .max(2000),
      }),
    )
    .output(z.array(personaShareSchema)),
};

const oneQuestion = inWorkspace.extend({ questionId: idSchema });
/** Who plays: an id the browser draws and keeps. Whoever does not know it cannot ask for its score. */
const person = z.object({ person: idSchema });

const quiz = {
  quiz: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/quiz',
    'persona.read',
    'The situations to recognise, without their answer',
  )
    .input(inWorkspace)
    .output(z.array(quizQuestionSchema.pick({ id: true, situation: true }))),
  answerQuiz: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/quiz/{questionId}/answer',
    'persona-training.write',
    'Answer a situation: the right persona and why, and one’s own score',
  )
    .input(oneQuestion.extend(person.shape).extend({ personaId: idSchema }))
    .output(
      z.object({
        right: z.boolean(),
        /** The right one. */
        personaId: idSchema,
        explanation: z.string(),
        score: quizScoreSchema,
      }),
    ),
  quizScore: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/quiz/score/{person}',
    'persona.read',
    'One’s own score',
  )
    .input(inWorkspace.extend(person.shape))
    .output(quizScoreSchema),
  quizQuestions: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/quiz-questions',
    'persona.write',
    'The situations with their answer, for those who write them',
  )
    .input(inWorkspace)
    .output(z.array(quizQuestionSchema)),
  addQuizQuestion: endpoint(
    'POST',
    '/v1/workspaces/{workspaceId}/quiz-questions',
    'persona.write',
    'Add a situation',
  )
    .input(inWorkspace.extend(quizQuestionSettingsSchema.shape))
    .output(quizQuestionSchema),
  changeQuizQuestion: endpoint(
    'PUT',
    '/v1/workspaces/{workspaceId}/quiz-questions/{questionId}',
    'persona.write',
    'Change a situation; answers already given are judged anew',
  )
    .input(oneQuestion.extend(quizQuestionSettingsSchema.shape))
    .output(quizQuestionSchema),
  removeQuizQuestion: endpoint(
    'DELETE',
    '/v1/workspaces/{workspaceId}/quiz-questions/{questionId}',
    'persona.write',
    'Delete a situation and the answers given to it',
  )
    .input(oneQuestion)
    .output(z.object({})),
};

export const personaContract = {
  ...personas,
  ...pictures,
  ...deliverableContract,
  ...segments,
  ...quiz,
  ...detectionContract,
  ...contactsContract,
  ...discoveryContract,
  ...questionnaireContract,
};
