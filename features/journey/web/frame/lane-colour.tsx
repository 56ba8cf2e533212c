import type { CSSProperties } from 'react';
import { editLane } from '../../domain/edit/lane.ts';
import type { JourneyMap, Lane } from '../../domain/schema.ts';
import { Section } from '../panel/fields.tsx';
import { useText as useMapText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import classes from './lanes.module.css';
import { useText } from './text.ts';

const colours = [0, 1, 2, 3, 4, 5] as const;

type LaneColourProps = { readonly map: JourneyMap; readonly laneId: string; readonly lane: Lane };

/** A colour from the six that everyone can tell apart, each with its name; or none. */
export function LaneColour({ map, laneId, lane }: LaneColourProps) {
  const { editor } = useMapContext();
  const t = useText();
  const words = useMapText();
  const paint = (colour: number | null) => editor.send(editLane(map, laneId, { colour }));
  return (
    <Section title={t('colour.title')}>
      <div className={classes.swatches}>
        <button type="button" aria-pressed={lane.colour === null} onClick={() => paint(null)}>
          {t('colour.none')}
        </button>
        {colours.map((colour) => (
          <button
            key={colour}
            type="button"
            aria-pressed={lane.colour === colour}
            onClick={() => paint(colour)}
          >
            <span style={{ '--colour': `var(--persona-${colour})` } as CSSProperties} />
            {words(`colour.c${colour}`)}
          </button>
        ))}
      </div>
    </Section>
  );
}
