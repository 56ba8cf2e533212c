import type { Policy } from '#kit/permissions.ts';

/** Who may do what with the personas of a workspace. Whoever may read them may train on them. */
export const personaPolicy = {
  'persona.read': ['owner', 'editor', 'commenter', 'reader'],
  'persona.write': ['owner', 'editor'],
  'persona-training.write': ['owner', 'editor', 'commenter', 'reader'],
} as const satisfies Policy;
