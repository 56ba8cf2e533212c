import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshStatement } from './edit/statement.ts';
import { examplePersona, examplePersonaCodes } from './examples/personas.ts';
import { exampleQuiz } from './examples/quiz.ts';
import { likelyFrom, likelyPersonas, serviceScript, signKey, signsOf, unknownPrior } from './signs.ts';
import { emptyPersona } from './templates/template.ts';

/** Personas by their signs, each as `[words, weight]`. */
const withSigns = (signs: Readonly<Record<string, readonly (readonly [string, number | null])[]>>) =>
  Object.fromEntries(
    Object.entries(signs).map(([personaId, list]) => [
      personaId,
      {
        ...emptyPersona('people', 'en', personaId),
        statements: Object.fromEntries(
          list.map(([text, weight], index) => [
            `${personaId}-${index}`,
            { ...freshStatement('signs', `a${index}`, text), weight },
          ]),
        ),
      },
    ]),
  );

const three = withSigns({
  worrier: [
    ['Apologises', 3],
    ['Gives her number', 4],
    ['“Have you received it?”', 5],
  ],
  alone: [
    ['Quotes a clause', 5],
    ['Asks in writing', 3],
  ],
  hurried: [
    ['Speaks fast', 4],
    ['Asks how long', 5],
    ['apologises.', 1],
  ],
});
const heard = (...texts: string[]) => new Set(texts.map(signKey));

describe('the signs to listen for', () => {
  it('are told once, whoever they speak for, and fairly mixed', () => {
    const signs = signsOf(three);
    expect(signs.map(({ text }) => text)).toEqual([
      'Apologises',
      'Quotes a clause',
      'Speaks fast',
      'Gives her number',
      'Asks in writing',
      'Asks how long',
      '“Have you received it?”',
    ]);
    expect(signs[0]!.heldBy.map(({ personaId, weight }) => [personaId, weight])).toEqual([
      ['worrier', 3],
      ['hurried', 1],
    ]);
  });

  it('are the same in other typography', () => {
    expect(signKey('Demande «\u202fvous l’avez bien reçu\u202f?\u202f»')).toBe(
      signKey("demande vous l'avez  bien reçu"),
    );
    expect(signKey('Asks how')).not.toBe(signKey('Asks who'));
  });

  it('are not those still to be written', () => {
    expect(signsOf(withSigns({ a: [['  ', 5]] }))).toEqual([]);
    expect(signsOf({})).toEqual([]);
  });
});

