import type { Policy } from '#kit/permissions.ts';

/** Who may do what with surveys and their answers. */
export const voicePolicy = {
  'voice.read': ['owner', 'editor', 'commenter', 'reader'],
  'voice.write': ['owner', 'editor'],
  'voice.manage': ['owner'],
} as const satisfies Policy;
