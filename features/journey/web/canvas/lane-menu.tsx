import { Menu } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { editLane } from '../../domain/edit/lane.ts';
import type { JourneyMap, LaneType } from '../../domain/schema.ts';
import { LaneSetItems } from '../frame/lane-set-items.tsx';
import { LaneSetsDialog } from '../frame/lane-sets-dialog.tsx';
import { useText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { useView } from '../view/view-store.ts';
import { FloatingMenu } from './floating-menu.tsx';

/** The lanes a map can have, in the order a workshop needs them. */
const groups = {
  lives: ['actions', 'touchpoints', 'emotion', 'thoughts', 'feelings', 'key-questions', 'goals'],
  judges: ['pain-points', 'delights', 'expectations', 'moments-of-truth', 'opportunities', 'solutions'],
  company: ['employee-experience', 'brand-promise', 'front-office', 'back-office', 'support', 'stakeholders'],
  lines: ['line-of-interaction', 'line-of-visibility', 'line-of-internal-interaction'],
  data: ['figures', 'verbatims', 'data-collected'],
  more: ['social', 'sensory', 'emotional', 'media', 'text'],
} as const satisfies Record<string, readonly LaneType[]>;
const groupNames = ['lives', 'judges', 'company', 'lines', 'data', 'more'] as const;

type LaneMenuProps = { readonly map: JourneyMap; readonly model: GridModel };

/** Adds a lane of any type, or shows again one that is hidden. */
export function LaneMenu({ map, model }: LaneMenuProps) {
  const { view, editor } = useMapContext();
  const t = useText();
  const menu = useView(view, (state) => state.laneMenu);
  const [keeping, setKeeping] = useState(false);
  if (keeping) return <LaneSetsDialog map={map} onClose={() => setKeeping(false)} />;
  if (!menu) return null;
  const after = menu.after ?? model.outline.lanes.at(-1)?.[0];
  const about = menu.at === null && after !== undefined ? ({ at: 'lane', laneId: after } as const) : null;
  const close = () => {
    view.set({ laneMenu: null });
    const { place } = view.get();
    if (place) view.goTo(place);
  };
  const act = (run: () => void) => () => {
    view.set({ laneMenu: null });
    run();
  };
  return (
    <FloatingMenu at={menu.at} about={about} label={t('add.lane')} onClose={close}>
      {model.hidden.map(([laneId, lane]) => (
        <Menu.Item
          key={laneId}
          leftSection={<IconEye size={15} stroke={1.7} aria-hidden />}
          onClick={() => {
            view.set({ laneMenu: null });
            editor.send(editLane(map, laneId, { hidden: false }));
            view.goTo({ at: 'lane', laneId });
          }}
        >
          {t('menu.show', { name: lane.title || t(`lane.${lane.type}`) })}
        </Menu.Item>
      ))}
      {model.hidden.length > 0 && <Menu.Divider />}
      {groupNames.map((group) => (
        <div key={group}>
          <Menu.Label>{t(`laneGroup.${group}`)}</Menu.Label>
          {groups[group].map((type) => (
            <Menu.Item
              key={type}
              onClick={() => {
                view.set({ laneMenu: null });
                editor.addLane(type, after);
              }}
            >
              {t(`lane.${type}`)}
            </Menu.Item>
          ))}
        </div>
      ))}
      <LaneSetItems map={map} act={act} onKeep={() => setKeeping(true)} />
    </FloatingMenu>
  );
}
