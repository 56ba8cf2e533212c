import { describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { examplePersona } from './examples/personas.ts';
import { exportPersona, importPersona } from './file.ts';
import { summarise } from './summary.ts';

const example = () => examplePersona('worrier', 'fr', '2026-03-01');

describe('a persona as a file', () => {
  it('comes back as it went', () => {
    const file = JSON.parse(JSON.stringify(exportPersona(example())));
    expect(file).toMatchObject({ format: 'parcours', kind: 'persona', version: 1 });
    expect(unwrap(importPersona(file))).toEqual({ document: example(), setAside: [] });
  });

  it('tells each part it could not keep', () => {
    const { document } = exportPersona(example());
    const said = { author: 'Ada', at: '2026-03-01T10:00:00Z' };
    const { document: read, setAside } = unwrap(
      importPersona({
        version: 1,
        document: {
          ...document,
          surprise: true,
          channels: { ...document.channels, again: { order: 'a9', channel: ' Phone' } },
          statements: { ...document.statements, strange: { order: 'a0', section: 'goals', text: 12 } },
          replies: { lost: { ...said, commentId: 'gone' } },
        },
      }),
    );
    expect(setAside.map(({ path, issue }) => `${path[0]}/${path[1]} ${issue}`).sort()).toEqual([
      'channels/again duplicate',
      'replies/lost dangling',
      'statements/strange invalid_type',
      'surprise/undefined unknown-field',
    ]);
    expect(read).toEqual(example());
  });

  it('is refused with its reason', () => {
    expect(importPersona({ version: 99, document: {} })).toMatchObject({
      problem: { code: 'document.newer-version' },
    });
    for (const document of [null, [], 'persona', { title: 'no kind' }]) {
      expect(importPersona({ version: 1, document })).toMatchObject({
        problem: { code: 'document.invalid' },
      });
    }
  });
});

it('a summary says what a gallery shows', () => {
  expect(summarise(example(), '2026-03-01')).toMatchObject({
    title: 'L’inquiète',
    kind: 'people',
    quote: 'Dites-moi simplement que vous avez bien reçu ma demande.',
    colour: 0,
    picture: { kind: 'avatar' },
    proof: { proven: 27, assumed: 8, stale: 3, total: 38 },
  });
});
