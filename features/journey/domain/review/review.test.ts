import { describe, expect, it } from 'vitest';
import { applyChanges } from '#kit/document/changes.ts';
import { locales } from '#kit/locale.ts';
import { sketchMap } from '#testing/sketch-map.ts';
import { removeStep } from '../edit/step.ts';
import { reimbursementExample } from '../examples/reimbursement.ts';
import { referenceTo } from '../reference.ts';
import { mapKinds } from '../schema.ts';
import { templateMap } from '../templates/template.ts';
import { dismissRemark, restoreRemark, sortDismissed } from './dismissal.ts';
import { remarkKey, severities } from './remark.ts';
import { applySuggestion, review } from './review.ts';

const context = { today: '2026-04-10' };
const words = { reason: 'On purpose.', author: 'Ines', authorId: null, at: '2026-04-10T09:00:00Z' };

describe('the review', () => {
  it.each(mapKinds)('says nothing of a fresh %s map', (kind) => {
    for (const language of locales) {
      let count = 0;
      expect(
        review(
          templateMap(kind, language, 'Title', () => `i${count++}`),
          context,
        ),
      ).toEqual([]);
    }
  });

  it('says the same of the example in both languages, what is worst first', () => {
    const [fr, en] = locales.map((language) =>
      review(reimbursementExample(language, { sourceId: 'crm', day: '2026-03-31' }), context),
    );
    expect(fr!.map(remarkKey)).toEqual(en!.map(remarkKey));
    expect(new Set(fr!.map(remarkKey)).size).toBe(fr!.length);
    const ranks = fr!.map(({ severity }) => severities.indexOf(severity));
    expect(ranks).toEqual(ranks.toSorted());
    // Its two acknowledgements for one claim are the drawing's own example.
    expect(fr!.map(({ rule }) => rule)).toContain('duplicate-touchpoints');
  });

  it('leads to a place for each remark about a part', () => {
    const map = reimbursementExample('en', { day: '2020-01-01' });
    const remarks = review(map, context).filter(({ about }) => about.length > 0);
    expect(remarks.length).toBeGreaterThan(10);
    for (const { about } of remarks) expect(referenceTo(map, about[0]!).at).not.toBe('map');
  });
});

describe('a dismissed remark', () => {
  const map = sketchMap({ steps: [{ title: 'Processing', cards: { actions: ['I call'] } }] });
  const remarks = review(map, context);
  const dismissed = remarks.reduce(
    (now, remark, index) =>
      applyChanges(
        now,
        dismissRemark(now, remark, words, () => `d${index}`),
      ),
    map,
  );

  it('is set aside with its reason, and can come back', () => {
    expect(remarks.length).toBeGreaterThan(2);
    const sorted = sortDismissed(dismissed, review(dismissed, context));
    expect(sorted.open).toEqual([]);
    expect(sorted.dismissed[0]?.dismissals[0]?.[1].reason).toBe('On purpose.');
    const restored = applyChanges(dismissed, restoreRemark(dismissed, sorted.dismissed[0]!));
    expect(sortDismissed(restored, review(restored, context)).open).toEqual([remarks[0]]);
  });

  it('goes with what it was about, and is not made about what has gone', () => {
    const gone = applyChanges(dismissed, removeStep(dismissed, 'step-1'));
    const left = Object.values(gone.dismissals).flatMap(({ about }) => about.map(({ id }) => id));
    expect(left).toEqual(['stage-1']);
    const about = remarks.find(({ about: [first] }) => first?.part === 'steps')!;
    expect(dismissRemark(gone, about, words, () => 'again')).toEqual([]);
  });
});

it('what is proposed can be done', () => {
  const map = sketchMap({ steps: [{ title: 'Processing' }] });
  const [remark] = review(map, context);
  const done = applyChanges(map, applySuggestion(map, remark!));
  expect(done.stages['stage-1']?.title).toBe('I wait for the answer');
  expect(review(done, context)).toEqual([]);
});
