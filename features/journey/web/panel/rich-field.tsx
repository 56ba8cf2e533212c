import { IconBold, IconLink, IconList } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLiveText } from '#ui/live/use-live-text.ts';
import { safeHref } from '../../domain/rich-text/rich-text.ts';
import { toggleBold, toggleList, type Written, writeLink } from '../../domain/rich-text/write.ts';
import { useText as useMapText } from '../text.ts';
import { useText } from '../tools/text.ts';
import { formShortcut } from '../view/form-keys.ts';
import classes from './panel.module.css';

/** What a text of the document holds (`collaborativeText`), in UTF-16 units. */
const longest = 20_000;

type RichFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly onText: (text: string) => void;
};

/** The text of a card with the three forms it may have: bold, a list, a link. Give it a `key` of what it belongs to. */
export function RichField({ label, value, placeholder, onText }: RichFieldProps) {
  const t = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, write } = useLiveText(field, value, onText);
  const [tooLong, setTooLong] = useState(false);
  const [linking, setLinking] = useState<Written | null>(null);
  const selected = (): Written => ({
    text,
    start: field.current?.selectionStart ?? text.length,
    end: field.current?.selectionEnd ?? text.length,
  });
  const apply = (next: Written) => {
    const { current } = field;
    if (next.text !== text) write(next.text);
    if (!current) return;
    current.value = next.text;
    current.focus();
    current.setSelectionRange(next.start, next.end);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const shortcut = formShortcut(event);
    if (!shortcut) return;
    event.preventDefault();
    if (shortcut === 'bold') apply(toggleBold(selected()));
    else if (shortcut === 'list') apply(toggleList(selected()));
    else setLinking(selected());
  };
  const tool = (name: string, icon: ReactNode, act: () => void) => (
    <IconButton
      label={name}
      icon={icon}
      // The selection of the text stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    />
  );
  return (
    <div>
      <span className={classes.quiet} data-text={text} data-large="">
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={label}
          placeholder={placeholder}
          maxLength={longest}
          onChange={(event) => {
            setTooLong(false);
            write(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const room = longest - text.length + (selected().end - selected().start);
            if (event.clipboardData.getData('text/plain').length <= room) return;
            // The browser would cut it without a word.
            event.preventDefault();
            setTooLong(true);
          }}
        />
      </span>
      {tooLong && (
        <p role="alert" className={classes.hint}>
          {t('form.tooLong')}
        </p>
      )}
      <div className={classes.formBar} role="toolbar" aria-label={t('form.label')}>
        {tool(t('form.bold'), <IconBold />, () => apply(toggleBold(selected())))}
        {tool(t('form.list'), <IconList />, () => apply(toggleList(selected())))}
        {tool(t('form.link'), <IconLink />, () => setLinking(selected()))}
      </div>
      {linking && (
        <AddressForm
          onCancel={() => {
            setLinking(null);
            field.current?.focus();
          }}
          onAddress={(address) => {
            setLinking(null);
            apply(writeLink({ ...linking, text }, address));
          }}
        />
      )}
    </div>
  );
}

function AddressForm({
  onAddress,
  onCancel,
}: {
  readonly onAddress: (address: string) => void;
  readonly onCancel: () => void;
}) {
  const t = useText();
  const map = useMapText();
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const asked =
    /^[a-z]+:/i.test(address.trim()) || address.trim() === '' ? address : `https://${address.trim()}`;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (safeHref(asked) === null) setWrong(true);
        else onAddress(asked);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <label className={classes.label}>
        {t('form.address')}
        <input
          // biome-ignore lint/a11y/noAutofocus: it opens at the reader's own demand, and is the only field
          autoFocus
          className={classes.tagInput}
          value={address}
          placeholder="https://"
          aria-invalid={wrong}
          aria-describedby={wrong ? 'card-address-wrong' : undefined}
          maxLength={2000}
          onChange={(event) => {
            setAddress(event.target.value);
            setWrong(false);
          }}
        />
      </label>
      {wrong && (
        <p id="card-address-wrong" role="alert" className={classes.hint}>
          {t('form.addressWrong')}
        </p>
      )}
      <div className={classes.row}>
        <Button type="submit" disabled={address.trim() === ''}>
          {t('form.linkDo')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {map('panel.cancel')}
        </Button>
      </div>
    </form>
  );
}
