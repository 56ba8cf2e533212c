import { describe, expect, it } from 'vitest';
import { npsEstimate } from '#kit/statistics/nps.ts';
import { shareEstimate } from '#kit/statistics/share.ts';
import type { MapMeasure, PlaceFigures } from '#measure/domain/figures.ts';
import { madeWhole } from '#measure/domain/lived-journey/journey-rule.ts';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import type { Words } from '../figure-words.ts';
import '../text.ts';
import { rowsOf } from './figure-rows.ts';
import { headlineOf, peopleOutOf, sentenceOf } from './place-figures.ts';
import { logWords, tiesWords } from './strip-words.ts';

const speech = (locale: 'fr' | 'en') => ({
  t: translate('measure', locale) as Words,
  format: createFormat(locale, 'Europe/Paris'),
});

const stats = {
  customers: 1434,
  journeys: 1434,
  events: 8577,
  eventNames: 27,
  variants: 116,
  ties: { events: 3, journeys: 2, share: 0.0014 },
  first: '2010-10-02T08:00:00Z',
  last: '2012-01-24T08:00:00Z',
  setAside: 0,
};

const measure: MapMeasure = {
  computedAt: '2026-01-01T00:00:00Z',
  tookMilliseconds: 1,
  minimum: 30,
  missing: [],
  durationsRounded: false,
  populations: [
    {
      sourceId: 's',
      name: 'receipt',
      simulated: false,
      importedAt: '2026-01-01T06:10:00Z',
      duplicates: 0,
      stats,
      ...madeWhole,
      patienceSeconds: 30 * 86_400,
    },
  ],
  surveys: [],
  by: null,
  groups: [],
  touchpoints: {},
  steps: {},
  stages: {},
  emotion: {},
  objectives: {},
  drawnAndTravelled: null,
};

const events: PlaceFigures = {
  volume: 2100,
  customers: 1904,
  share: shareEstimate(1904, 2500),
  goesOn: shareEstimate(1500, 1800),
  stopsHere: shareEstimate(342, 1904),
  inProgress: 104,
  timeToNext: { withheld: true, n: 12, minimum: 30 },
  satisfaction: null,
  freshness: [{ sourceId: 's', sourceName: 'receipt', n: 2100, lastAt: null, importedAt: null }],
};

const view = (figures: PlaceFigures, locale: 'fr' | 'en' = 'fr') => ({
  speech: speech(locale),
  measure,
  place: { kind: 'step', id: 'wait' } as const,
  figures,
  group: 'all',
});

describe('the sentence of a place', () => {
  it('opens with where people are lost', () => {
    expect(headlineOf(events)).toBe('stopsHere');
    const said = sentenceOf(view(events), 'stopsHere');
    expect(said.text).toBe('Ici, **18 clients sur 100** s’arrêtent.');
    expect(said.range).toBe(
      `Entre 16 et 20\u202f% · 1\u202f904 parcours · ${speech('fr').format.period(stats.first, stats.last)}`,
    );
    expect(sentenceOf(view(events, 'en'), 'stopsHere').text).toBe('Here, **18 out of 100 customers** stop.');
  });

  it('says few people in thousands', () => {
    expect(peopleOutOf(speech('fr'), 0.004)).toBe('4 clients sur 1\u202f000');
  });
});

describe('every figure of a place', () => {
  it('has its explanation: definition, people, period, source, method', () => {
    const rows = rowsOf(view(events));
    expect(rows.map(({ id }) => id)).toEqual([
      'customers',
      'goesOn',
      'stopsHere',
      'inProgress',
      'timeToNext',
      'volume',
    ]);
    const stops = rows.find(({ id }) => id === 'stopsHere');
    expect(stops?.explanation).toMatchObject({
      n: '1\u202f904 parcours',
      source: 'receipt',
      method: 'Intervalle de Wilson à 95\u202f%.',
    });
    expect(stops?.explanation.definition).toMatch(/30\sjours/);
  });

  it('says what is withheld instead of a value', () => {
    const time = rowsOf(view(events)).find(({ id }) => id === 'timeToNext');
    expect(time).toMatchObject({ value: '', detail: expect.stringContaining('12 sur les 30') });
  });

  it('names the weighted and the unweighted score, and counts the refused answers', () => {
    const estimate = npsEstimate(1500, 840, 406);
    if (estimate.withheld) throw new Error('not withheld');
    const weighted = {
      value: 40.4,
      low: 36,
      high: 44,
      effectiveN: 1800.4,
      method: 'nps-adjusted-wald-effective-n',
    } as const;
    const rows = rowsOf(
      view({
        ...events,
        share: null,
        goesOn: null,
        stopsHere: null,
        timeToNext: null,
        satisfaction: {
          kind: 'nps',
          scale: { min: 0, max: 10 },
          estimate: { ...estimate, weighted },
          refused: 85,
        },
      }),
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'Répondants',
      'Recommandation (NPS), sans pondération',
      'Recommandation (NPS), avec pondération',
      'Réponses',
    ]);
    const [, plain, heavy] = rows;
    expect(plain?.value).toBe('+39,84');
    expect(plain?.detail).toContain('n = 2\u202f746');
    expect(plain?.detail).toContain('85 réponses hors échelle ne sont pas comptées.');
    expect(heavy?.value).toBe('+40,40');
    expect(heavy?.explanation.n).toContain('1\u202f800');
  });
});

describe('what the map rests on', () => {
  it('reads as the reference figures do', () => {
    expect(logWords(speech('fr'), { stats }).join(' · ')).toBe(
      '1\u202f434 parcours · 8\u202f577 événements · 27 noms · 116 variantes',
    );
    expect(tiesWords(speech('fr'), { stats })).toContain('0,1\u202f%');
  });
});
