import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { knownChannel } from '#kit/channel.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useText as useMapText } from '../text.ts';
import { findInMap } from '../view/find.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';
import { useText } from './text.ts';
import classes from './tools.module.css';

type FindBarProps = { readonly model: GridModel; readonly personaId: string | null };

/** The search in the map, while it is open. Ctrl / ⌘ + F opens it; asked again from inside, the browser's own opens. */
export function FindBar(props: FindBarProps) {
  const { view } = useMapContext();
  const open = useView(view, (state) => state.finding);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!asked || event.key.toLowerCase() !== 'f' || event.defaultPrevented) return;
      if (view.get().finding && document.activeElement?.closest('[role="search"]')) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      view.set({ finding: true });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [view]);
  return open ? <OpenFindBar {...props} /> : null;
}

function OpenFindBar({ model, personaId }: FindBarProps) {
  const { view } = useMapContext();
  const t = useText();
  const names = useShownNames();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const hits = useMemo(() => findInMap(model, query, names), [model, query, names]);
  const index = hits.length === 0 ? -1 : Math.min(at, hits.length - 1);
  const hit = hits[index];
  const key = hit?.key ?? null;

  useEffect(() => {
    view.set({ hits: new Set(hits.map((one) => one.key)) });
  }, [view, hits]);
  useEffect(() => {
    view.set({ found: key });
    if (key === null) return;
    const target = document.querySelector(`[data-scroller] [data-place="${CSS.escape(key)}"]`);
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [view, key]);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    return () => view.set({ hits: new Set(), found: null });
  }, [view]);

  const go = (by: number) => {
    if (hits.length > 0) setAt((index + by + hits.length) % hits.length);
  };
  /** The reader stays on what was found. */
  const close = () => {
    view.set({ finding: false });
    view.goTo(hit?.place ?? view.get().place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  const asked = query.trim() !== '';
  return (
    <search className={classes.find} aria-label={t('find.label')}>
      <input
        ref={field}
        type="text"
        className={classes.findField}
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        value={query}
        maxLength={200}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <span className={classes.findCount} role="status">
        {asked && hits.length === 0 && t('find.none')}
        {hit && t('find.count', { at: index + 1, count: hits.length })}
        {hit && <VisuallyHidden>{`\u00a0: ${hit.words.slice(0, 120)}`}</VisuallyHidden>}
      </span>
      <IconButton
        label={t('find.previous')}
        icon={<IconChevronUp />}
        disabled={!hit}
        onClick={() => go(-1)}
      />
      <IconButton label={t('find.next')} icon={<IconChevronDown />} disabled={!hit} onClick={() => go(1)} />
      <IconButton label={t('find.close')} icon={<IconX />} onClick={close} />
      {personaId !== null && asked && <small className={classes.findNote}>{t('find.hiddenByPersona')}</small>}
    </search>
  );
}

/** What is shown where a thing has no words of its own. */
function useShownNames(): Parameters<typeof findInMap>[2] {
  const t = useMapText();
  const ui = useUiText();
  return useMemo(
    () => ({
      lane: (lane) => lane.title || t(`lane.${lane.type}`),
      phase: (phase) => phase.name || t(`moment.${phase.moment}`),
      touchpoint: ({ title, channel }) => {
        const known = knownChannel(channel);
        return `${title} ${known === 'other' ? channel : ui(`channel.${known}`)}`.trim();
      },
    }),
    [t, ui],
  );
}
