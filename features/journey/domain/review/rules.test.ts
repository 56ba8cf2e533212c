import { describe, expect, it } from 'vitest';
import { type MapSketch, sketchMap } from '#testing/sketch-map.ts';
import type { EventBinding } from '#touchpoint/domain/binding.ts';
import type { JourneyMap } from '../schema.ts';
import type { ReviewContext, RuleName } from './remark.ts';
import { review } from './review.ts';

const today = '2026-04-10';

/** What one rule finds: "finding place, place". */
const found = (rule: RuleName, map: JourneyMap, context: Partial<ReviewContext> = {}) =>
  review(map, { today, ...context })
    .filter((remark) => remark.rule === rule)
    .map(({ finding, about }) => `${finding} ${about.map(({ id }) => id).join(', ')}`.trim());

const finds = (rule: RuleName, sketch: MapSketch) => found(rule, sketchMap(sketch));

const crm = (names: string[], channels: string[] = []): EventBinding => ({
  on: 'events',
  sourceId: 'crm',
  rule: { names, channels, attributes: [] },
});
const something = { actions: ['I call'] };

describe('stages are told by the customer', () => {
  it('whoever else tells them', () => {
    const map = sketchMap({
      steps: [
        { title: 'I wait' },
        { title: 'Processing' },
        { title: 'Comparison' },
        { title: '', cards: something },
        { title: '', stage: '', moment: 'after' },
      ],
    });
    expect(found('stage-not-first-person', map)).toEqual([
      'company stage-2',
      'nobody stage-3',
      'untitled stage-4',
    ]);
    const [remark] = review(map, { today });
    expect(remark).toMatchObject({ severity: 'fix', suggestion: 'I wait for the answer' });
  });
});

describe('a first map has few stages', () => {
  const stages = (count: number) => ({
    steps: Array.from({ length: count }, (_, index) => ({ title: `I wait ${index}` })),
  });
  it('ten at most', () => {
    expect(finds('too-many-stages', stages(10))).toEqual([]);
    expect(finds('too-many-stages', stages(11))).toEqual(['main']);
  });
  it('unless the team has drawn others, or it details another', () => {
    expect(found('too-many-stages', sketchMap(stages(11)), { firstMap: false })).toEqual([]);
    expect(finds('too-many-stages', { ...stages(11), parent: { mapId: 'm', stageId: null } })).toEqual([]);
  });
});

describe('a step in which nothing is said', () => {
  it('is told once half of the map is written', () => {
    const written = { title: 'I call', cards: something };
    expect(finds('empty-step', { steps: [written, written, { title: 'I wait' }] })).toEqual(['main step-3']);
    expect(finds('empty-step', { steps: [written, {}, {}] })).toEqual([]);
    expect(finds('empty-step', { steps: [written, { felt: { all: 0 } }] })).toEqual([]);
  });
});

describe('a step where the customer meets nobody', () => {
  it('is told, harder where the relation can turn', () => {
    expect(
      finds('step-without-interaction', {
        steps: [
          { cards: something },
          { cards: something, momentOfTruth: true },
          { cards: something, touchpoints: [{ channel: 'web' }] },
          { cards: { ...something, 'front-office': ['The adviser answers'] } },
          {},
        ],
      }),
    ).toEqual(['moment step-2', 'main step-1']);
  });
  it('is lived with others on an experience map', () => {
    const steps = [{ cards: { ...something, stakeholders: ['My neighbour'] } }];
    expect(finds('step-without-interaction', { kind: 'experience', steps })).toEqual([]);
    expect(finds('step-without-interaction', { kind: 'journey', steps })).toEqual(['main step-1']);
  });
});

describe('a touchpoint without channel', () => {
  it.each(['other', 'Autre', '?', 'à définir', 'n/a', 'TBD'])('is one that says "%s"', (channel) => {
    expect(
      finds('touchpoint-without-channel', { steps: [{ touchpoints: [{ channel, title: 'Receipt' }] }] }),
    ).toEqual(['main touchpoint-1-1']);
  });
  it.each(['phone', 'Minitel', 'Téléphone'])('is not one that says "%s"', (channel) => {
    expect(finds('touchpoint-without-channel', { steps: [{ touchpoints: [{ channel }] }] })).toEqual([]);
  });
});

