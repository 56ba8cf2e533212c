import { IconDatabase } from '@tabler/icons-react';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { useFormat } from '#ui/i18n.ts';
import { Pill } from '#ui/pill.tsx';
import { useText } from '../text.ts';
import classes from './data-strip.module.css';
import { logWords, objectiveWords, tiesWords } from './strip-words.ts';

type DataStripProps = { readonly measure: MapMeasure; readonly map: JourneyMap; readonly zone: string };

/** One line over the map: what the figures on it rest on. */
export function DataStrip({ measure, map, zone }: DataStripProps) {
  const t = useText();
  const format = useFormat(zone);
  const speech = { t, format };
  return (
    <section className={classes.strip} aria-label={t('strip.label')}>
      <IconDatabase size={15} aria-hidden="true" />
      <ul>
        {measure.populations.map((population) => (
          <li key={population.sourceId}>
            <strong>{population.name}</strong>
            {population.simulated && <Pill tone="warning">{t('simulated')}</Pill>}
            <span>{[...logWords(speech, population), tiesWords(speech, population)].join(' · ')}</span>
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
        {measure.surveys.map((survey) => (
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
        {objectiveWords(speech, measure, map).map(({ id, text }) => (
          <li key={id}>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
