import { IconFilter, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { changed, withFilter } from './address.ts';
import { FilterDialog } from './filter-dialog.tsx';
import classes from './paths.module.css';
import { filterWords, type PathsView } from './view.ts';

/** What the journeys shown have in common, each with the way back. */
export function FilterList({ view }: { readonly view: PathsView }) {
  const { t, search, onSearch } = view;
  const { filter: filters = [] } = search;
  const add = useRef<HTMLButtonElement>(null);
  const [adding, setAdding] = useState(false);
  return (
    <section className={classes.filters} aria-label={t('filters.label')}>
      {filters.length === 0 && <span className={classes.muted}>{t('filters.none')}</span>}
      {filters.map((filter, at) => {
        const words = filterWords(view, filter);
        return (
          <span key={JSON.stringify(filter)} className={classes.chip}>
            {words}
            <IconButton
              label={t('filters.remove', { filter: words })}
              icon={<IconX size={14} aria-hidden="true" />}
              onClick={() =>
                onSearch(changed(search, { filter: filters.filter((_, other) => other !== at) }))
              }
            />
          </span>
        );
      })}
      <Button ref={add} icon={<IconFilter size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
        {t('filters.add')}
      </Button>
      {filters.length > 1 && (
        <Button look="quiet" onClick={() => onSearch(changed(search, { filter: undefined }))}>
          {t('filters.clear')}
        </Button>
      )}
      {adding && (
        <FilterDialog
          view={view}
          onClose={() => setAdding(false)}
          onAdd={(filter) => {
            setAdding(false);
            onSearch(withFilter(search, filter));
          }}
        />
      )}
    </section>
  );
}