describe('touchpoints lived as one event', () => {
  it('are those of one step bound to the same events on channels that overlap', () => {
    const pair = (a: EventBinding, b: EventBinding) =>
      finds('duplicate-touchpoints', {
        steps: [
          {
            touchpoints: [
              { channel: 'web', bindings: [a] },
              { channel: 'app', bindings: [b] },
            ],
          },
        ],
      });
    const both = ['same-events touchpoint-1-1, touchpoint-1-2'];
    expect(pair(crm(['Sent']), crm(['Sent', 'Resent']))).toEqual(both);
    expect(pair(crm(['Sent'], ['web']), crm(['Sent'], ['web', 'app']))).toEqual(both);
    expect(pair(crm(['Sent'], ['web']), crm(['Sent'], ['app']))).toEqual([]);
    expect(pair(crm(['Sent']), crm(['Resent']))).toEqual([]);
    expect(pair(crm(['Sent']), { ...crm(['Sent']), sourceId: 'other' })).toEqual([]);
  });
  it('are those sent by the company: in one step whatever the channel, elsewhere on the same one', () => {
    const sent = (channel: string) => ({
      channel,
      initiator: 'company' as const,
      bindings: [crm(['Received'], [channel])],
    });
    expect(
      finds('duplicate-touchpoints', {
        steps: [{ touchpoints: [sent('sms'), sent('e-mail')] }, { touchpoints: [sent('e-mail')] }],
      }),
    ).toEqual(['same-events touchpoint-1-1, touchpoint-1-2, touchpoint-2-1']);
    expect(
      finds('duplicate-touchpoints', {
        steps: [{ touchpoints: [sent('sms')] }, { touchpoints: [sent('e-mail')] }],
      }),
    ).toEqual([]);
    const called = { channel: 'phone', bindings: [crm(['Call'])] };
    expect(
      finds('duplicate-touchpoints', { steps: [{ touchpoints: [called] }, { touchpoints: [called] }] }),
    ).toEqual([]);
  });
  it('may be two messages of one step, bound to nothing', () => {
    const message = { channel: 'e-mail', initiator: 'company' as const };
    const steps = [{ touchpoints: [message, { channel: 'phone' }, message] }, { touchpoints: [message] }];
    expect(finds('duplicate-touchpoints', { steps })).toEqual(['same-step touchpoint-1-1, touchpoint-1-3']);
  });
});

describe('a channel lost after purchase', () => {
  const during = (channel: string, initiator: 'customer' | 'company' = 'customer') => ({
    touchpoints: [{ channel, initiator }],
  });
  const after = (channel: string) => ({ moment: 'after' as const, touchpoints: [{ channel }] });
  it('is one that customers took and that nobody offers any more', () => {
    expect(
      finds('channel-lost-after-purchase', {
        steps: [
          during('web'),
          during('web'),
          during('Téléphone'),
          during('post', 'company'),
          during('other'),
          after('phone'),
        ],
      }),
    ).toEqual(['main touchpoint-2-1']);
  });
  it('is not told while nothing is drawn after', () => {
    const steps = [during('web'), { moment: 'after' as const, cards: something }];
    expect(finds('channel-lost-after-purchase', { steps })).toEqual([]);
  });
});

describe('statements', () => {
  const proof = (kind: 'figure' | 'interview', date: string | null) => ({
    evidence: [{ kind, label: 'A source', reference: null, n: null, date }],
  });
  it('without evidence are claimed, heavy or assumed; those of a to-be map are intentions', () => {
    const steps = [
      {
        cards: {
          actions: [{ text: 'I call', status: 'validated' as const }, 'I wait'],
          'pain-points': [
            'Slow',
            { text: 'Lost', weight: 4 },
            { text: 'Known', ...proof('figure', today) },
            '',
          ],
        },
      },
    ];
    expect(finds('statement-without-evidence', { steps })).toEqual([
      'claimed actions-1-1',
      'heavy pain-points-1-2',
      'assumed pain-points-1-1',
    ]);
    expect(finds('statement-without-evidence', { state: 'to-be', steps })).toEqual(['claimed actions-1-1']);
  });
  it('are past their date a year after their freshest evidence', () => {
    const steps = [
      {
        cards: {
          delights: [
            { text: 'a', ...proof('figure', '2025-04-10') },
            { text: 'b', ...proof('figure', '2025-04-09') },
            {
              text: 'c',
              evidence: [...proof('figure', '2020-01-01').evidence, ...proof('interview', today).evidence],
            },
            { text: 'd', ...proof('figure', null) },
          ],
        },
      },
    ];
    expect(finds('evidence-past-date', { steps })).toEqual(['past delights-1-2', 'undated delights-1-4']);
    expect(
      review(sketchMap({ steps }), { today }).find(({ finding }) => finding === 'past')?.params,
    ).toMatchObject({
      date: '2025-04-09',
    });
  });
});

describe('a map that sees one side only', () => {
  const cards = (pains: number, delights: number) => ({
    steps: [
      {
        cards: {
          'pain-points': Array.from({ length: pains }, (_, at) => `pain ${at}`),
          delights: Array.from({ length: delights }, (_, at) => `delight ${at}`),
        },
      },
    ],
  });
  it.each([
    [3, 0, ['only-pains']],
    [0, 3, ['only-delights']],
    [2, 0, []],
    [9, 1, []],
    [0, 0, []],
  ])('%i irritants, %i delights', (pains, delights, expected) => {
    expect(finds('one-sided', cards(pains, delights))).toEqual(expected);
  });
});

