import { Choice } from '#ui/choice.tsx';
import { timeBand } from '../../domain/time-band.ts';
import { Section } from '../panel/fields.tsx';
import classes from '../panel/panel.module.css';
import type { GridModel } from '../view/grid-model.ts';
import { useText } from './text.ts';
import { shownTimes, useTimeScale } from './use-time-scale.ts';

/** How the customer's time is drawn above the map, or what to do to see it. */
export function TimeChoice({ model }: { readonly model: GridModel }) {
  const t = useText();
  const [shown, show] = useTimeScale();
  return (
    <Section title={t('time.scale')}>
      {timeBand(model.outline).seconds === 0 ? (
        <p className={classes.hint}>{t('time.none')}</p>
      ) : (
        <Choice
          label={t('time.scale')}
          options={shownTimes.map((value) => ({ value, label: t(`time.${value}`) }))}
          value={shown}
          onChange={show}
        />
      )}
    </Section>
  );
}
