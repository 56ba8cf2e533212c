import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchema } from '#kit/ids.ts';
import { mediaId, mediaKindOf, mediaKinds, mediaTypeOf } from './media.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('what a file is', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n….', 'image/png', 'image'],
    ['\xff\xd8\xff\xe0', 'image/jpeg', 'image'],
    ['GIF89a', 'image/gif', 'image'],
    ['RIFF....WEBPVP8L', 'image/webp', 'image'],
    ['RIFF....WAVEfmt ', 'audio/wav', 'sound'],
    ['ID3\x04', 'audio/mpeg', 'sound'],
    ['OggS', 'audio/ogg', 'sound'],
    ['....ftypM4A ', 'audio/mp4', 'sound'],
    ['....ftypisom', 'video/mp4', 'video'],
    ['\x1aE\xdf\xa3....B\x82\x84webm', 'video/webm', 'video'],
    [
      `\x1aE\xdf\xa3....B\x82\x84webm${'.'.repeat(300)}\x86\x85V_VP9....\x86\x86A_OPUS`,
      'video/webm',
      'video',
    ],
    [`\x1aE\xdf\xa3....B\x82\x84webm${'.'.repeat(300)}\x86\x86A_OPUS`, 'audio/webm', 'sound'],
  ])('%j is %s', (head, type, kind) => {
    expect(mediaTypeOf(bytes(head))).toEqual({ type, kind });
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'a drawing may carry a script'],
    ['<!doctype html>', 'a page'],
    ['%PDF-1.7', 'a document'],
    ['....WEBPVP8', 'no RIFF before it'],
    ['....ftypheic', 'a picture browsers do not show'],
    ['\x1aE\xdf\xa3....matroska', 'a video browsers do not play'],
    ['MZ', 'a program'],
    ['', 'nothing'],
  ])('%j is refused: %s', (head) => {
    expect(mediaTypeOf(bytes(head))).toBeUndefined();
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (head) => {
        const found = mediaTypeOf(head);
        if (found) expect(mediaKinds).toContain(found.kind);
      }),
    );
  });
});

it('the id of a media says its kind', () => {
  for (const kind of mediaKinds) {
    const id = mediaId(kind, 'a'.repeat(32));
    expect(idSchema.parse(id)).toBe(id);
    expect(mediaKindOf(id)).toBe(kind);
  }
  expect(mediaKindOf('card-1')).toBeUndefined();
});
