import { Menu } from '@mantine/core';
import { IconArrowsJoin, IconArrowsSplit, IconCopyPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { JourneyMap } from '../../domain/schema.ts';
import { useText as useMapText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import type { Place } from '../view/place.ts';
import { type Restructuring, restructure, restructurings } from '../view/structure-commands.ts';
import classes from './frame.module.css';
import { useText } from './text.ts';

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;
const icons: Readonly<Record<Restructuring, ReactNode>> = {
  merge: <IconArrowsJoin {...icon} />,
  split: <IconArrowsSplit {...icon} />,
  duplicate: <IconCopyPlus {...icon} />,
};
const keys: Readonly<Record<Restructuring, string>> = { merge: 'J', split: 'K', duplicate: 'D' };

type StructureItemsProps = {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly place: Place;
  readonly act: (run: () => void) => () => void;
};

/** Joining, cutting, duplicating: each offered only where it would change something. */
export function StructureItems({ map, model, place, act }: StructureItemsProps) {
  const { editor } = useMapContext();
  const t = useText();
  const words = useMapText();
  return restructurings.map((what) =>
    restructure({ map, model }, what, place, () => 'probe').changes.length === 0 ? null : (
      <Menu.Item
        key={what}
        leftSection={icons[what]}
        rightSection={<kbd className={classes.key}>{`${words('help.ctrlKey')} ${keys[what]}`}</kbd>}
        onClick={act(() => editor.restructure(place, what))}
      >
        {t.maybe(`${what}.${place.at}`)}
      </Menu.Item>
    ),
  );
}
