import { z } from 'zod';
import { workspaceIdSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';

/** Under this many answers no figure is shown; a workspace may ask for more, never for less than the floor. */
export const minimumFloor = 5;
export const defaultMinimum = 30;

/** All that one organisation keeps in Parcours. */
export const workspaceSchema = z.object({
  id: workspaceIdSchema,
  name: z.string().trim().min(1).max(120),
  /** Language new content is proposed in. */
  language: localeSchema,
  /** IANA name of the one zone in which calendar days are counted. */
  zone: z.string().min(1).max(64),
  minimum: z.int().min(minimumFloor).max(1000),
  /** Made of simulated data: said wherever its figures are shown. */
  demonstration: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Workspace = z.infer<typeof workspaceSchema>;

export const workspaceSettingsSchema = workspaceSchema.pick({
  name: true,
  language: true,
  zone: true,
  minimum: true,
});
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;
