import type { MomentsAnswer } from '#measure/domain/impact/answer.ts';
import type { AnswerTarget } from '#measure/domain/impact/answered.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { PathFigure } from '../paths/path-figure.tsx';
import classes from '../paths/paths.module.css';
import { cell, figures, type Twin } from '../paths/twin.tsx';
import { basisWords } from '../paths/view.ts';
import { betweenWords, pointsWords, pWords, shareCells } from './said.ts';
import { answerWords } from './target-choice.tsx';
import type { ImpactView, TabProps } from './view.ts';
import { WhiskerPicture } from './whisker-picture.tsx';

type ShownMemoriesProps = TabProps & {
  readonly answer: MomentsAnswer;
  readonly target: AnswerTarget;
};

/** Does the peak, the end or the beginning tell more of the answer than the mean? What the data say, not what is believed. */
export function ShownMemories({ view, whole, answer, target }: ShownMemoriesProps) {
  const { t, paths } = view;
  const { format } = paths;
  const { customers, memories } = answer.remembered;
  const twin: Twin = {
    caption: t('moments.remembered.caption'),
    columns: [
      { key: 'of', header: t('moments.remembered.title'), names: true },
      figures('told', t('moments.remembered.toldHead')),
      figures('low', t('lowHead')),
      figures('high', t('highHead')),
      figures('over', t('moments.remembered.overHead')),
      figures('over-low', t('lowHead')),
      figures('over-high', t('highHead')),
      figures('p', t('adjustedHead')),
    ],
    rows: memories.map(({ of, explained, overMean }) => [
      cell(t(`moments.remembered.of.${of}`)),
      ...shareCells(view, explained),
      ...(overMean === null
        ? [cell('', ''), cell('', ''), cell('', ''), cell('', '')]
        : [
            ...[overMean.value, overMean.low, overMean.high].map((value) =>
              cell(pointsWords(view, value), 100 * value),
            ),
            cell(pWords(view, overMean.adjustedP), overMean.adjustedP),
          ]),
    ]),
  };
  const rows = memories.flatMap(({ of, explained }) =>
    explained.withheld
      ? []
      : [
          {
            key: of,
            label: t(`moments.remembered.of.${of}`),
            ...explained,
            text: format.share(explained.value),
            spoken: `${t(`moments.remembered.of.${of}`)}\u202f: ${format.share(explained.value)}, ${betweenWords(view, explained)}`,
          },
        ],
  );
  return (
    <section className={classes.stack} aria-labelledby="remembered">
      <SectionTitle id="remembered">{t('moments.remembered.title')}</SectionTitle>
      {memories.length === 0 ? (
        <p role="status">
          {target.of === 'mean'
            ? t('moments.remembered.same')
            : t('moments.remembered.few', {
                n: customers < 5 ? t('fewHidden') : format.integer(customers),
                minimum: answer.basis.minimum,
              })}
        </p>
      ) : (
        <>
          <Sentence
            text={memoryWords(view, memories)}
            range={t('moments.remembered.intro', {
              count: paths.t('basis.journeys', { count: customers, said: format.integer(customers) }),
              answer: answerWords(view, target),
            })}
          />
          <PathFigure
            view={paths}
            basis={answer.basis}
            facts={basisWords(paths, answer.basis, whole)}
            notes={[t('notCause')]}
            twin={twin}
          >
            {(width) => <WhiskerPicture rows={rows} width={width} caption={twin.caption} />}
          </PathFigure>
        </>
      )}
    </section>
  );
}

function memoryWords(view: ImpactView, memories: MomentsAnswer['remembered']['memories']): string {
  const { t, paths } = view;
  const sure = memories
    .flatMap(({ of, overMean }) =>
      overMean === null || overMean.adjustedP >= 0.05 ? [] : [{ of, ...overMean }],
    )
    .toSorted((a, b) => b.value - a.value);
  const [best] = sure;
  if (best && best.value > 0)
    return t('moments.remembered.better', {
      of: t(`moments.remembered.of.${best.of}`),
      points: paths.format.decimal(100 * best.value, 1),
      range: paths.speech.t('range', {
        low: paths.format.decimal(100 * best.low, 1),
        high: paths.format.decimal(100 * best.high, 1),
      }),
      p: pWords(view, best.adjustedP),
    });
  const worst = sure.at(-1);
  if (worst)
    return t('moments.remembered.worse', {
      of: t(`moments.remembered.of.${worst.of}`).toLocaleLowerCase(),
      p: pWords(view, worst.adjustedP),
    });
  return t('moments.remembered.none');
}
