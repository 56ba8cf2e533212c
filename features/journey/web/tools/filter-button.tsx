import { Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { memo, type ReactNode, useState } from 'react';
import { Choice } from '#ui/choice.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { type CardFilter, criteria, standings, tagsOf } from '../../domain/filter/card-filter.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import panel from '../panel/panel.module.css';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';
import type { MapLook } from './look.ts';
import { useText } from './text.ts';
import classes from './tools.module.css';

type FilterButtonProps = {
  /** The cards as they are when the criteria open: their letters must not redraw the bar. */
  readonly cardsNow: () => JourneyMap['cards'];
  readonly look: MapLook;
  readonly onLook: (patch: Partial<MapLook>) => void;
};

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** Which cards are shown: opens the criteria, and says how many hold. */
export const FilterButton = memo(function FilterButton({ cardsNow, look, onLook }: FilterButtonProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const count = criteria(look.filter);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={300}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <IconButton
          label={count > 0 ? t('filter.openOn', { count }) : t('filter.open')}
          icon={<IconFilter fill={count > 0 ? 'currentColor' : 'none'} />}
          aria-expanded={open}
          aria-haspopup="dialog"
          onClick={() => setOpen(!open)}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.open')}>
        {open && <Criteria cardsNow={cardsNow} look={look} onLook={onLook} />}
      </Popover.Dropdown>
    </Popover>
  );
});

function Criteria({ cardsNow, look, onLook }: FilterButtonProps) {
  const t = useText();
  const { filter } = look;
  const set = (patch: Partial<CardFilter>) => onLook({ filter: { ...filter, ...patch } });
  // A tag asked for stays in the list when no card bears it any more: it can be taken back.
  const [borne] = useState(() => tagsOf(cardsNow()));
  const tags = [
    ...borne,
    ...filter.tags
      .filter((tag) => !borne.some((known) => known.tag === tag))
      .map((tag) => ({ tag, count: 0 })),
  ];
  return (
    <div className={classes.criteria}>
      <Group title={t('filter.evidence')}>
        {standings.map((one) => (
          <Check
            key={one}
            checked={filter.standings.includes(one)}
            onChange={() =>
              set({ standings: standings.filter((s) => toggled(filter.standings, one).includes(s)) })
            }
          >
            {t(`filter.${one}`)}
          </Check>
        ))}
      </Group>
      <Group title={t('filter.tags')}>
        {tags.length === 0 && <p className={panel.hint}>{t('filter.noTags')}</p>}
        {tags.map(({ tag, count }) => (
          <Check
            key={tag}
            checked={filter.tags.includes(tag)}
            onChange={() => set({ tags: toggled(filter.tags, tag) })}
          >
            {tag} <small>{count}</small>
          </Check>
        ))}
      </Group>
      <Group title={t('filter.comments')}>
        <Check checked={filter.commented} onChange={() => set({ commented: !filter.commented })}>
          {t('filter.commented')}
        </Check>
      </Group>
      <Choice
        label={t('filter.others')}
        labelled
        options={[
          { value: 'fade', label: t('filter.fade') },
          { value: 'hide', label: t('filter.hide') },
        ]}
        value={look.hide ? 'hide' : 'fade'}
        onChange={(value) => onLook({ hide: value === 'hide' })}
      />
    </div>
  );
}

const Group = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <fieldset className={classes.group}>
    <legend>{title}</legend>
    <div className={panel.checks}>{children}</div>
  </fieldset>
);

const Check = (props: {
  readonly checked: boolean;
  readonly onChange: () => void;
  readonly children: ReactNode;
}) => (
  <label className={panel.check}>
    <input type="checkbox" checked={props.checked} onChange={props.onChange} />
    <span>{props.children}</span>
  </label>
);

/** Opens the search in the map. */
export function FindOpener({ icon }: { readonly icon: ReactNode }) {
  const { view } = useMapContext();
  const t = useText();
  const open = useView(view, (state) => state.finding);
  return (
    <IconButton
      label={t('find.open')}
      icon={icon}
      aria-pressed={open}
      aria-keyshortcuts="Control+F Meta+F"
      onClick={() => view.set({ finding: !open })}
    />
  );
}
