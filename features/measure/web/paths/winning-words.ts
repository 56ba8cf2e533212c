import type { WinningAnswer } from '#measure/domain/paths/answer.ts';
import { type PathsView, quoted } from './view.ts';

/** Adjusted p under which a difference is told as one. */
export const alpha = 0.05;

/** Something that journeys did, with its figures and its words. */
export type SaidDeed = Omit<WinningAnswer['deeds'][number], 'deed'> & {
  readonly key: string;
  readonly deed: string;
  readonly p: number;
  readonly pWords: string;
  /** "12 points de plus …" */
  readonly text: string;
  readonly spoken: string;
};

export function saidDeeds(view: PathsView, deeds: WinningAnswer['deeds']): readonly SaidDeed[] {
  const { t, format, label, speech } = view;
  return deeds.map(({ deed, winners, others, difference }) => {
    const p = difference.adjustedP ?? difference.p;
    const name = (key: string | undefined) => quoted(view, label(key ?? ''));
    const words = t(`winning.${deed.did}`, { place: name(deed.place), to: name(deed.to) });
    const points = (value: number) => format.decimal(value * 100, Math.abs(difference.value) < 0.1 ? 1 : 0);
    const range = speech.t('range', { low: points(difference.low), high: points(difference.high) });
    const pWords = p < 0.001 ? `<\u202f${format.decimal(0.001, 3)}` : format.decimal(p, 3);
    return {
      key: JSON.stringify(deed),
      deed: words,
      winners,
      others,
      difference,
      p,
      pWords,
      text: t(difference.value >= 0 ? 'winning.more' : 'winning.less', {
        points: t('funnel.points', { value: points(Math.abs(difference.value)) }),
        deed: words,
        range,
      }),
      spoken: t('winning.spoken', {
        deed: words,
        winners: format.share(winners),
        others: format.share(others),
        points: t('funnel.points', { value: format.signed(difference.value * 100, 1) }),
        range,
        sure: t(p < alpha ? 'funnel.sure' : 'funnel.unsure', { p: pWords }),
      }),
    };
  });
}
