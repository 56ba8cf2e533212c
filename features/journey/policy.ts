import type { Policy } from '#kit/permissions.ts';

/** Who may do what with the maps of a workspace. */
export const journeyPolicy = {
  'journey.read': ['owner', 'editor', 'commenter', 'reader'],
  'journey.write': ['owner', 'editor'],
} as const satisfies Policy;
