import { useFormat, useLocale } from '#ui/i18n.ts';
import type { Objective } from '../../domain/schema.ts';
import { useText } from './text.ts';

/** Says where an objective starts, where it should be and by when; null while it has no target. */
export function useObjectiveWords(): (objective: Objective) => string | null {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  return ({ unit, baseline, target, due }) => {
    if (target === null) return null;
    // "4/5" everywhere, "5 %" in French and "5%" in English.
    const close = unit === '' || unit.startsWith('/') || (unit === '%' && locale === 'en');
    const gap = close ? '' : '\u00a0';
    const number = (value: number) => `${format.decimal(value, 2)}${gap}${unit}`;
    const said = t(baseline === null ? 'objective.to' : 'objective.fromTo', {
      from: baseline === null ? '' : number(baseline),
      to: number(target),
    });
    return due === null ? said : t('objective.by', { said, date: format.date(`${due}T12:00:00`) });
  };
}
