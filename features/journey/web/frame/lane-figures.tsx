import { Choice } from '#ui/choice.tsx';
import { editLane } from '../../domain/edit/lane.ts';
import { type FigureId, figureIds } from '../../domain/live-figures.ts';
import type { JourneyMap, Lane } from '../../domain/schema.ts';
import { Section } from '../panel/fields.tsx';
import { useMapContext } from '../view/map-context.ts';
import classes from './lanes.module.css';
import { useText } from './text.ts';

type LaneFiguresProps = { readonly map: JourneyMap; readonly laneId: string; readonly lane: Lane };

/** Which figures a lane shows, and whether of each step or of each touchpoint. */
export function LaneFigures({ map, laneId, lane }: LaneFiguresProps) {
  const { editor } = useMapContext();
  const t = useText();
  const chosen = lane.figures ?? { of: 'step' as const, show: [] };
  const change = (patch: Partial<typeof chosen>) => {
    const figures = { ...chosen, ...patch };
    const usual = figures.of === 'step' && figures.show.length === 0;
    editor.send(editLane(map, laneId, { figures: usual ? null : figures }));
  };
  const toggle = (id: FigureId) =>
    change({
      show: figureIds.filter((each) =>
        each === id ? !chosen.show.includes(id) : chosen.show.includes(each),
      ),
    });
  return (
    <Section title={t('figures.title')}>
      <Choice
        label={t('figures.of')}
        options={[
          { value: 'step', label: t('figures.perStep') },
          { value: 'touchpoint', label: t('figures.perTouchpoint') },
        ]}
        value={chosen.of}
        onChange={(of) => change({ of })}
      />
      <div className={classes.swatches}>
        <button type="button" aria-pressed={chosen.show.length === 0} onClick={() => change({ show: [] })}>
          {t('figures.usual')}
        </button>
        {figureIds.map((id) => (
          <button key={id} type="button" aria-pressed={chosen.show.includes(id)} onClick={() => toggle(id)}>
            {t(`figures.${id}`)}
          </button>
        ))}
      </div>
    </Section>
  );
}
