import type { ReactNode } from 'react';
import { useMapContext } from '../view/map-context.ts';
import { type Place, placeKey } from '../view/place.ts';
import { useSpot } from '../view/spot.ts';
import { Editable } from './editable.tsx';
import heads from './head.module.css';
import { WithMark } from './with-mark.tsx';

type PlaceTitleProps = {
  readonly place: Place;
  readonly text: string;
  /** Shown when there is no text, and while typing as what is expected. */
  readonly fallback: string;
  /** A lane without a title of its own bears the name of its type: nothing is missing. */
  readonly named?: boolean;
  /** A small mark after the text. */
  readonly mark?: ReactNode;
};

/** The name of a phase, stage, step or lane, read or typed in its place. */
export function PlaceTitle({ place, text, fallback, named = false, mark }: PlaceTitleProps) {
  const { editor } = useMapContext();
  const { editing } = useSpot(placeKey(place));
  if (editing) {
    return (
      <Editable
        value={text}
        label={fallback}
        placeholder={fallback}
        typed={editing.typed}
        onText={(next) => editor.setText(place, next)}
        onLeave={(how) => editor.leave(place, how, false)}
      />
    );
  }
  if (text !== '')
    return (
      <span data-label="">
        <WithMark text={text} mark={mark} />
      </span>
    );
  return (
    <span data-label="" className={named ? undefined : heads.unnamed}>
      <WithMark text={fallback} mark={mark} />
    </span>
  );
}
