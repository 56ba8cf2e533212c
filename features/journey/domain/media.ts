/**
 * Pictures, sounds and videos of the cards of a map. The kind is the beginning of the id, so that a card knows how it is
 * drawn without asking; the rest is the fingerprint of the bytes: the same file sent twice is kept once.
 */
export const mediaKinds = ['image', 'sound', 'video'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** Largest file of each kind, in bytes: what a reader on a telephone can still wait for. */
export const largestMedia: Readonly<Record<MediaKind, number>> = {
  image: 12_000_000,
  sound: 40_000_000,
  video: 200_000_000,
};

/** What the page offers to choose from; what a file is comes from its bytes, never from its name. */
export const mediaAccepted =
  'image/png,image/jpeg,image/gif,image/webp,audio/mpeg,audio/mp4,audio/wav,audio/ogg,audio/flac,audio/webm,video/mp4,video/webm';

export const mediaId = (kind: MediaKind, fingerprint: string): string => `${kind}-${fingerprint}`;

/** undefined for an id of another making. */
export const mediaKindOf = (id: string): MediaKind | undefined =>
  mediaKinds.find((kind) => id.startsWith(`${kind}-`));

/** What a keeper of files asks: the beginning of the id, the type to be given out with, how large it may be. */
export function recogniseMedia(head: Uint8Array) {
  const found = mediaTypeOf(head);
  return found && { prefix: found.kind, type: found.type, largest: largestMedia[found.kind] };
}

type Signature = readonly [type: string, kind: MediaKind, at: number, bytes: string];

/** How each type begins, as characters of one byte. A type the browsers do not show, or that may carry scripts, is not here. */
const signatures: readonly Signature[] = [
  ['image/png', 'image', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 'image', 0, '\xff\xd8\xff'],
  ['image/gif', 'image', 0, 'GIF87a'],
  ['image/gif', 'image', 0, 'GIF89a'],
  ['image/webp', 'image', 8, 'WEBPVP8'],
  ['audio/mpeg', 'sound', 0, 'ID3'],
  ['audio/mpeg', 'sound', 0, '\xff\xfb'],
  ['audio/mpeg', 'sound', 0, '\xff\xf3'],
  ['audio/mpeg', 'sound', 0, '\xff\xf2'],
  ['audio/wav', 'sound', 8, 'WAVE'],
  ['audio/ogg', 'sound', 0, 'OggS'],
  ['audio/flac', 'sound', 0, 'fLaC'],
  ['audio/mp4', 'sound', 4, 'ftypM4A'],
  ['video/mp4', 'video', 4, 'ftyp'],
];

/** Bytes of the beginning that tell what a file is: of a WebM also what it holds, which is told a little further down. */
export const mediaHead = 4096;

/**
 * What a file is by its first bytes; undefined for anything else, whatever its name says. RIFF files are told apart by
 * what they hold, and Matroska is taken only as WebM, which the browsers play.
 */
export function mediaTypeOf(
  head: Uint8Array,
): { readonly type: string; readonly kind: MediaKind } | undefined {
  const text = String.fromCharCode(...head.subarray(0, mediaHead));
  const riff = text.startsWith('RIFF');
  if (text.startsWith('\x1aE\xdf\xa3') && text.slice(0, 64).includes('webm')) return webm(text);
  const found = signatures.find(([, , at, bytes]) => text.startsWith(bytes, at) && (at !== 8 || riff));
  // HEIC and AVIF pictures begin as a video would: browsers do not all show them.
  if (found?.[0] === 'video/mp4' && /^(hei|hev|mif|avi|msf)/.test(text.slice(8, 11))) return undefined;
  return found && { type: found[0], kind: found[1] };
}

/** A WebM names the coding of each of its tracks; what records a voice in a browser makes one with a sound and nothing to see. */
const webm = (head: string): { readonly type: string; readonly kind: MediaKind } =>
  /A_(OPUS|VORBIS)/.test(head) && !/V_(VP8|VP9|AV1)/.test(head)
    ? { type: 'audio/webm', kind: 'sound' }
    : { type: 'video/webm', kind: 'video' };
