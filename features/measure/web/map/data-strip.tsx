import { IconDatabase } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { useFormat } from '#ui/i18n.ts';
import { Pill } from '#ui/pill.tsx';
import { useText } from '../text.ts';
import classes from './data-strip.module.css';
import { logWords, objectiveWords, tiesWords } from './strip-words.ts';

type DataStripProps = {
  /** Undefined while nothing is bound, and before the first answer. */
  readonly measure: MapMeasure | undefined;
  readonly map: JourneyMap;
  readonly zone: string;
  /** Everything of this workspace is invented: said before there are figures that say it themselves. */
  readonly simulated: boolean;
  /** What the figures are compared by. */
  readonly choice: ReactNode;
};

/** One line over the map: what the figures on it rest on. */
export function DataStrip({ measure, map, zone, simulated, choice }: DataStripProps) {
  const t = useText();
  const format = useFormat(zone);
  const speech = { t, format };
  if (measure === undefined && !simulated) return null;
  return (
    <section className={classes.strip} aria-label={t('strip.label')}>
      <IconDatabase size={15} aria-hidden="true" />
      <ul>
        {measure === undefined && (
          <li>
            <Pill tone="warning">{t('simulated')}</Pill>
          </li>
        )}
        {measure?.populations.map((population) => (
          <li key={population.sourceId}>
            <strong>{population.name}</strong>
            {population.simulated && <Pill tone="warning">{t('simulated')}</Pill>}
            <Log words={[...logWords(speech, population), tiesWords(speech, population)].join(' · ')} />
            {population.stats.first !== null && population.stats.last !== null && (
              <span>{format.period(population.stats.first, population.stats.last)}</span>
            )}
            {population.duplicates > 0 && (
              <span>
                {t('strip.duplicates', {
                  count: population.duplicates,
                  said: format.integer(population.duplicates),
                })}
              </span>
            )}
          </li>
        ))}
        {measure?.surveys.map((survey) => (
          <li key={survey.surveyId}>
            <strong>{survey.name}</strong>
            {survey.simulated && <Pill tone="warning">{t('simulated')}</Pill>}
            <span>
              {t('strip.respondents', {
                count: survey.respondents,
                said: format.integer(survey.respondents),
              })}
            </span>
          </li>
        ))}
        {measure !== undefined &&
          objectiveWords(speech, measure, map).map(({ id, text }) => (
            <li key={id}>
              <span>{text}</span>
            </li>
          ))}
      </ul>
      {choice && <div className={classes.choice}>{choice}</div>}
    </section>
  );
}

const Log = ({ words }: { readonly words: string }) => (
  <span className={classes.log} title={words}>
    {words}
  </span>
);
