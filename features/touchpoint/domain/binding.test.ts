import { expect, it } from 'vitest';
import { type Binding, bindingSchema } from './binding.ts';

const onEvents = { on: 'events', sourceId: 'crm', rule: { names: ['Virement reçu'] } } as const;

it('a rule over events holds for any channel and attribute unless told', () => {
  expect(bindingSchema.parse(onEvents)).toEqual({
    ...onEvents,
    rule: { names: ['Virement reçu'], channels: [], attributes: [] },
  } satisfies Binding);
});

it('a survey column is bound with the score it is read as', () => {
  const onSurvey = { on: 'survey', surveyId: 's', column: 'Q10', kind: 'nps' };
  expect(bindingSchema.parse(onSurvey)).toEqual(onSurvey);
});

it.each([
  ['no event', { ...onEvents, rule: { names: [] } }],
  ['no source', { on: 'events', rule: onEvents.rule }],
  ['an unknown score', { on: 'survey', surveyId: 's', column: 'Q10', kind: 'stars' }],
  ['an unknown ground', { ...onEvents, on: 'feelings' }],
  [
    'a condition without value',
    { ...onEvents, rule: { names: ['a'], attributes: [{ name: 'plan', is: 'one-of', values: [] }] } },
  ],
])('%s is no binding', (_name, binding) => {
  expect(bindingSchema.safeParse(binding).success).toBe(false);
});
