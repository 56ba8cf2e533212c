import { IconArrowsMaximize, IconMinus, IconPictureInPicture, IconPlus } from '@tabler/icons-react';
import { type RefObject, useEffect } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';
import { nextZoom, smallest, withinZoom } from '../view/zoom.ts';
import { Overview } from './overview.tsx';
import { useText } from './text.ts';
import classes from './tools.module.css';

type SizeBarProps = {
  /** What holds the map: its scroller is looked for inside. */
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly model: GridModel;
};

/** How large the map is drawn, and the picture of the whole; at the foot of the map. */
export function SizeBar({ frame, model }: SizeBarProps) {
  const { view } = useMapContext();
  const t = useText();
  const format = useFormat();
  const zoom = useView(view, (state) => state.zoom);
  const overview = useView(view, (state) => state.overview);
  const percent = format.share(zoom);

  // Pinching on a touchpad, and Ctrl + wheel, would otherwise enlarge the whole page.
  useEffect(() => {
    const { current } = frame;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      view.set({ zoom: withinZoom(view.get().zoom * Math.exp(-event.deltaY / 300)) });
    };
    current?.addEventListener('wheel', onWheel, { passive: false });
    return () => current?.removeEventListener('wheel', onWheel);
  }, [frame, view]);

  const fit = () => {
    const scroller = frame.current?.querySelector<HTMLElement>('[data-scroller]');
    if (scroller) view.set({ zoom: fittingZoom(scroller) });
    scroller?.scrollTo(0, 0);
  };
  return (
    <>
      {overview && <Overview frame={frame} model={model} />}
      <div className={classes.size} role="toolbar" aria-label={t('zoom.label')}>
        <IconButton
          label={t('zoom.out')}
          icon={<IconMinus />}
          onClick={() => view.set({ zoom: nextZoom(zoom, 'out') })}
        />
        <button
          type="button"
          className={classes.percent}
          aria-label={`${percent}, ${t('zoom.reset')}`}
          title={t('zoom.reset')}
          onClick={() => view.set({ zoom: 1 })}
        >
          {percent}
        </button>
        <IconButton
          label={t('zoom.in')}
          icon={<IconPlus />}
          onClick={() => view.set({ zoom: nextZoom(zoom, 'in') })}
        />
        <IconButton label={t('zoom.fit')} icon={<IconArrowsMaximize />} onClick={fit} />
        <IconButton
          label={t(overview ? 'zoom.hideOverview' : 'zoom.overview')}
          icon={<IconPictureInPicture />}
          aria-pressed={overview}
          onClick={() => view.set({ overview: !overview })}
        />
      </div>
      <VisuallyHidden>
        <span role="status">{zoom === 1 ? '' : t('zoom.now', { percent })}</span>
      </VisuallyHidden>
    </>
  );
}

/**
 * The largest size, up to the real one, at which the whole map stands in its window; found by halving, since smaller
 * columns are wider on the page, texts then take fewer lines, and the height does not follow the size in proportion.
 */
function fittingZoom(scroller: HTMLElement): number {
  const grid = scroller.querySelector<HTMLElement>('[role="grid"]');
  if (!grid) return 1;
  const before = grid.style.zoom;
  const fits = (zoom: number) => {
    grid.style.zoom = String(zoom);
    return scroller.scrollWidth <= scroller.clientWidth && scroller.scrollHeight <= scroller.clientHeight;
  };
  let low: number = fits(1) ? 1 : smallest;
  // Its width follows the size: what is already too wide is not tried.
  let high = Math.min(1, scroller.clientWidth / scroller.scrollWidth);
  for (let tries = 0; tries < 5 && high - low > 0.01; tries++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  grid.style.zoom = before;
  return withinZoom(Math.floor(low * 100) / 100);
}
