import { IconCopyPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { editMany, tagMany } from '../../domain/edit/many.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { useText as useMapText } from '../text.ts';
import { useText } from '../tools/text.ts';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';
import { Section } from './fields.tsx';
import classes from './panel.module.css';

type SeveralDetailsProps = {
  readonly map: JourneyMap;
  /** Ids of the cards and touchpoints that are chosen together. */
  readonly ids: readonly string[];
};

/** What can be said of, and done with, all the cards that are chosen together. */
export function SeveralDetails({ map, ids }: SeveralDetailsProps) {
  const { view, editor } = useMapContext();
  const t = useText();
  const words = useMapText();
  const place = useView(view, (state) => state.place);
  const [tag, setTag] = useState('');
  const cards = ids.flatMap((id) => map.cards[id] ?? []);
  const statuses = new Set(cards.map(({ status }) => status));
  const [status] = statuses;
  const tagAll = () => {
    editor.send(tagMany(map, ids, tag));
    setTag('');
  };
  return (
    <>
      {cards.length > 0 && (
        <>
          <Section title={words('panel.status')}>
            <Choice<'assumed' | 'validated' | 'mixed'>
              label={words('panel.status')}
              options={[
                { value: 'assumed', label: words('panel.statusAssumed') },
                { value: 'validated', label: words('panel.statusValidated') },
              ]}
              value={statuses.size === 1 && status ? status : 'mixed'}
              onChange={(next) => next !== 'mixed' && editor.send(editMany(map, ids, { status: next }))}
            />
            {statuses.size > 1 && <p className={classes.hint}>{t('several.mixed')}</p>}
          </Section>
          <Section title={words('panel.tags')}>
            <form
              className={classes.row}
              onSubmit={(event) => {
                event.preventDefault();
                tagAll();
              }}
            >
              <input
                className={classes.tagInput}
                aria-label={t('several.tag')}
                placeholder={t('several.tag')}
                maxLength={60}
                value={tag}
                onChange={(event) => setTag(event.target.value)}
              />
              <Button type="submit" disabled={tag.trim() === ''}>
                {t('several.tagDo')}
              </Button>
            </form>
          </Section>
        </>
      )}
      <div className={classes.row}>
        <Button icon={<IconCopyPlus size={14} aria-hidden="true" />} onClick={() => editor.duplicate(place)}>
          {t('menu.duplicate')}
        </Button>
        <Button
          icon={<IconTrash size={14} aria-hidden="true" />}
          onClick={() => place && editor.remove(place)}
        >
          {words('menu.delete')}
        </Button>
        <Button look="quiet" icon={<IconX size={14} aria-hidden="true" />} onClick={editor.clear}>
          {t('several.clear')}
        </Button>
      </div>
      <p className={classes.hint}>{t('several.hint')}</p>
    </>
  );
}
