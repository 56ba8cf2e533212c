import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconEyeOff,
  IconFold,
  IconMessage,
  IconPaperclip,
  IconPencil,
  IconPlus,
  IconSitemap,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { editCard } from '../../domain/edit/card.ts';
import { editLane } from '../../domain/edit/lane.ts';
import { editStep } from '../../domain/edit/step.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { useAttach } from '../frame/attach.ts';
import { ReadingItems } from '../frame/reading-items.tsx';
import { StructureItems } from '../frame/structure-items.tsx';
import { useText as useFrameText } from '../frame/text.ts';
import { useText as useTalkText } from '../talk/text.ts';
import { useText } from '../text.ts';
import { CopyItems } from '../tools/copy-items.tsx';
import type { GridModel } from '../view/grid-model.ts';
import type { Direction } from '../view/keyboard.ts';
import { moveBy } from '../view/map-commands.ts';
import { useMapContext } from '../view/map-context.ts';
import { kindOf } from '../view/notice.ts';
import type { Place } from '../view/place.ts';
import { useView } from '../view/view-store.ts';
import { FloatingMenu } from './floating-menu.tsx';

const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;
const directions: readonly [Direction, ReactNode][] = [
  ['left', <IconArrowLeft key="left" {...icon} />],
  ['right', <IconArrowRight key="right" {...icon} />],
  ['up', <IconArrowUp key="up" {...icon} />],
  ['down', <IconArrowDown key="down" {...icon} />],
];

type PlaceMenuProps = { readonly map: JourneyMap; readonly model: GridModel };

/** What can be done with the thing under the hand: the same as the keyboard and dragging do, in words. */
export function PlaceMenu({ map, model }: PlaceMenuProps) {
  const { view } = useMapContext();
  const menu = useView(view, (state) => state.menu);
  return (
    menu && <OpenPlaceMenu key={menu.at?.x ?? 0} map={map} model={model} place={menu.place} at={menu.at} />
  );
}

