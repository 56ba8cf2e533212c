import fc from 'fast-check';
import { z } from 'zod';
import { type Change, diff } from '#kit/document/changes.ts';
import { orderKeySchema } from '#kit/document/order.ts';
import { collaborativeText, collection, type DocumentOf, defineDocument } from '#kit/document/schema.ts';

/** A small document kind with one of everything, for tests of what all kinds share. */
export const boardKind = defineDocument({
  kind: 'board',
  version: 3,
  schema: z.object({
    title: collaborativeText(200),
    owner: z.string().max(100).optional(),
    settings: z.object({ colour: z.enum(['red', 'green']), width: z.int().min(1).max(40) }),
    lanes: collection(z.object({ order: orderKeySchema, name: collaborativeText(200) })),
    notes: collection(
      z.object({
        order: orderKeySchema,
        laneId: z.string(),
        text: collaborativeText(2_000),
        weight: z.number().min(0).max(10).optional(),
        tags: z.array(z.string()).default([]),
      }),
    ),
  }),
  migrations: [
    { to: 2, up: ({ name, ...rest }) => ({ ...rest, title: name ?? '' }), retired: ['name'] },
    {
      to: 3,
      up: (old) => ({
        ...old,
        notes: Object.fromEntries(
          Object.entries((old.notes ?? {}) as Record<string, Record<string, unknown>>).map(
            ([id, { size, ...note }]) => [id, { ...note, weight: Math.min(Number(size ?? 0), 10) }],
          ),
        ),
      }),
      retired: ['notes/size'],
    },
  ],
});

export type Board = DocumentOf<typeof boardKind>;

export const emptyBoard: Board = { title: '', settings: { colour: 'red', width: 10 }, lanes: {}, notes: {} };

export const sampleBoard: Board = {
  title: 'Réclamation 👩‍👩‍👧',
  owner: 'Ada',
  settings: { colour: 'green', width: 12 },
  lanes: { l1: { order: 'a0', name: 'Does' }, l2: { order: 'a1', name: 'Thinks' } },
  notes: {
    n1: { order: 'a0', laneId: 'l1', text: 'I call', weight: 2, tags: ['phone'] },
    n2: { order: 'a0', laneId: 'l2', text: '', tags: [] },
  },
};

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '👍', '\n'), maxLength: 12 });
const order = fc.constantFrom('a0', 'a1', 'a2', 'a0V', 'Zz');
const entityId = fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5');

const lane = fc.record({ order, name: text }, { noNullPrototype: true });
const note = fc.record(
  {
    order,
    laneId: entityId,
    text,
    weight: fc.integer({ min: 0, max: 10 }),
    tags: fc.array(text, { maxLength: 3 }),
  },
  { requiredKeys: ['order', 'laneId', 'text', 'tags'], noNullPrototype: true },
);

export const arbitraryBoard: fc.Arbitrary<Board> = fc.record(
  {
    title: text,
    owner: text,
    settings: fc.record(
      { colour: fc.constantFrom('red', 'green'), width: fc.integer({ min: 1, max: 40 }) },
      { noNullPrototype: true },
    ),
    lanes: fc.dictionary(entityId, lane, { noNullPrototype: true }),
    notes: fc.dictionary(entityId, note, { noNullPrototype: true }),
  },
  { requiredKeys: ['title', 'settings', 'lanes', 'notes'], noNullPrototype: true },
) as fc.Arbitrary<Board>;

export const arbitraryChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ op: fc.constant('put'), path: fc.tuple(fc.constant('lanes'), entityId), value: lane }),
  fc.record({ op: fc.constant('put'), path: fc.tuple(fc.constant('notes'), entityId), value: note }),
  fc.record({ op: fc.constant('remove'), path: fc.tuple(fc.constantFrom('lanes', 'notes'), entityId) }),
  fc.record({
    op: fc.constant('set'),
    path: fc.tuple(fc.constant('notes'), entityId, fc.constant('text')),
    value: text,
  }),
  fc.record(
    {
      op: fc.constant('set'),
      path: fc.tuple(fc.constant('notes'), entityId, fc.constant('weight')),
      value: fc.integer({ min: 0, max: 10 }),
    },
    { requiredKeys: ['op', 'path'], noNullPrototype: true },
  ),
  fc.record({ op: fc.constant('set'), path: fc.constant(['title']), value: text }),
  fc.record(
    { op: fc.constant('set'), path: fc.constant(['owner']), value: text },
    { requiredKeys: ['op', 'path'], noNullPrototype: true },
  ),
) as fc.Arbitrary<Change>;

/** The changes between two boards. */
export const boardDiff = (from: Board, to: Board): Change[] =>
  diff(boardKind.layout.collections.keys(), from, to);
