import { IconPlus } from '@tabler/icons-react';
import { Button } from '#ui/button.tsx';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import { useText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { kindOf } from '../view/notice.ts';
import classes from './panel.module.css';

type CellDetailsProps = {
  readonly model: GridModel;
  readonly laneId: string;
  readonly stepId: string;
};

/** A cell itself: what is in it, and the way to add to it. */
export function CellDetails({ model, laneId, stepId }: CellDetailsProps) {
  const { view, editor } = useMapContext();
  const t = useText();
  const row = model.rows.find((candidate) => candidate.laneId === laneId);
  const kind = kindOf(model, laneId);
  const cards = row?.cards.get(stepId) ?? [];
  const touchpoints = kind === 'touchpoints' ? (model.outline.touchpoints.get(stepId) ?? []) : [];
  const items = [
    ...cards.map(([id, card]) => ({ id, words: plainText(card.text) || t('nothing.card') })),
    ...touchpoints.map(([id, touchpoint]) => ({ id, words: touchpoint.title || touchpoint.channel })),
  ];
  return (
    <>
      {items.length === 0 ? (
        <p className={classes.hint}>{t('panel.noCards')}</p>
      ) : (
        <ul className={classes.list}>
          {items.map(({ id, words }) => (
            <li key={id}>
              <button
                type="button"
                className={classes.go}
                onClick={() => view.goTo({ at: 'cell', laneId, stepId, itemId: id })}
              >
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
      {(kind === 'cards' || kind === 'touchpoints') && (
        <div>
          <Button
            icon={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => editor.edit({ at: 'cell', laneId, stepId, itemId: null })}
          >
            {t(kind === 'cards' ? 'add.card' : 'add.touchpoint')}
          </Button>
        </div>
      )}
    </>
  );
}
