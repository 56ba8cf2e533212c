import { describe, expect, it } from 'vitest';
import { locales } from '#kit/locale.ts';
import { findings, ruleNames } from '../../domain/review/remark.ts';
import { messages } from './messages.ts';

type Sentences = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

describe.each(locales)('the remarks in %s', (language) => {
  const rules: Sentences = messages[language].rule;

  it.each(ruleNames)('say what %s finds, why in two sentences, and the remedy', (rule) => {
    expect(Object.keys(rules[rule]!).toSorted()).toEqual([...findings[rule]].toSorted());
    for (const { title, why, remedy } of Object.values(rules[rule]!)) {
      expect(title).not.toMatch(/[.]$/);
      expect(why!.match(/[.!?](\s|$)/g)).toHaveLength(2);
      expect(remedy).toMatch(/[.]$/);
    }
  });

  it('speak of no rule that is not there', () => {
    expect(Object.keys(rules).toSorted()).toEqual([...ruleNames].toSorted());
  });
});
