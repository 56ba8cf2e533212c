// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import type { Locale } from '#kit/locale.ts';
import type { LiveFigures } from '../../domain/live-figures.ts';
import { useAttach } from '../frame/attach.ts';
import { useText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { firstPlace, intentionOf } from '../view/keyboard.ts';
import { useMapContext } from '../view/map-context.ts';
import { kindOf } from '../view/notice.ts';
import { columnOfPlace, existingPlace, nearestPlace, parsePlace, placeKey } from '../view/place.ts';
import { useView } from '../view/view-store.ts';
import frame from './canvas.module.css';
import { EmotionRow } from './emotion-row.tsx';
import { Head } from './head.tsx';
import { LaneRow } from './lane-row.tsx';
import { useDragging } from './use-dragging.tsx';
import { useMarking } from './use-marking.ts';
import { useRowsDrawn } from './use-rows-drawn.ts';
import { useZoom } from './use-zoom.ts';

type CanvasProps = {
  readonly title: string;
  /** Language the content is written in, whatever the interface speaks. */
  readonly language: Locale;
  readonly model: GridModel;
  readonly personaId: string | null;
  readonly live: LiveFigures | null;
  readonly measureHint: ReactNode;
  /** The curves in words, for who does not see them. */
  readonly curveWords: ReactNode;
};

const none: readonly never[] = [];
const untouched: ReadonlyMap<string, never> = new Map<string, never>();

/** The map itself: a table to read and to write in, by mouse, finger, keyboard and screen reader alike. */
export function Canvas({ title, language, model, personaId, live, measureHint, curveWords }: CanvasProps) {
  const { view, editor } = useMapContext();
  const t = useText();
  const attach = useAttach();
  const helpId = useId();
  const grid = useRef<HTMLDivElement>(null);
  const chosen = useView(view, (state) => state.place);
  useView(view, (state) => state.asked);
  const column = columnOfPlace(model, chosen);
  const zoom = useZoom(grid);
  const filtered = useView(view, (state) => state.faded.size > 0);
  const sheet = useView(view, (state) => state.sheetOpen);
  const drag = useDragging(grid, model);
  const onMouseDown = useMarking(grid);
  // Which place was chosen when the button went down: a click on what is already chosen opens it.
  const before = useRef<string | null>(null);
  const shown = useRef(model);
  const drawn = useRowsDrawn(model);
  const first = firstPlace(model);
  const home = first ? placeKey(first) : null;
  useLayoutEffect(() => {
    if (view.get().home !== home) view.set({ home });
  }, [view, home]);

  // Somebody may have removed what is chosen; the focus goes where it was asked to go once that is drawn.
  useLayoutEffect(() => {
    const place = existingPlace(model, view.get().place);
    const lost = view.get().place;
    if (place === null && lost !== null && document.activeElement === document.body) {
      // The focus was in it and went with it: the keyboard goes on beside.
      view.goTo(nearestPlace(shown.current, model, lost));
    } else if (place !== lost) view.goTo(place, { quiet: true });
    shown.current = model;
    const { wanted } = view;
    if (wanted === null) return;
    const target = grid.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(wanted)}"]`);
    if (!target) return;
    view.wanted = null;
    // A field open inside it took the focus by itself.
    const typing = target.contains(document.activeElement) && document.activeElement?.tagName === 'TEXTAREA';
    if (!typing) target.focus();
  });

  // On a telephone the sheet covers the foot of the map: what it explains stays in sight above it.
  useLayoutEffect(() => {
    const { key } = view.get();
    if (!sheet || key === null) return;
    const target = grid.current?.querySelector(`[data-place="${CSS.escape(key)}"]`);
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [sheet, view]);

  const onKeyDown = (event: KeyboardEvent) => {
    const place = view.get().place ?? first;
    if (!place || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // A link of a card is followed by its own key.
    if (event.key === 'Enter' && (event.target as Element).closest('a, button')) return;
    const { key, shiftKey: shift, altKey: alt } = event;
    const intention = intentionOf(model, place, { key, shift, alt, ctrl: event.ctrlKey || event.metaKey });
    if (!intention) return;
    event.preventDefault();
    editor.perform(place, intention);
    if (intention.do === 'leave' && view.get().place === null) grid.current?.focus();
  };

  const onFocus = (event: React.FocusEvent) => {
    const place = placeOf(event.target);
    if (!place) return;
    const key = placeKey(place);
    if (key !== view.get().key) view.goTo(place, { quiet: true, keep: view.get().marked.has(key) });
  };

  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target as Element);
    if (!place || drag.justDropped() || event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (view.get().marked.size > 0) return editor.clear();
    if (placeKey(place) !== before.current || (event.target as Element).closest('a')) return;
    const empty = place.at === 'cell' && place.itemId === null;
    if (!empty || event.detail > 1) editor.editByHand(place);
  };

  const onContextMenu = (event: MouseEvent) => {
    const place = placeOf(event.target as Element);
    if (!place || (event.target as Element).closest('textarea')) return;
    event.preventDefault();
    view.goTo(place);
    view.set({ menu: { place, at: { x: event.clientX, y: event.clientY } } });
  };

  const onPaste = (event: ClipboardEvent) => {
    const { place, editing } = view.get();
    if (editing || place?.at !== 'cell') return;
    const [file] = event.clipboardData.files;
    if (file && attach && kindOf(model, place.laneId) === 'cards') {
      event.preventDefault();
      void attach.take(file, { ...place, itemId: null });
      return;
    }
    if (editor.pasteClip(place, event.clipboardData)) event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent) => {
    const { place, editing } = view.get();
    // What is selected as text is copied as text, by the browser.
    if (editing || document.getSelection()?.toString()) return;
    if (editor.copy(place, event.clipboardData, event.type === 'cut')) event.preventDefault();
  };

  return (
    <div className={frame.scroller} data-scroller="" data-sheet={sheet ? '' : undefined}>
      <p id={helpId} hidden>
        {t('map.gridHelp')}
      </p>
      <div
        ref={grid}
        role="grid"
        aria-multiselectable="true"
        aria-busy={drawn < model.rows.length}
        data-filtered={filtered ? '' : undefined}
        lang={language}
        tabIndex={first ? -1 : 0}
        aria-label={t('map.grid', { title: title || t('nothing.title') })}
        aria-describedby={helpId}
        aria-colcount={model.columns.length + 2}
        aria-rowcount={model.rows.length + 3}
        className={frame.grid}
        style={
          {
            '--count': Math.max(1, model.columns.length),
            zoom,
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onPointerDownCapture={() => {
          before.current = view.get().key;
        }}
        onPointerDown={drag.onPointerDown}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onMouseDown={onMouseDown}
        onPaste={onPaste}
        onCopy={onCopy}
        onCut={onCopy}
      >
        <Head model={model} onAddStage={editor.addLastStage} />
        {column !== null && (
          <div role="presentation" className={frame.tint} style={{ '--chosen': column } as CSSProperties} />
        )}
        <div role="rowgroup" className={frame.body}>
          {model.rows.map((row, index) =>
            row.kind === 'emotion' && !row.lane.folded && index < drawn ? (
              <EmotionRow
                key={row.laneId}
                row={row}
                rowIndex={index + 4}
                model={model}
                personaId={personaId}
                measured={live?.measured ?? nothing}
                words={curveWords}
              />
            ) : (
              <LaneRow
                key={row.laneId}
                row={row}
                rowIndex={index + 4}
                columns={index < drawn ? model.columns : none}
                personas={model.outline.personas}
                touchpoints={
                  row.kind === 'touchpoints' || row.lane.figures?.of === 'touchpoint'
                    ? model.outline.touchpoints
                    : untouched
                }
                live={row.kind === 'touchpoints' || row.kind === 'figures' ? live : null}
                measureHint={row.kind === 'figures' ? measureHint : null}
              />
            ),
          )}
        </div>
      </div>
      {drag.overlay}
    </div>
  );
}

const nothing: LiveFigures['measured'] = [];

const placeOf = (target: Element) => parsePlace(target.closest('[data-place]')?.getAttribute('data-place'));
