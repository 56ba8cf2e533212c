import { Explain } from '#ui/explain.tsx';
import { useFormat } from '#ui/i18n.ts';
import { IntervalBar } from '#ui/interval-bar.tsx';
import { Sentence } from '#ui/sentence.tsx';
import type { Survey, SurveyScore } from '../domain/survey.ts';
import {
  definitionOf,
  drawnOn,
  type GroupScore,
  leading,
  meanBeside,
  notCounted,
  otherReading,
  type Reading,
  rangeOf,
  readingOf,
  refusedList,
  type Speech,
  sentenceOf,
  written,
} from './score-words.ts';
import classes from './survey-page.module.css';
import { useText } from './text.ts';

type ScoreSectionProps = {
  readonly survey: Survey;
  readonly score: SurveyScore;
  readonly reading: Reading;
  readonly zone: string;
};

/** One score: its sentence, how sure it is, raw and weighted, what was not counted; bars for everyone and per group. */
export function ScoreSection({ survey, score, reading, zone }: ScoreSectionProps) {
  const t = useText();
  const format = useFormat(zone);
  const speech: Speech = { t, format };
  const [everyone] = score.groups;
  if (!everyone) return null;
  const figure = leading(everyone);
  const facts = [
    figure.withheld ? undefined : otherReading(speech, score.kind, figure, reading),
    [meanBeside(speech, score, everyone, reading), ...notCounted(speech, score)]
      .filter((said) => said !== undefined)
      .join(' · '),
    refusedList(speech, score),
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <article className={classes.score} aria-label={score.label}>
      <div>
        <h3 className={classes.label}>{score.label}</h3>
        <Sentence
          text={sentenceOf(speech, score, everyone, reading)}
          range={
            figure.withheld ? undefined : (
              <Explain explanation={explanationOf(speech, survey, score)}>
                {rangeOf(speech, score, figure, reading)}
              </Explain>
            )
          }
        />
        {facts.map((fact) => (
          <p key={fact} className={classes.fact}>
            {fact}
          </p>
        ))}
      </div>
      <div className={classes.bars}>
        {score.groups.map((group) => (
          <GroupBar
            key={group.key}
            group={group}
            everyone={group === everyone}
            score={score}
            reading={reading}
          />
        ))}
      </div>
    </article>
  );
}

type GroupBarProps = Pick<ScoreSectionProps, 'score' | 'reading'> & {
  readonly group: GroupScore;
  readonly everyone: boolean;
};

function GroupBar({ group, everyone, score, reading }: GroupBarProps) {
  const t = useText();
  const format = useFormat();
  const label = everyone ? t('survey.everyone') : group.key;
  const figure = leading(group);
  if (figure.withheld) {
    return (
      <p className={classes.few}>
        <span>{label}</span>
        <span>{t('score.withheldShort', { n: format.integer(figure.n) })}</span>
      </p>
    );
  }
  const speech: Speech = { t, format };
  const read = readingOf(figure, reading);
  const { value, low, high } = read;
  const say = (x: number) => written(speech, score.kind, x, read);
  return (
    <IntervalBar
      label={label}
      value={value}
      low={low}
      high={high}
      {...drawnOn(score)}
      text={say(value)}
      spoken={t('score.spoken', {
        label,
        value: say(value),
        low: say(low),
        high: say(high),
        n: format.integer(figure.n),
      })}
      color={everyone ? 'var(--ink)' : 'var(--muted)'}
    />
  );
}

function explanationOf(speech: Speech, survey: Survey, score: SurveyScore) {
  const { t, format } = speech;
  const figure = leading(score.groups[0]!);
  const { firstAt, lastAt } = survey;
  const methods = figure.withheld
    ? []
    : [figure.method, ...(figure.weighted ? [figure.weighted.method] : [])];
  const method = methods.map((each) => t.maybe(`method.${each}`)).filter((said) => said !== undefined);
  return {
    title: score.label,
    definition: definitionOf(speech, score),
    n: t('explain.n', {
      answers: t('tally.answers', { count: score.answers }),
      noAnswer: t('score.noAnswer', { count: score.noAnswer }),
      refused: t('score.refused', { count: score.refusedTotal }),
    }),
    ...(firstAt !== null && lastAt !== null ? { period: format.period(firstAt, lastAt) } : {}),
    source: t('explain.source', { file: survey.fileName, date: format.date(survey.importedAt) }),
    method: method.join(' '),
  };
}
