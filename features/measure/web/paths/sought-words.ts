import type { FlowLink } from '#measure/domain/paths/flow.ts';
import type { PathSearch } from './address.ts';
import { nodeName } from './flow-words.ts';
import { stepName } from './funnel-steps.tsx';
import { type PathsView, quoted, shortened } from './view.ts';
import { deedWords } from './winning-words.ts';

/** "7f3a 92c1 04be 11d0": digits in fours are compared at a glance; a customer's second journey has "-2" after it. */
export const pseudonymWords = (pseudonym: string, part = 1): string =>
  `${pseudonym.replace(/(.{4})(?=.)/g, '$1\u00a0')}${part > 1 ? `-${part}` : ''}`;

/** Which journeys are listed, in words. */
export function soughtWords(view: PathsView, behind: NonNullable<PathSearch['behind']>): string {
  const { t, label, search } = view;
  switch (behind.of) {
    case 'variant': {
      const path = behind.path.length === 0 ? t('variants.empty') : behind.path.map(label).join(' › ');
      return t('sought.variant', { path: shortened(path, 560) });
    }
    case 'typical':
      return t('sought.typical', { n: behind.rank });
    case 'deed':
      return t('sought.deed', {
        deed: deedWords(view, behind.deed),
        goal: quoted(view, label(search.goal ?? '')),
      });
    case 'step': {
      const step = search.steps?.[behind.step - 1] ?? [];
      const who = behind.who === 'stopped' && search.within !== undefined ? 'late' : behind.who;
      return t(`sought.${who}`, { n: behind.step, place: stepName(view, step) });
    }
    case 'link': {
      const { rank, from, to } = behind;
      const at = rank === null ? '' : t('sought.at', { n: rank });
      const here = nodeName(view, to as FlowLink['to']);
      if (from === null) {
        if (to.at !== 'place' && to.at !== 'other') return t('sought.ended', { end: here, at });
        return t('sought.passing', { place: here, at: rank === null ? '' : t('sought.at', { n: rank + 1 }) });
      }
      const before = nodeName(view, from as FlowLink['from']);
      if (from.at === 'begin') return t('sought.begin', { place: here });
      return t('sought.link', { from: before, to: here, at });
    }
  }
}
