import { IconPlus } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import classes from './tools.module.css';

/** At the foot of the map: one more lane, and the lanes that are hidden. */
export function LaneAdder({ model }: { readonly model: GridModel }) {
  const { view } = useMapContext();
  const t = useText();
  const open = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const last = model.outline.lanes.at(-1)?.[0];
    view.set({ laneMenu: { after: last, at: { x: box.left, y: box.top } } });
  };
  return (
    <div className={classes.lanes}>
      <button type="button" className={classes.footButton} aria-haspopup="menu" onClick={open}>
        <IconPlus size={15} stroke={1.8} aria-hidden="true" />
        {t('add.lane')}
      </button>
      {model.hidden.length > 0 && (
        <button type="button" className={classes.footButton} aria-haspopup="menu" onClick={open}>
          {t('menu.hidden', { count: model.hidden.length })}
        </button>
      )}
    </div>
  );
}
