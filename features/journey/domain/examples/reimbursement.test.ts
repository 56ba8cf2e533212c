import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { locales } from '#kit/locale.ts';
import { eventKinds, type Names, nameOf } from '#testing/simulator/catalogue.ts';
import { eventColumns, writeEventsCsv } from '#testing/simulator/events-csv.ts';
import { journeyMapDocument } from '../document.ts';
import { emotionCurve, outline } from '../outline.ts';
import { journeyMapSchema } from '../schema.ts';
import { reimbursementExample } from './reimbursement.ts';

const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
};

/** What happens in a small simulated log: "event / channel" with its journey, and the personas. */
async function simulated(names: Names) {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  await writeEventsCsv(out, { seed: 7, customers: 4000, end: new Date('2026-03-31T00:00:00Z'), names });
  const journeys = new Map(eventKinds.map((kind) => [nameOf(kind, names), kind.journey]));
  const happened = new Map<string, string | undefined>();
  const personas = new Set<string>();
  for (const line of Buffer.concat(chunks).toString('utf8').split('\n').slice(1, -1)) {
    // Only words are quoted, and only they hold commas or line ends.
    const fields = line.replace(/"(?:[^"]|"")*"/g, '').split(',');
    const field = (name: (typeof eventColumns)[number]) => fields[eventColumns.indexOf(name)] ?? '';
    happened.set(`${field('event')} / ${field('channel')}`, journeys.get(field('event')));
    personas.add(field('persona'));
  }
  return { happened, personas: [...personas] };
}

describe.each(locales)('the reimbursement example in %s', (language) => {
  const map = reimbursementExample(language, { sourceId: 'crm', day: '2026-03-31' });

  it('is a whole map', () => {
    expect(journeyMapSchema.parse(map)).toEqual(map);
    expect(journeyMapDocument.heal!(map)).toBe(map);
    expect(map.language).toBe(language);
    const { phases, stages, steps, lanes, cells } = outline(map);
    expect([phases.length, stages.length, steps.length, lanes.length]).toEqual([3, 5, 8, 12]);
    expect(steps.filter(({ step }) => step.momentOfTruth).map(({ id }) => id)).toEqual(['step-silence']);
    // Every lane that holds cards has some, and every step is written about.
    const written = [...cells.keys()].map((key) => key.split('/'));
    expect(new Set(written.map(([lane]) => lane)).size).toBe(9);
    expect(new Set(written.map(([, step]) => step)).size).toBe(8);
    for (const { id } of steps) expect(outline(map).touchpoints.get(id)?.length, id).toBeGreaterThan(0);
  });

  it('has a felt and a planned curve for everyone and for each persona', () => {
    for (const reading of ['felt', 'planned'] as const) {
      for (const personaId of [null, ...Object.keys(map.personas)]) {
        expect(emotionCurve(map, reading, personaId)).toHaveLength(8);
      }
    }
  });

  it('proves what it says is proven', () => {
    const cards = Object.values(map.cards);
    expect(cards.length).toBeGreaterThan(50);
    for (const card of cards) expect(card.status === 'validated').toBe(card.evidence.length > 0);
    expect(cards.flatMap(({ evidence }) => evidence.map(({ date }) => date)).sort()[0]).toBe('2025-09-02');
    expect(cards.filter(({ linkedCardId }) => linkedCardId !== null).length).toBeGreaterThan(3);
  });

  it.each(['code', ...locales] as const)('is bound to what the simulator writes (%s)', async (words) => {
    const bound = reimbursementExample(language, { sourceId: 'crm', words });
    const { happened, personas } = await simulated(words);
    const drawn = new Set<string>();
    for (const { title, bindings } of Object.values(bound.touchpoints)) {
      expect(bindings, title).toHaveLength(1);
      for (const binding of bindings) {
        if (binding.on !== 'events') throw new Error('bound to a survey');
        const { names, channels } = binding.rule;
        expect([names.length, channels.length]).toEqual([1, 1]);
        drawn.add(`${names[0]} / ${channels[0]}`);
      }
    }
    expect([...drawn].filter((pair) => !happened.has(pair))).toEqual([]);
    // Of the reimbursement itself, one rare thing is left for the comparison with what is travelled to find.
    const undrawn = [...happened].filter(
      ([pair, journey]) => journey === 'reimbursement' && !drawn.has(pair),
    );
    expect(undrawn).toHaveLength(1);
    const matched = Object.values(bound.personas).map(({ match }) => match);
    for (const match of matched) expect(personas).toContain(match?.value);
    expect(new Set(matched.map((match) => match?.attribute))).toEqual(new Set(['persona']));
  });

  it('is bound to nothing where there is no source', () => {
    const alone = reimbursementExample(language);
    expect(Object.values(alone.touchpoints).every(({ bindings }) => bindings.length === 0)).toBe(true);
    expect(Object.values(alone.personas).every(({ match }) => match === null)).toBe(true);
    expect(Object.values(alone.cards).every(({ evidence }) => evidence.every(({ date }) => !date))).toBe(
      true,
    );
  });

  it('is well typeset', () => {
    for (const text of wordsOf(map)) {
      expect(text).not.toMatch(/['"]/);
      if (language === 'fr') expect(text).not.toMatch(/[^\u202f][:;!?»]|«[^\u202f]/);
    }
  });
});

it('the example says the same in both languages', () => {
  const [fr, en] = locales.map((language) => reimbursementExample(language));
  expect(Object.keys(fr!.cards)).toEqual(Object.keys(en!.cards));
  expect(Object.keys(fr!.touchpoints)).toEqual(Object.keys(en!.touchpoints));
  for (const [id, card] of Object.entries(fr!.cards)) expect(card.text).not.toBe(en!.cards[id]!.text);
});
