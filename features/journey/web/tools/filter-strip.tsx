import { IconX } from '@tabler/icons-react';
import { criteria, noFilter } from '../../domain/filter/card-filter.ts';
import panel from '../panel/panel.module.css';
import type { MapLook } from './look.ts';
import { useText } from './text.ts';
import classes from './tools.module.css';

type FilterStripProps = {
  readonly look: MapLook;
  readonly onLook: (patch: Partial<MapLook>) => void;
  readonly shown: number;
  readonly total: number;
};

/** What the map is filtered by, in sight as long as it is, each criterion removable. */
export function FilterStrip({ look, onLook, shown, total }: FilterStripProps) {
  const t = useText();
  const { filter } = look;
  if (criteria(filter) === 0) return null;
  const chips = [
    ...filter.standings.map((one) => ({
      key: one,
      name: t(`filter.${one}`),
      rest: { ...filter, standings: filter.standings.filter((other) => other !== one) },
    })),
    ...filter.tags.map((tag) => ({
      key: `tag-${tag}`,
      name: t('filter.tag', { tag }),
      rest: { ...filter, tags: filter.tags.filter((other) => other !== tag) },
    })),
    ...(filter.commented
      ? [{ key: 'commented', name: t('filter.commented'), rest: { ...filter, commented: false } }]
      : []),
  ];
  return (
    <section className={classes.strip} aria-label={t('filter.on')}>
      <strong>{t('filter.on')}</strong>
      {chips.map(({ key, name, rest }) => (
        <span key={key} className={panel.tag}>
          {name}
          <button
            type="button"
            aria-label={t('filter.drop', { name })}
            onClick={() => onLook({ filter: rest })}
          >
            <IconX size={12} stroke={2} aria-hidden="true" />
          </button>
        </span>
      ))}
      <span role="status">{t('filter.result', { count: shown, total })}</span>
      <button type="button" className={panel.go} onClick={() => onLook({ filter: noFilter, hide: false })}>
        {t('filter.clear')}
      </button>
    </section>
  );
}
