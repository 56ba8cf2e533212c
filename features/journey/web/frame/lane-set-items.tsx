import { Menu } from '@mantine/core';
import { IconBookmark, IconRowInsertBottom } from '@tabler/icons-react';
import { randomId } from '#kit/random-id.ts';
import { addLanes } from '../../domain/edit/lane.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { useMapContext } from '../view/map-context.ts';
import { useStock } from './stock.ts';
import { useText } from './text.ts';

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;

type LaneSetItemsProps = {
  readonly map: JourneyMap;
  readonly act: (run: () => void) => () => void;
  readonly onKeep: () => void;
};

/** Lanes kept by the workspace: those this map does not have yet are added; those of this map can be kept. */
export function LaneSetItems({ map, act, onKeep }: LaneSetItemsProps) {
  const { view, editor } = useMapContext();
  const stock = useStock();
  const t = useText();
  if (!stock) return null;
  const sets = stock.laneSets.flatMap((set) => {
    const changes = addLanes(map, set.lanes, randomId);
    return changes.length === 0
      ? []
      : [{ set, changes, count: changes.filter(({ op }) => op === 'put').length }];
  });
  return (
    <>
      <Menu.Label>{t('sets.label')}</Menu.Label>
      {sets.map(({ set, changes, count }) => (
        <Menu.Item
          key={set.id}
          leftSection={<IconRowInsertBottom {...icon} />}
          onClick={act(() => {
            if (!editor.send(changes)) return;
            const laneId = changes.find(({ op }) => op === 'put')?.path[1];
            if (laneId) view.goTo({ at: 'lane', laneId });
          })}
        >
          {t('sets.add', { name: set.title, count })}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconBookmark {...icon} />} onClick={act(onKeep)}>
        {t('sets.keepThese')}
      </Menu.Item>
    </>
  );
}
