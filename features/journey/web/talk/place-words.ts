import { useCallback } from 'react';
import { useText as useUiText } from '#ui/text.ts';
import type { MapReference } from '../../domain/reference.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { useText as useMapText } from '../text.ts';
import { useText } from './text.ts';

const most = 60;

/** Names a place of the map as a reader would: "Irritants · J'attends · « Aucune nouvelle pendant… »". */
export function usePlaceWords(map: JourneyMap): (reference: MapReference) => string {
  const t = useMapText();
  const talk = useText();
  const ui = useUiText();
  return useCallback(
    (reference) => {
      const stage = (id: string) => map.stages[id]?.title || t('nothing.stage');
      const step = (id: string) => map.steps[id]?.title || t('nothing.step');
      const lane = (id: string) => {
        const found = map.lanes[id];
        return found ? found.title || t(`lane.${found.type}`) : '';
      };
      switch (reference.at) {
        case 'stage':
          return stage(reference.stageId);
        case 'step':
          return step(reference.stepId);
        case 'lane':
          return lane(reference.laneId);
        case 'phase': {
          const phase = map.phases[reference.phaseId];
          return phase ? phase.name || t(`moment.${phase.moment}`) : '';
        }
        case 'cell': {
          const { laneId, stepId, itemId } = reference;
          const touchpoint = itemId === null ? undefined : map.touchpoints[itemId];
          const card = itemId === null ? undefined : map.cards[itemId];
          const said =
            itemId === null
              ? undefined
              : ((card && plainText(card.text)) ??
                (touchpoint &&
                  (touchpoint.title || (ui.maybe(`channel.${touchpoint.channel}`) ?? touchpoint.channel))));
          const words = [lane(laneId), step(stepId)];
          return said ? [...words, talk('quoted', { text: shortened(said) })].join(' · ') : words.join(' · ');
        }
        default:
          return talk('map');
      }
    },
    [map, t, talk, ui],
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', most) > 0 ? line.lastIndexOf(' ', most) : most)}…`;
}
