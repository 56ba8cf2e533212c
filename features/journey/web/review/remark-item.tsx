import { Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ChannelIcon } from '#ui/channel-icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Remark } from '../../domain/review/remark.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { placeWords } from './place-words.ts';
import classes from './review.module.css';
import { useText } from './text.ts';

type RemarkItemProps = {
  readonly map: JourneyMap;
  readonly remark: Remark;
  readonly readOnly: boolean;
  readonly onGo: (remark: Remark) => void;
  readonly onDismiss: (remark: Remark, reason: string) => void;
  readonly onSuggestion: (remark: Remark) => void;
};

/** One place of a finding: leads there, carries out what is proposed, or sets the remark aside with a reason. */
export function RemarkItem({ map, remark, readOnly, onGo, onDismiss, onSuggestion }: RemarkItemProps) {
  const t = useText();
  const ui = useUiText();
  const [dismissing, setDismissing] = useState(false);
  const dismiss = useRef<HTMLButtonElement>(null);
  const words = placeWords(map, remark, t, (channel) => ui.maybe(`channel.${channel}`) ?? channel);
  const close = () => {
    setDismissing(false);
    dismiss.current?.focus();
  };
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <button type="button" className={classes.go} onClick={() => onGo(remark)}>
          <VisuallyHidden>{t('go')} </VisuallyHidden>
          {words.colour !== null && (
            <span className={classes.dot} style={{ background: `var(--persona-${words.colour})` }} />
          )}
          {words.channel !== null && <ChannelIcon channel={words.channel} label="" />}
          <span className={classes.words}>
            <span className={classes.quote}>{words.main}</span>
            {words.where !== '' && <small>{words.where}</small>}
          </span>
        </button>
        {!readOnly && (
          <IconButton
            ref={dismiss}
            label={t('dismissOne', { place: words.main })}
            icon={<IconX />}
            className={classes.dismiss ?? ''}
            aria-expanded={dismissing}
            onClick={() => setDismissing(!dismissing)}
          />
        )}
      </div>
      {!readOnly && remark.suggestion !== null && !dismissing && (
        <Button className={classes.suggestion ?? ''} onClick={() => onSuggestion(remark)}>
          {t('suggest', { title: remark.suggestion })}
        </Button>
      )}
      {dismissing && <DismissForm onCancel={close} onDismiss={(reason) => onDismiss(remark, reason)} />}
    </li>
  );
}

function DismissForm({
  onDismiss,
  onCancel,
}: {
  readonly onDismiss: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(false);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (reason.trim() !== '') onDismiss(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize={false}
        rows={2}
        maxLength={2000}
        value={reason}
        // The reader has just asked for this field.
        autoFocus
        error={sent && reason.trim() === '' ? t('reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className={classes.actions}>
        <Button onClick={onCancel}>{t('keepIt')}</Button>
        <Button look="action" type="submit">
          {t('dismiss')}
        </Button>
      </div>
    </form>
  );
}
