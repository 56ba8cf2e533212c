import type { ReactNode } from 'react';
import type { Trend } from '#measure/domain/indicator/answer.ts';
import { standingOf } from '#measure/domain/indicator/standing.ts';
import { newestOver } from '#measure/domain/indicator/trend.ts';
import { Pill } from '#ui/pill.tsx';
import { Sentence } from '#ui/sentence.tsx';
import classes from './indicator.module.css';
import { TrendLine } from './trend-picture.tsx';
import {
  detailText,
  type IndicatorSpeech,
  movementText,
  movementTone,
  sentenceOf,
  targetText,
} from './words.ts';

export type SayProblem = (problem: {
  code: string;
  params?: Record<string, string | number> | undefined;
}) => string;

type IndicatorCardProps = {
  readonly speech: IndicatorSpeech;
  readonly trend: Trend;
  readonly sayProblem: SayProblem;
  /** The name, as a link to the page of the indicator. */
  readonly name: ReactNode;
  readonly level?: 2 | 3;
};

/** An indicator at a glance: its newest period that is over, how it moved, where it stands, its curve. */
export function IndicatorCard({ speech, trend, sayProblem, name, level = 2 }: IndicatorCardProps) {
  const { t } = speech;
  const { indicator, outcome } = trend;
  const Heading = `h${level}` as const;
  return (
    <article className={classes.card}>
      <Heading className={classes.name}>{name}</Heading>
      {outcome.is === 'broken' ? (
        <p className={classes.broken}>
          <strong>{t('broken')}</strong> {sayProblem(outcome.problem)}
        </p>
      ) : (
        <Told speech={speech} indicator={indicator} outcome={outcome} />
      )}
      <p className={classes.small}>
        {indicator.owner === '' ? t('noOwner') : t('owner', { owner: indicator.owner })}
      </p>
    </article>
  );
}

type ToldProps = {
  readonly speech: IndicatorSpeech;
  readonly indicator: Trend['indicator'];
  readonly outcome: Extract<Trend['outcome'], { is: 'told' }>;
};

function Told({ speech, indicator, outcome }: ToldProps) {
  const { t } = speech;
  const newest = newestOver(outcome.points);
  if (!newest) return <p className={classes.small}>{t('figure.none')}</p>;
  const difference = outcome.movement?.difference ?? null;
  const standing = indicator.target && standingOf(indicator.target, newest.figure);
  return (
    <>
      <Sentence
        text={sentenceOf(speech, indicator, newest)}
        range={detailText(speech, indicator, newest.figure)}
      />
      <TrendLine speech={speech} indicator={indicator} points={outcome.points.slice(-24)} />
      {outcome.movement && (
        <Moved
          text={movementText(speech, indicator, difference)}
          tone={movementTone(indicator, difference)}
        />
      )}
      <p className={classes.marks}>
        {indicator.target && (
          <span className={classes.small}>
            {t('target.label')} {targetText(speech, indicator)}
          </span>
        )}
        {standing && (
          <Pill tone={standing === 'met' ? 'positive' : standing === 'missed' ? 'warning' : 'neutral'}>
            {t(`target.${standing}`)}
          </Pill>
        )}
      </p>
    </>
  );
}

/** "**3 points de plus** que …": the difference in the colour of what it means. */
export function Moved({
  text,
  tone,
}: {
  readonly text: string;
  readonly tone: ReturnType<typeof movementTone>;
}) {
  return (
    <p className={classes.moved}>
      {text.split('**').map((part, at) =>
        at % 2 === 1 ? (
          <strong key={part} className={classes[tone]}>
            {part}
          </strong>
        ) : (
          part
        ),
      )}
    </p>
  );
}
