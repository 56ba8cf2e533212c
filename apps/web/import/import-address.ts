import type { FileKind } from './likely-kind.ts';

/** The import the page follows (contacts are followed where they live), kept in its address so that loading it anew shows the same import. */
export type Followed = {
  readonly kind: Exclude<FileKind, 'contacts'>;
  readonly importId: string;
  readonly already: boolean;
};

export const hashOf = ({ kind, importId, already }: Followed): string =>
  `${kind}.${importId}${already ? '.already' : ''}`;

export function followed(hash: string): Followed | null {
  const match = /^(events|answers)\.([A-Za-z0-9_-]{1,64})(\.already)?$/.exec(hash);
  return match
    ? {
        kind: match[1] === 'events' ? 'events' : 'answers',
        importId: match[2] ?? '',
        already: match[3] !== undefined,
      }
    : null;
}
