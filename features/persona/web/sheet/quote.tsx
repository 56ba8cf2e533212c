import { useState } from 'react';
import { editPersona } from '../../domain/edit/persona.ts';
import { useText } from '../text.ts';
import { LiveText } from './live-text.tsx';
import classes from './sheet.module.css';
import { useSheet } from './sheet-context.ts';

/** What they would say: read between guillemets that hold to their words, typed without. */
export function Quote({ quote }: { readonly quote: string }) {
  const { editor } = useSheet();
  const t = useText();
  const [writing, setWriting] = useState(false);
  const said = quote.trim();
  if (editor && writing) {
    return (
      <LiveText
        autoFocus
        className={classes.quote}
        label={t('sheet.quote')}
        placeholder={t('sheet.quotePlaceholder')}
        maxLength={600}
        value={quote}
        place="quote"
        onText={(text) => editor.edit((now) => editPersona(now, { quote: text }))}
        onBlur={() => setWriting(false)}
        onKey={({ key }) => {
          if (key === 'Enter') setWriting(false);
          return key === 'Enter';
        }}
      />
    );
  }
  if (!editor)
    return said === '' ? null : <p className={classes.quote}>{t('sheet.quoted', { quote: said })}</p>;
  return (
    <p className={classes.quote} data-empty={said === '' ? '' : undefined}>
      <button type="button" title={t('sheet.quoteEdit')} onClick={() => setWriting(true)}>
        {said === '' ? t('sheet.quotePlaceholder') : t('sheet.quoted', { quote: said })}
      </button>
    </p>
  );
}
