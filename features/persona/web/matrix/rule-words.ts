import { useFormat } from '#ui/i18n.ts';
import type { Condition } from '../../domain/segment.ts';
import { useText } from '../text.ts';

/** A condition in words: "âge : 60-74, 75+", "montant : de 100 à 500". */
export function useRuleWords(): (condition: Condition) => string {
  const t = useText();
  const format = useFormat();
  return (condition) => {
    const { attribute } = condition;
    if (condition.is === 'one-of') {
      return t('rule.oneOf', { attribute, values: condition.values.join(', ') });
    }
    const { from, to } = condition;
    if (from !== null && to !== null) {
      return t('rule.between', { attribute, from: format.decimal(from, 2), to: format.decimal(to, 2) });
    }
    if (from !== null) return t('rule.from', { attribute, from: format.decimal(from, 2) });
    return to === null ? attribute : t('rule.to', { attribute, to: format.decimal(to, 2) });
  };
}
