import { Menu } from '@mantine/core';
import { IconArrowUpRight, IconClipboard, IconCopy, IconCopyPlus, IconCut } from '@tabler/icons-react';
import type { JourneyMap } from '../../domain/schema.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { type CellPlace, itemsIn } from '../view/place.ts';
import { useText } from './text.ts';

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;

type CopyItemsProps = {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly place: CellPlace;
  readonly act: (run: () => void) => () => void;
};

/** What the clipboard does with a card, a cell, or all that is chosen: the same as the keys, for the hand. */
export function CopyItems({ map, model, place, act }: CopyItemsProps) {
  const { editor } = useMapContext();
  const t = useText();
  const linked = place.itemId === null ? null : (map.cards[place.itemId]?.linkedCardId ?? null);
  const something = itemsIn(model, place.laneId, place.stepId).length > 0;
  const copy = (cut: boolean) => act(() => throughClipboard((clip) => editor.copy(place, clip, cut)));
  return (
    <>
      {linked !== null && (
        <Menu.Item leftSection={<IconArrowUpRight {...icon} />} onClick={act(() => editor.follow(linked))}>
          {t('link.follow')}
        </Menu.Item>
      )}
      {something && (
        <>
          <Menu.Item leftSection={<IconCopy {...icon} />} onClick={copy(false)}>
            {t('menu.copy')}
          </Menu.Item>
          <Menu.Item leftSection={<IconCut {...icon} />} onClick={copy(true)}>
            {t('menu.cut')}
          </Menu.Item>
        </>
      )}
      <Menu.Item
        leftSection={<IconClipboard {...icon} />}
        onClick={act(() => void editor.pasteByHand(place))}
      >
        {t('menu.paste')}
      </Menu.Item>
      {something && (
        <Menu.Item leftSection={<IconCopyPlus {...icon} />} onClick={act(() => editor.duplicate(place))}>
          {t('menu.duplicate')}
        </Menu.Item>
      )}
    </>
  );
}

/**
 * Has the browser copy what `fill` writes. Its own event is the only way to put a type of ours on the clipboard in
 * every browser.
 */
function throughClipboard(fill: (clip: DataTransfer) => void): void {
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    fill(event.clipboardData);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
}
