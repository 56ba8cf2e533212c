import { IconClock } from '@tabler/icons-react';
import type { MapMeasure, PlaceFigures } from '#measure/domain/figures.ts';
import { Pill } from '#ui/pill.tsx';
import type { Speech } from '../figure-words.ts';
import classes from './figures-panel.module.css';

type FreshnessLineProps = {
  readonly speech: Speech;
  readonly measure: MapMeasure;
  readonly figures: PlaceFigures;
};

/** Which data, and how fresh: said under every set of figures, with "simulated" where it is so. */
export function FreshnessLine({ speech, measure, figures }: FreshnessLineProps) {
  const { t, format } = speech;
  const simulated =
    measure.populations.some((each) => each.simulated && isBehind(figures, each.sourceId)) ||
    measure.surveys.some((each) => each.simulated && isBehind(figures, each.surveyId));
  return (
    <div className={classes.fresh}>
      {figures.freshness.map((fresh) => {
        const at = fresh.importedAt ?? fresh.lastAt;
        return (
          <p key={fresh.sourceId}>
            <IconClock size={15} aria-hidden="true" />
            {t('fresh', { source: fresh.sourceName, when: at === null ? '—' : format.moment(at) })}
          </p>
        );
      })}
      {simulated && <Pill tone="warning">{t('simulated')}</Pill>}
    </div>
  );
}

const isBehind = (figures: PlaceFigures, id: string): boolean =>
  figures.freshness.some(({ sourceId }) => sourceId === id);