function OpenPlaceMenu({
  map,
  model,
  place,
  at,
}: PlaceMenuProps & { readonly place: Place; readonly at: { x: number; y: number } | null }) {
  const { view, editor, openMap } = useMapContext();
  const t = useText();
  const talk = useTalkText();
  const frame = useFrameText();
  const attach = useAttach();
  const close = () => {
    const stillThere = view.get().menu?.place === place;
    view.set({ menu: null });
    // An action may have led elsewhere: only a menu closed without doing anything gives the focus back.
    if (stillThere && view.get().editing === null) view.goTo(view.get().place ?? place);
  };
  const act = (run: () => void) => () => {
    view.set({ menu: null });
    // First where it was asked: an action that leads nowhere must not lose the focus with the menu.
    view.goTo(place, { keep: true });
    run();
  };
  const lane = place.at === 'lane' ? map.lanes[place.laneId] : undefined;
  const step = place.at === 'step' ? map.steps[place.stepId] : undefined;
  const card = place.at === 'cell' && place.itemId !== null ? map.cards[place.itemId] : undefined;
  const emptyCell = place.at === 'cell' && place.itemId === null;
  const subMapId = place.at === 'stage' ? (map.stages[place.stageId]?.subMapId ?? null) : null;
  const fixed = map.structureLocked && place.at !== 'cell';
  return (
    <FloatingMenu at={at} about={place} label={t('menu.open', { name: '' })} onClose={close}>
      {fixed && <Menu.Label>{talk('lock.locked')}</Menu.Label>}
      {!emptyCell && !fixed && (
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={act(() => editor.edit(place))}>
          {t(place.at === 'cell' ? 'menu.edit' : 'menu.rename')}
        </Menu.Item>
      )}
      {!fixed && <AddItem model={model} place={place} act={act} />}
      {place.at === 'stage' && !fixed && (
        <Menu.Item leftSection={<IconPlus {...icon} />} onClick={act(() => editor.addStep(place.stageId))}>
          {t('menu.addFirstStep')}
        </Menu.Item>
      )}
      {directions.map(([direction, drawn]) =>
        fixed || moveBy({ map, model }, place, direction).changes.length === 0 ? null : (
          <Menu.Item key={direction} leftSection={drawn} onClick={act(() => editor.move(place, direction))}>
            {t(`menu.${direction}`)}
          </Menu.Item>
        ),
      )}
      {(place.at === 'cell' || place.at === 'lane') && kindOf(model, place.laneId) === 'emotion' && (
        <ReadingItems act={act} />
      )}
      {place.at === 'cell' && kindOf(model, place.laneId) === 'cards' && attach && (
        <Menu.Item leftSection={<IconPaperclip {...icon} />} onClick={act(() => attach.choose(place))}>
          {frame(card?.mediaId ? 'media.replace' : 'media.join')}
        </Menu.Item>
      )}
      {place.at === 'cell' && holdsItems(kindOf(model, place.laneId)) && (
        <CopyItems map={map} model={model} place={place} act={act} />
      )}
      {!fixed && <StructureItems map={map} model={model} place={place} act={act} />}
      {place.at === 'lane' && lane && (
        <>
          <Menu.Item
            leftSection={<IconFold {...icon} />}
            onClick={act(() => editor.send(editLane(map, place.laneId, { folded: !lane.folded })))}
          >
            {t(lane.folded ? 'menu.unfold' : 'menu.fold')}
          </Menu.Item>
          {!fixed && (
            <Menu.Item
              leftSection={<IconEyeOff {...icon} />}
              onClick={act(() => editor.send(editLane(map, place.laneId, { hidden: true })))}
            >
              {t('menu.hide')}
            </Menu.Item>
          )}
        </>
      )}
      {subMapId !== null && openMap && (
        <Menu.Item leftSection={<IconSitemap {...icon} />} onClick={act(() => openMap(subMapId))}>
          {talk('openSubMap')}
        </Menu.Item>
      )}
      {place.at !== 'phase' && (
        <Menu.Item leftSection={<IconMessage {...icon} />} onClick={act(() => editor.comment(place))}>
          {t('help.comment')}
        </Menu.Item>
      )}
      {(step || card) && (
        <Menu.CheckboxItem
          checked={(step ?? card)?.momentOfTruth ?? false}
          onChange={act(() => {
            if (place.at === 'step' && step) {
              editor.send(editStep(map, place.stepId, { momentOfTruth: !step.momentOfTruth }));
            } else if (place.at === 'cell' && card && place.itemId !== null) {
              editor.send(editCard(map, place.itemId, { momentOfTruth: !card.momentOfTruth }));
            }
          })}
        >
          {t('menu.moment')}
        </Menu.CheckboxItem>
      )}
      {!emptyCell && !fixed && (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash {...icon} />} onClick={act(() => editor.remove(place))}>
            {t('menu.delete')}
          </Menu.Item>
        </>
      )}
    </FloatingMenu>
  );
}

const holdsItems = (kind: ReturnType<typeof kindOf>): boolean => kind === 'cards' || kind === 'touchpoints';

const additions = {
  phase: 'menu.addPhase',
  stage: 'menu.addStage',
  step: 'menu.addStep',
  lane: 'add.laneBelow',
} as const;

function AddItem({
  model,
  place,
  act,
}: {
  readonly model: GridModel;
  readonly place: Place;
  readonly act: (run: () => void) => () => void;
}) {
  const { editor } = useMapContext();
  const t = useText();
  if (place.at !== 'cell') {
    return (
      <Menu.Item leftSection={<IconPlus {...icon} />} onClick={act(() => editor.add(place))}>
        {t(additions[place.at])}
      </Menu.Item>
    );
  }
  const kind = kindOf(model, place.laneId);
  const words = {
    cards: place.itemId === null ? 'add.card' : 'menu.addCard',
    touchpoints: place.itemId === null ? 'add.touchpoint' : 'menu.addTouchpoint',
    emotion: 'emotion.add',
  } as const;
  if (kind !== 'cards' && kind !== 'touchpoints' && kind !== 'emotion') return null;
  return (
    <Menu.Item leftSection={<IconPlus {...icon} />} onClick={act(() => editor.add(place))}>
      {t(words[kind])}
    </Menu.Item>
  );
}
