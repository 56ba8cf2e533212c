import type { Policy } from '#kit/permissions.ts';

/** Who may do what with sources, imports and figures. */
export const measurePolicy = {
  'measure.read': ['owner', 'editor', 'commenter', 'reader'],
  'measure.write': ['owner', 'editor'],
  'measure.manage': ['owner'],
} as const satisfies Policy;