describe('who am I talking to', () => {
  it('is not known before anything is heard', () => {
    const { personas, unknown, verdict, withoutSigns } = likelyPersonas(new Set(), three);
    expect(verdict).toEqual({ kind: 'unknown', because: 'nothing-heard' });
    expect(unknown).toBeCloseTo(unknownPrior, 12);
    for (const { probability, contributions } of personas) {
      expect(probability).toBeCloseTo((1 - unknownPrior) / 3, 12);
      expect(contributions).toEqual([]);
    }
    expect(withoutSigns).toEqual([]);
  });

  it('is computed as by hand', () => {
    const { personas, unknown } = likelyPersonas(heard('Gives her number', 'Apologises'), three);
    // 0.3 prior each; own signs .75 × .6, hurried has the second at weight 1 (.3), others .15, none of them .25.
    const worrier = 0.3 * 0.75 * 0.6;
    const alone = 0.3 * 0.15 * 0.15;
    const hurried = 0.3 * 0.15 * 0.3;
    const none = 0.1 * 0.25 * 0.25;
    const all = worrier + alone + hurried + none;
    expect(personas.map(({ personaId }) => personaId)).toEqual(['worrier', 'hurried', 'alone']);
    expect(personas[0]!.probability).toBeCloseTo(worrier / all, 12);
    expect(personas[1]!.probability).toBeCloseTo(hurried / all, 12);
    expect(unknown).toBeCloseTo(none / all, 12);
    expect(personas[0]!.contributions.map(({ text }) => text)).toEqual(['Gives her number', 'Apologises']);
    expect(personas[0]!.contributions[0]!.logOdds).toBeCloseTo(Math.log(3), 12);
  });

  it('is said when it is likely enough', () => {
    const { verdict, personas } = likelyPersonas(heard('“Have you received it?”', 'Apologises'), three);
    expect(personas[0]!.probability).toBeGreaterThan(likelyFrom);
    expect(verdict).toEqual({ kind: 'likely', personaId: 'worrier' });
  });

  it('stays unknown when what is heard pulls apart, or is nobody’s', () => {
    const torn = likelyPersonas(heard('Asks how long', 'Quotes a clause'), three);
    expect(torn.verdict).toEqual({ kind: 'unknown', because: 'several' });
    const faint = withSigns({
      a: [
        ['A', 1],
        ['B', 1],
      ],
      b: [['C', 1]],
      c: [['D', 1]],
      d: [
        ['E', 1],
        ['F', 1],
      ],
    });
    const nobody = likelyPersonas(heard('A', 'B', 'C', 'D', 'E', 'F'), faint);
    expect(nobody.verdict).toEqual({ kind: 'unknown', because: 'none' });
    expect(likelyPersonas(heard('A'), {}).verdict).toEqual({ kind: 'unknown', because: 'nothing-heard' });
  });

  it('ignores a tick that is no longer a sign', () => {
    expect(likelyPersonas(heard('gone'), three)).toEqual(likelyPersonas(new Set(), three));
  });

  it('begins from the shares of the base where they are known', () => {
    const shares = { worrier: 0.22, alone: 0.43 };
    const { personas } = likelyPersonas(new Set(), three, shares);
    const of = (id: string) => personas.find(({ personaId }) => personaId === id)!.probability;
    expect(of('alone') / of('worrier')).toBeCloseTo(0.43 / 0.22, 12);
    // Not told: as the mean of the others.
    expect(of('hurried') / of('worrier')).toBeCloseTo(0.325 / 0.22, 12);
  });

  it('names the personas nobody can recognise', () => {
    const personas = { ...three, silent: emptyPersona('people', 'en', 'Silent') };
    expect(likelyPersonas(new Set(), personas).withoutSigns).toEqual(['silent']);
    // Nothing that is heard could speak for it: it takes no chance away from the others.
    expect(likelyPersonas(heard('Apologises'), personas).personas).toEqual(
      likelyPersonas(heard('Apologises'), three).personas,
    );
  });

  it('is explained exactly: what is heard adds up to the odds', () => {
    const arbitrary = fc.dictionary(
      fc.constantFrom('p', 'q', 'r', 's'),
      fc.array(
        fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.option(fc.integer({ min: 1, max: 5 }))),
        {
          maxLength: 5,
        },
      ),
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(arbitrary, fc.subarray(['A', 'B', 'C', 'D', 'E']), (signs, texts) => {
        const personas = withSigns(signs);
        const found = likelyPersonas(heard(...texts), personas);
        const sum = found.personas.reduce((total, { probability }) => total + probability, found.unknown);
        expect(sum).toBeCloseTo(1, 10);
        for (const { prior, contributions, probability } of found.personas) {
          const odds = contributions.reduce((total, { logOdds }) => total + logOdds, prior);
          expect(Math.log(probability / found.unknown)).toBeCloseTo(odds, 8);
        }
        for (const text of texts) {
          // Hearing a sign never makes one of its own personas less likely against one that does not have it.
          const without = likelyPersonas(heard(...texts.filter((one) => one !== text)), personas);
          const odds = (from: typeof found, a: string, b: string) => {
            const of = (id: string) => from.personas.find(({ personaId }) => personaId === id)!.probability;
            return of(a) / of(b);
          };
          const holders = signsOf(personas).find(({ key }) => key === signKey(text))?.heldBy ?? [];
          for (const { personaId } of holders) {
            for (const { personaId: other } of found.personas) {
              if (holders.some((holder) => holder.personaId === other)) continue;
              expect(odds(found, personaId, other)).toBeGreaterThan(odds(without, personaId, other));
            }
          }
        }
      }),
      { seed: 20_260_301, numRuns: 300 },
    );
  });

  it('does not overflow on hundreds of signs', () => {
    const many = withSigns({
      a: Array.from({ length: 2000 }, (_, index) => [`sign ${index}`, 5] as const),
      b: [['other', 1]],
    });
    const found = likelyPersonas(new Set(signsOf(many).map(({ key }) => key)), many);
    expect(found.personas[0]).toMatchObject({ personaId: 'a', probability: 1 });
    expect(found.unknown).toBe(0);
  });
});

describe('the finished personas', () => {
  const personas = Object.fromEntries(
    examplePersonaCodes.map((code) => [code, examplePersona(code, 'en', '2026-03-01')]),
  );

  it('are recognised by their own signs', () => {
    for (const code of examplePersonaCodes) {
      const own = signsOf({ [code]: personas[code]! }).map(({ key }) => key);
      expect(likelyPersonas(new Set(own.slice(0, 2)), personas).verdict).toEqual({
        kind: 'likely',
        personaId: code,
      });
    }
  });

  it('are each asked for in the quiz', () => {
    expect(new Set(exampleQuiz('fr').map(({ persona }) => persona))).toEqual(new Set(examplePersonaCodes));
  });

  it('have a script for the telephone', () => {
    for (const persona of Object.values(personas)) {
      for (const part of Object.values(serviceScript(persona))) expect(part.length).toBeGreaterThan(0);
      for (const [, situation] of serviceScript(persona).hardSituations) {
        expect(situation.answer).not.toBe('');
      }
    }
  });
});
