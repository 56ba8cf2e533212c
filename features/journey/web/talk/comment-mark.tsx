import { IconMessage } from '@tabler/icons-react';
import { useFormat } from '#ui/i18n.ts';
import { useMapContext } from '../view/map-context.ts';
import { parsePlace } from '../view/place.ts';
import classes from './talk.module.css';
import { useText } from './text.ts';

type CommentMarkProps = { readonly placeKey: string; readonly count: number };

/** On the corner of what is talked about: how many open threads there are. Pressing it shows them. */
export function CommentMark({ placeKey, count }: CommentMarkProps) {
  const { view, talk } = useMapContext();
  const t = useText();
  const format = useFormat();
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.mark}
      aria-label={t('here', { count })}
      title={t('here', { count })}
      onClick={(event) => {
        event.stopPropagation();
        view.goTo(parsePlace(placeKey) ?? null, { quiet: true });
        talk.show('read');
      }}
    >
      <IconMessage size={12} stroke={2} aria-hidden="true" />
      {format.integer(count)}
    </button>
  );
}
