import { useMapContext } from '../view/map-context.ts';
import type { CellPlace } from '../view/place.ts';
import cells from './cell.module.css';
import { Editable } from './editable.tsx';

type DraftProps = {
  /** The cell it will stand in. */
  readonly place: CellPlace;
  readonly typed: string | null;
  readonly text: string;
  /** Its id once the first letter has made it exist. */
  readonly createdId: string | null;
  readonly label: string;
  readonly placeholder: string;
};

/** A card or touchpoint to come: nothing is written in the map before its first letter, nothing stays if it is left empty. */
export function Draft({ place, typed, text, createdId, label, placeholder }: DraftProps) {
  const { editor } = useMapContext();
  const made: CellPlace = { ...place, itemId: createdId };
  return (
    <li className={cells.draft}>
      <Editable
        value={text}
        label={label}
        placeholder={placeholder}
        typed={typed}
        multiline
        exists={createdId !== null}
        onText={(next) => editor.typeDraft(place, next)}
        onLeave={(how) => editor.leaveDraft(made, how)}
        onPasteLines={(clip) => editor.pasteClip(made, clip)}
      />
    </li>
  );
}
