import { useRef, useState } from 'react';
import { useLiveText } from '#ui/live/use-live-text.ts';
import classes from '../map-page.module.css';
import { useText } from '../text.ts';

type MapTitleProps = { readonly title: string; readonly onText: (title: string) => void };

/** The title of the map; pointing at it and typing renames it. */
export function MapTitle({ title, onText }: MapTitleProps) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  return (
    <span className={classes.title}>
      {editing ? (
        <TitleField title={title} onText={onText} onLeave={() => setEditing(false)} />
      ) : (
        <button
          type="button"
          title={title === '' ? t('menu.rename') : `${title}. ${t('menu.rename')}`}
          onClick={() => setEditing(true)}
        >
          {title === '' ? <span className={classes.unnamed}>{t('nothing.title')}</span> : title}
        </button>
      )}
    </span>
  );
}

function TitleField({ title, onText, onLeave }: MapTitleProps & { readonly onLeave: () => void }) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(title);
  const { text, write } = useLiveText(field, title, onText);
  return (
    <input
      ref={field}
      // biome-ignore lint/a11y/noAutofocus: the field replaces the button that was just pressed
      autoFocus
      aria-label={t('map.title')}
      maxLength={200}
      value={text}
      onChange={(event) => write(event.target.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') write(before.current);
        if (event.key === 'Escape' || event.key === 'Enter') onLeave();
      }}
    />
  );
}
