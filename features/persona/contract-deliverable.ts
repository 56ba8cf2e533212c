import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { idSchema, workspaceIdSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';

const inWorkspace = z.object({ workspaceId: workspaceIdSchema });
const onePersona = inWorkspace.extend({ personaId: idSchema });

/** What is printed of one persona: a sheet of A3 for the wall, two sides of A6 for the pocket. */
export const deliverableFormats = ['poster', 'card'] as const;
/** Headings and dates; what people wrote stays in its language. */
const inLanguage = z.object({ language: localeSchema.default('fr') });
const oneDeliverable = onePersona.extend(inLanguage.shape).extend({ format: z.enum(deliverableFormats) });

/** The pages of a deliverable, as they will be printed. */
const deliverablePagesSchema = z.object({
  pages: z.array(
    z.object({
      /** Points, 1/72 inch. */
      width: z.number(),
      height: z.number(),
      /** A drawing that needs nothing else: letters are outlines. */
      svg: z.string(),
      /** What it says, in reading order. */
      text: z.string(),
    }),
  ),
  /** Personas whose own picture cannot be printed; their initials stand there. */
  picturesLeftOut: z.array(z.string()),
});
export type DeliverablePages = z.infer<typeof deliverablePagesSchema>;

/** What is printed. */
export const deliverableContract = {
  deliverable: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/deliverable',
    'persona.read',
    'A persona to print: a poster (A3) or a card (A6), as vector PDF with selectable text',
  )
    .input(oneDeliverable)
    .output(z.file()),
  deliverablePages: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/personas/{personaId}/deliverable/pages',
    'persona.read',
    'The pages of a poster or card, as drawings',
  )
    .input(oneDeliverable)
    .output(deliverablePagesSchema),
  booklet: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/persona-booklet',
    'persona.read',
    'All personas of a workspace to print: a booklet (A4), as vector PDF with selectable text',
  )
    .input(inWorkspace.extend(inLanguage.shape))
    .output(z.file()),
  bookletPages: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/persona-booklet/pages',
    'persona.read',
    'The pages of the booklet, as drawings',
  )
    .input(inWorkspace.extend(inLanguage.shape))
    .output(deliverablePagesSchema),
};