describe('a persona without curve', () => {
  it('has not two points', () => {
    const personas = ['ana', 'bo', 'cy'];
    const steps = [
      { felt: { ana: 1, bo: 1 }, planned: { cy: 1 } },
      { felt: { ana: 2 }, planned: { cy: 2 } },
    ];
    expect(finds('persona-without-curve', { personas, steps })).toEqual(['one-point bo', 'none cy']);
    expect(finds('persona-without-curve', { personas, steps, state: 'to-be' })).toEqual(['one-point bo']);
    expect(finds('persona-without-curve', { personas, steps: [{}] })).toEqual([]);
  });
});

describe('a low point that nothing explains', () => {
  it('is told once for a step, with who feels it', () => {
    const personas = ['ana', 'bo'];
    const map = sketchMap({
      personas,
      steps: [
        { title: 'I wait', felt: { ana: -1.5, bo: -3 } },
        { felt: { ana: -3, bo: -3 }, cards: { 'pain-points': [{ text: 'Slow', personaIds: ['bo'] }] } },
        { felt: { all: -2 } },
        { felt: { ana: -1.4 } },
        { planned: { ana: -3 } },
      ],
    });
    expect(found('low-point-unexplained', map)).toEqual([
      'main felt_bo_step-1, felt_ana_step-1',
      'main felt_ana_step-2',
      'main felt_all_step-3',
    ]);
    expect(review(map, { today }).find(({ rule }) => rule === 'low-point-unexplained')?.params).toEqual({
      step: 'I wait',
      value: -3,
      names: 'ana, bo',
    });
  });
});

describe('a moment of truth', () => {
  it('asks for an opportunity, in its step or linked to it', () => {
    expect(
      finds('moment-without-opportunity', {
        steps: [
          { momentOfTruth: true, cards: something },
          { momentOfTruth: true, cards: { opportunities: ['Warn'] } },
          { cards: { 'moments-of-truth': ['The first call'] } },
          { cards: { 'pain-points': [{ text: 'Slow', momentOfTruth: true }] } },
          { cards: { solutions: [{ text: 'Call', linkedCardId: 'pain-points-4-1' }] } },
        ],
      }),
    ).toEqual(['main step-1', 'main moments-of-truth-3-1']);
  });
});

describe('an expectation', () => {
  const steps: MapSketch['steps'] = [
    {
      cards: {
        expectations: [
          'Be told',
          { text: 'Be paid', met: true },
          { text: 'Be called', linkedCardId: 'solutions-3-1' },
        ],
      },
    },
    {
      cards: {
        expectations: [{ text: 'For Ana', personaIds: ['ana'] }, 'For everyone'],
        delights: [{ text: 'For Bo', personaIds: ['bo'] }],
      },
    },
    { cards: { solutions: ['A call'] } },
  ];
  const map = sketchMap({ state: 'to-be', personas: ['ana', 'bo'], steps });
  it('is answered on the to-be map by its own word, a link, or what is given in its step', () => {
    expect(found('expectation-unanswered', map)).toEqual(['main expectations-1-1', 'main expectations-2-1']);
    expect(finds('expectation-unanswered', { personas: ['ana', 'bo'], steps })).toEqual([]);
  });
  it('disappointed on the as-is map does not go away by itself', () => {
    const asIs = sketchMap({
      steps: [
        { cards: { expectations: [{ text: 'Be told', met: false }] } },
        {},
        {
          cards: {
            expectations: [
              { text: 'Forgotten', met: false },
              { text: 'Met', met: true },
            ],
          },
        },
        { cards: { expectations: [{ text: 'Nowhere', met: false }] } },
      ],
    });
    expect(found('expectation-unanswered', map, { asIs }).slice(2)).toEqual(['dropped step-3', 'dropped']);
  });
});

describe('objectives', () => {
  it('are asked for', () => {
    expect(finds('no-objective', { steps: [{ cards: something }] })).toEqual(['main']);
    expect(finds('no-objective', { steps: [{}] })).toEqual([]);
    expect(finds('no-objective', { steps: [{ cards: something }], objectives: [{}] })).toEqual([]);
  });
  it('have a target and a start', () => {
    const objectives = [
      {},
      { baseline: 3 },
      { target: 4 },
      { target: 4, baseline: 3 },
      { target: 4, binding: crm(['a']) },
    ];
    expect(finds('objective-without-figure', { steps: [], objectives })).toEqual([
      'nothing objective-1',
      'no-target objective-2',
      'no-start objective-3',
    ]);
  });
});
