import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import { useFormat } from '#ui/i18n.ts';
import type { EmotionPoint, Step } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { heightOf, laneHeight, roundValue, valueAt } from '../view/emotion-geometry.ts';
import { emotionWord } from '../view/emotion-words.ts';
import type { Curve } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { type CellPlace, placeKey } from '../view/place.ts';
import { curveColour } from '../view/shown-curves.ts';
import emotion from './emotion.module.css';
import type { EmotionPersonas } from './emotion-personas.ts';
import { PersonaMark } from './persona-mark.tsx';

type EmotionHandleProps = {
  readonly curve: Curve;
  readonly point: EmotionPoint;
  readonly laneId: string;
  readonly step: Step;
  readonly personas: EmotionPersonas;
  readonly truth: boolean;
  /** The only curve drawn: a plain point, since there is nothing to tell it from. */
  readonly alone: boolean;
};

/** Keys of a slider; large steps with Shift or the page keys. */
const strides: Readonly<Record<string, number>> = { ArrowUp: 0.5, ArrowDown: -0.5, PageUp: 1, PageDown: -1 };

/** A point of a curve: dragged up and down, or moved with the arrow keys, its value said in words. */
export const EmotionHandle = memo(function EmotionHandle(props: EmotionHandleProps) {
  const { curve, point, laneId, step, personas, truth, alone } = props;
  const { view, editor } = useMapContext();
  const t = useText();
  const format = useFormat();
  const frame = useRef(0);
  const { stepId, personaId, reading } = point;
  const place: CellPlace = { at: 'cell', laneId, stepId, itemId: curve.key };
  const persona = personas.find(([id]) => id === personaId)?.[1];
  const name = persona
    ? t('emotion.feltOf', { name: persona.name || t('nothing.persona') })
    : t('emotion.felt');
  const curveName = reading === 'planned' ? t('emotion.planned') : name;
  const put = (value: number) => editor.placeEmotion(personaId, reading, stepId, roundValue(value));

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const { currentTarget, clientY } = event;
    if (!currentTarget.hasPointerCapture(event.pointerId)) return;
    cancelAnimationFrame(frame.current);
    // One edit a frame: the others see the point move, and the document does not fill with hairs.
    frame.current = requestAnimationFrame(() => {
      // The map may be drawn larger or smaller than it is: the height of the cell says by how much.
      const { top, height } = currentTarget.parentElement!.getBoundingClientRect();
      put(valueAt(((clientY - top) / height) * laneHeight));
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    const stride = strides[key];
    if (stride !== undefined) put(point.value + (shiftKey ? stride / 5 : stride));
    else if (key === 'Home') put(-3);
    else if (key === 'End') put(3);
    else if (key === 'Escape' || key === 'Enter') view.goTo({ ...place, itemId: null });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      role="slider"
      tabIndex={-1}
      className={emotion.handle}
      data-place={placeKey(place)}
      data-truth={truth ? '' : undefined}
      data-reading={reading}
      data-noted={point.note === '' ? undefined : ''}
      title={point.note === '' ? undefined : point.note}
      aria-description={point.note === '' ? undefined : point.note}
      style={{ top: heightOf(point.value), '--colour': curveColour(curve, personas) } as CSSProperties}
      aria-orientation="vertical"
      aria-label={t('emotion.point', { curve: curveName, step: step.title || t('nothing.step') })}
      aria-valuemin={-3}
      aria-valuemax={3}
      aria-valuenow={point.value}
      aria-valuetext={t('emotion.value', {
        value: format.signed(point.value, 1),
        word: t(emotionWord(point.value)),
      })}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    >
      {persona && reading === 'felt' && !alone ? (
        <PersonaMark colour={persona.colour} size={truth ? 16 : 13} hollow={!truth} />
      ) : (
        <span />
      )}
    </div>
  );
});
