import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import classes from './drop-zone.module.css';
import { useText } from './text.ts';

type DropZoneProps = {
  /** What may be dropped: "Déposez un fichier d'événements ou de réponses". */
  readonly title: string;
  /** Formats, largest size, what will happen. */
  readonly hint: ReactNode;
  /** As the `accept` of a file input; a dropped file is not checked against it: the reader of the file is. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
};

/** A place to drop one file. Underneath it is a plain file input: keyboard, screen reader and telephone need no more. */
export function DropZone({ title, hint, accept, onFile }: DropZoneProps) {
  const t = useText();
  const id = useId();
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const [several, setSeveral] = useState(false);

  const take = (files: FileList | null): void => {
    setSeveral((files?.length ?? 0) > 1);
    const file = files?.length === 1 ? files[0] : undefined;
    if (file) onFile(file);
  };
  const move = (event: DragEvent, by: 1 | -1): void => {
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way in; the input inside is the first
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragEnter={(event) => move(event, 1)}
      onDragLeave={(event) => move(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        move(event, -1);
        take(event.dataTransfer.files);
      }}
    >
      <input
        id={id}
        type="file"
        accept={accept}
        className={classes.input}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.target.files);
          // The same file chosen again after a correction is a new choice.
          event.target.value = '';
        }}
      />
      <IconFileUpload aria-hidden="true" />
      <label htmlFor={id} className={classes.title}>
        {over ? t('drop.release') : title}
      </label>
      <p id={`${id}-hint`} className={classes.hint}>
        {hint}
      </p>
      <p className={classes.or} aria-live="polite">
        {several ? t('drop.tooMany', { count: 1 }) : ''}
      </p>
      <span className={classes.fake} aria-hidden="true">
        {t('drop.choose')}
      </span>
    </div>
  );
}
