import type { WinningAnswer } from '#measure/domain/paths/answer.ts';
import type { DeedDone } from '#measure/domain/paths/question.ts';
import { type PathsView, quoted } from './view.ts';

/** Adjusted p under which a difference is told as one. */
export const alpha = 0.05;

type Deed = WinningAnswer['deeds'][number];

/** Something that journeys did, with its figures and its words. */
export type SaidDeed = {
  readonly key: string;
  readonly done: DeedDone;
  readonly deed: string;
  readonly difference: NonNullable<Deed['difference']>;
  /** Shares as they are read. */
  readonly winners: string;
  readonly others: string;
  readonly p: number;
  readonly pWords: string;
  /** "12 points de plus …" */
  readonly text: string;
  readonly spoken: string;
};

/** "passer par « Appel »". */
export function deedWords(view: PathsView, { did, place, to }: DeedDone): string {
  const name = (key: string) => quoted(view, view.label(key));
  return view.t(`winning.${did}`, { place: name(place), to: name(to ?? '') });
}

/** A share as it is read; of one to four journeys it is not told. */
export const shareWords = ({ t, format }: PathsView, share: number | null): string =>
  share === null ? t('winning.few') : format.share(share);

/** The deeds that can be compared, in words. */
export function saidDeeds(view: PathsView, deeds: readonly Deed[]): readonly SaidDeed[] {
  const { t, format, speech } = view;
  return deeds.flatMap(({ deed, winners, others, difference }) => {
    if (!difference) return [];
    const p = difference.adjustedP ?? difference.p;
    const words = deedWords(view, deed);
    const points = (value: number) => format.decimal(value * 100, Math.abs(difference.value) < 0.1 ? 1 : 0);
    const range = speech.t('range', { low: points(difference.low), high: points(difference.high) });
    const less = difference.value < 0;
    // "28 points fewer (27 to 30)": how many fewer, without their signs.
    const size = speech.t('range', {
      low: points(less ? -difference.high : difference.low),
      high: points(less ? -difference.low : difference.high),
    });
    const pWords = p < 0.001 ? `<\u202f${format.decimal(0.001, 3)}` : format.decimal(p, 3);
    const shares = { winners: shareWords(view, winners), others: shareWords(view, others) };
    return [
      {
        key: JSON.stringify(deed),
        done: deed,
        deed: words,
        difference,
        ...shares,
        p,
        pWords,
        text: t(less ? 'winning.less' : 'winning.more', {
          points: t('funnel.points', { value: points(Math.abs(difference.value)) }),
          deed: words,
          range: size,
        }),
        spoken: t('winning.spoken', {
          deed: words,
          ...shares,
          points: t('funnel.points', { value: format.signed(difference.value * 100, 1) }),
          range,
          sure: t(p < alpha ? 'funnel.sure' : 'funnel.unsure', { p: pWords }),
        }),
      },
    ];
  });
}
