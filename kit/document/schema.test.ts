import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collaborativeText, collection, defineDocument } from './schema.ts';

const step = (to: number) => ({ to, up: (document: object) => ({ ...document }) });
const declare = (schema: z.ZodObject, version = 1, migrations = [] as ReturnType<typeof step>[]) =>
  defineDocument({ kind: 'thing', version, schema, migrations });

describe('declaring a document kind', () => {
  it('finds texts, collections and plain fields', () => {
    const { layout } = declare(
      z.object({
        title: collaborativeText(),
        size: z.number().optional(),
        parts: collection(z.object({ name: collaborativeText(), at: z.object({ x: z.number() }) })),
      }),
    );
    expect([...layout.fields].map(([name, { type }]) => [name, type])).toEqual([
      ['title', 'text'],
      ['size', 'value'],
    ]);
    expect([...layout.collections.get('parts')!.fields].map(([name, { type }]) => [name, type])).toEqual([
      ['name', 'text'],
      ['at', 'value'],
    ]);
  });

  it('gives empty texts and collections to a document that lacks them', () => {
    const { schema } = declare(z.object({ title: collaborativeText(), parts: collection(z.object({})) }));
    expect(schema.parse({})).toEqual({ title: '', parts: {} });
  });

  it.each<[string, () => unknown]>([
    ['a text that may be absent', () => declare(z.object({ title: collaborativeText().optional() }))],
    [
      'a collection that may be absent',
      () => declare(z.object({ parts: collection(z.object({})).nullable() })),
    ],
    [
      'a collection in a collection',
      () => declare(z.object({ parts: collection(z.object({ bits: collection(z.object({})) })) })),
    ],
    ['a rule over several fields', () => declare(z.object({ a: z.number() }).refine(() => true))],
    [
      'a rule over several fields of an entity',
      () => declare(z.object({ parts: collection(z.object({}).refine(() => true)) })),
    ],
    ['a version without its migration', () => declare(z.object({}), 2)],
    ['a migration too many', () => declare(z.object({}), 1, [step(2)])],
    ['migrations out of order', () => declare(z.object({}), 3, [step(3), step(2)])],
    [
      'no plain name',
      () => defineDocument({ kind: 'My/Map', version: 1, schema: z.object({}), migrations: [] }),
    ],
  ])('refuses %s', (_what, declaring) => {
    expect(declaring).toThrow();
  });
});
