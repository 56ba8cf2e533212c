import type { MomentsAnswer } from '#measure/domain/impact/answer.ts';
import type { AnswerTarget } from '#measure/domain/impact/answered.ts';
import { Explained } from '../paths/explained.tsx';
import { PathFigure } from '../paths/path-figure.tsx';
import classes from '../paths/paths.module.css';
import { cell, figures, type Twin } from '../paths/twin.tsx';
import { basisWords, quoted } from '../paths/view.ts';
import { fewWords, pointsWords, pWords } from './said.ts';
import { ShownMemories } from './shown-memories.tsx';
import { SureTurns } from './sure-turns.tsx';
import { answerWords } from './target-choice.tsx';
import type { ImpactView, TabProps } from './view.ts';
import { WhiskerPicture } from './whisker-picture.tsx';

type ShownMomentsProps = TabProps & { readonly answer: MomentsAnswer; readonly target: AnswerTarget };

/** Places drawn; all of them are in the table. */
const most = 15;

export function ShownMoments({ view, whole, answer, target }: ShownMomentsProps) {
  const { t, paths } = view;
  const { basis, turns, leftOut } = answer;
  const caption = t('moments.caption');
  const say = sayer(view, target);
  const told = turns.flatMap(({ difference, ...turn }) =>
    difference.withheld ? [] : [{ ...turn, difference }],
  );
  const rows = told.slice(0, most).map(({ key, difference, badly, well, sure }) => ({
    key,
    label: paths.label(key),
    value: difference.value,
    low: difference.low,
    high: difference.high,
    text: say(difference.value),
    spoken: t('moments.spoken', {
      place: paths.label(key),
      value: say(difference.value),
      low: say(difference.low),
      high: say(difference.high),
      n: paths.format.integer(badly + well),
      sure: t(sure ? 'moments.yes' : 'moments.no'),
    }),
  }));
  const notes = [
    told.length > most ? t('more', { count: told.length - most }) : '',
    leftOut > 0 ? t('target.leftOut', { count: leftOut }) : '',
    t('notCause'),
  ].filter((note) => note !== '');
  return (
    <div className={classes.stack}>
      {told.length === 0 ? (
        <p role="status">{t('moments.nothing')}</p>
      ) : (
        <>
          <Explained
            view={paths}
            basis={basis}
            whole={whole}
            title={caption}
            text={turnWords(view, answer, target)}
            definition={t('moments.definition')}
            method={t('moments.method')}
          >
            <p>{t('notCause')}</p>
          </Explained>
          <PathFigure
            view={paths}
            basis={basis}
            facts={basisWords(paths, basis, whole)}
            notes={notes}
            twin={twinOf(view, answer, say)}
          >
            {(width) => <WhiskerPicture rows={rows} width={width} caption={caption} />}
          </PathFigure>
          <SureTurns view={view} answer={answer} target={target} say={say} />
        </>
      )}
      <ShownMemories view={view} whole={whole} answer={answer} target={target} />
    </div>
  );
}

/** A gap as it is read: points of a share, or so much of a score. */
const sayer =
  (view: ImpactView, target: AnswerTarget) =>
  (value: number): string =>
    target.of === 'goal' ? pointsWords(view, value) : view.paths.format.signed(value, 2);

/** The widest sure turn as a sentence. */
function turnWords(view: ImpactView, { turns }: MomentsAnswer, target: AnswerTarget): string {
  const { t, paths } = view;
  const { format } = paths;
  const [first] = turns;
  if (!first || first.difference.withheld || !first.sure) return t('moments.sentenceNone');
  const { value, low, high, adjustedP, p } = first.difference;
  const goal = target.of === 'goal';
  const size = (of: number): string =>
    goal ? format.decimal(Math.abs(of) * 100, 1) : format.decimal(Math.abs(of), 2);
  const gap = t(
    goal
      ? value > 0
        ? 'moments.morePoints'
        : 'moments.lessPoints'
      : value > 0
        ? 'moments.moreScore'
        : 'moments.lessScore',
    { value: size(value) },
  );
  const range = paths.speech.t('range', {
    low: size(value > 0 ? low : high),
    high: size(value > 0 ? high : low),
  });
  const place = quoted(paths, paths.label(first.key));
  const said =
    target.of === 'goal'
      ? t('moments.sentenceGoal', { place, gap, range, goal: quoted(paths, paths.label(target.place)) })
      : t('moments.sentenceScore', { place, gap, range, answer: answerWords(view, target) });
  return `${said} ${t('sure', { p: pWords(view, adjustedP ?? p) })}`;
}

function twinOf(view: ImpactView, { turns }: MomentsAnswer, say: (value: number) => string): Twin {
  const { t, paths } = view;
  const { format } = paths;
  return {
    caption: t('moments.caption'),
    columns: [
      { key: 'place', header: t('placeHead'), names: true },
      figures('gap', t('moments.gapHead')),
      figures('low', t('lowHead')),
      figures('high', t('highHead')),
      figures('p', t('adjustedHead')),
      { key: 'sure', header: t('moments.sureHead') },
      figures('badly', t('moments.badlyHead')),
      figures('well', t('moments.wellHead')),
    ],
    rows: turns.map(({ key, difference, sure, badly, well }) => [
      cell(paths.label(key)),
      ...(difference.withheld
        ? [cell(fewWords(view, difference), ''), cell('', ''), cell('', ''), cell('', ''), cell('')]
        : [
            ...[difference.value, difference.low, difference.high].map((value) => cell(say(value), value)),
            cell(pWords(view, difference.adjustedP ?? difference.p), difference.adjustedP ?? difference.p),
            cell(t(sure ? 'moments.yes' : 'moments.no')),
          ]),
      cell(format.integer(badly), badly),
      cell(format.integer(well), well),
    ]),
  };
}
