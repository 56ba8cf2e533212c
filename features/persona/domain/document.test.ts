import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#kit/document/read-document.ts';
import { unwrap } from '#kit/result.ts';
import { describeMigrations } from '#testing/document-migrations.ts';
import { personaDocument } from './document.ts';
import { channelKey, firstMisplaced, type PartName, partNames } from './parts.ts';
import { type Persona, personaSchema, sections } from './schema.ts';
import { emptyPersona } from './templates/template.ts';

const heal = personaDocument.heal!;

/** Few ids, so that parts refer now to what is there and now to what is not. */
const id = fc.constantFrom('a', 'b', 'c', 'constructor', 'z');
const order = fc.constantFrom('a0', 'a1', 'a2');
const records = <T>(entity: fc.Arbitrary<T>) =>
  fc.dictionary(id, entity, { maxKeys: 4, noNullPrototype: true });
const signature = { author: fc.constant('Ada'), at: fc.constant('2026-03-01T10:00:00Z') };

const anyPersona: fc.Arbitrary<Persona> = fc
  .record({
    channels: records(fc.record({ order, channel: fc.constantFrom('web', 'Web ', 'phone', 'app') })),
    statements: records(fc.record({ order, section: fc.constantFrom(...sections) })),
    comments: records(
      fc.record({
        ...signature,
        target: fc.record({ statementId: fc.option(id), section: fc.constant(null) }),
      }),
    ),
    replies: records(fc.record({ ...signature, commentId: id })),
  })
  .map((parts) => personaSchema.parse({ ...emptyPersona('people', 'en', 'Somebody'), ...parts }));

/** The rule said another way. */
function isWhole(persona: Persona): boolean {
  const channels = Object.values(persona.channels).map(({ channel }) => channelKey(channel));
  return (
    new Set(channels).size === channels.length &&
    Object.values(persona.replies).every(({ commentId }) => Object.hasOwn(persona.comments, commentId)) &&
    Object.values(persona.comments).every(
      ({ target }) => target.statementId === null || Object.hasOwn(persona.statements, target.statementId),
    )
  );
}

describe('healing a persona', () => {
  it('leaves it whole, touches nothing that stands, and settles at once', () => {
    let broken = 0;
    fc.assert(
      fc.property(anyPersona, (persona) => {
        const whole = heal(persona);
        expect(isWhole(whole)).toBe(true);
        expect(heal(whole)).toBe(whole);
        expect(personaSchema.parse(whole)).toEqual(whole);
        const parts = partNames.flatMap((name) =>
          Object.keys(persona[name]).map((key): [PartName, string] => [name, key]),
        );
        expect(firstMisplaced(persona, parts) === undefined).toBe(isWhole(persona));
        if (isWhole(persona)) expect(whole).toBe(persona);
        else broken++;
        expect(whole.statements).toBe(persona.statements);
        expect(Object.keys(whole.comments)).toEqual(Object.keys(persona.comments));
        expect(new Set(Object.values(whole.channels).map(({ channel }) => channelKey(channel)))).toEqual(
          new Set(Object.values(persona.channels).map(({ channel }) => channelKey(channel))),
        );
      }),
      { seed: 20_260_301, numRuns: 1000 },
    );
    expect(broken).toBeGreaterThan(300);
  });

  it('keeps of two channels that read the same the first in order', () => {
    const channel = (order: string, name: string) => ({ order, channel: name, note: '' });
    const persona: Persona = {
      ...emptyPersona('people', 'en', 'Somebody'),
      channels: { z: channel('a0', 'Phone'), a: channel('a1', 'phone'), b: channel('a2', 'web') },
    };
    expect(Object.keys(heal(persona).channels)).toEqual(['z', 'b']);
  });
});

describe('the persona document', () => {
  it('reads what is sound and sets aside what is not', () => {
    const { document, setAside } = unwrap(
      readDocument(personaDocument, {
        title: 'By hand',
        kind: 'company',
        language: 'fr',
        statements: {
          good: { order: 'a0', section: 'goals', text: 'Gagner du temps' },
          bad: { order: 'a1', section: 'no such section' },
        },
      }),
    );
    expect(Object.keys(document.statements)).toEqual(['good']);
    expect(document.picture.kind).toBe('avatar');
    expect(document.advice).toBeNull();
    expect(setAside.map(({ path }) => path.join('/'))).toEqual(['statements/bad/section']);
  });

  it.each([
    ['a range that ends before it begins', { age: { from: 60, to: 50 } }],
    ['a slider off its scale', { advice: 1.2 }],
    ['a colour nobody has', { colour: 6 }],
    ['a picture by its address', { picture: { kind: 'upload', pictureId: 'https://a/b.png' } }],
  ])('refuses %s', (_name, wrong) => {
    const read = readDocument(personaDocument, { ...emptyPersona('people', 'en', 'Somebody'), ...wrong });
    expect(read).toMatchObject({ ok: false, problem: { code: 'document.invalid' } });
  });
});

describeMigrations(personaDocument, {});
