import { part } from '../../domain/dependents.ts';
import type { Remark } from '../../domain/review/remark.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import type { useText } from './text.ts';

type Words = ReturnType<typeof useText>;

/** Where a remark points, as the reader knows it: the words written there, and in which step. */
export type PlaceWords = {
  readonly main: string;
  readonly where: string;
  /** Index of the colour of a persona. */
  readonly colour: number | null;
  /** A channel, for its icon. */
  readonly channel: string | null;
};

/** `channelName` says a known channel in the reader's language. */
export function placeWords(
  map: JourneyMap,
  { rule, finding, about, params, detail }: Remark,
  t: Words,
  channelName: (channel: string) => string,
): PlaceWords {
  const plain = { where: '', colour: null, channel: null };
  const inStep = (step: string) => (step === '' ? '' : t('inStep', { step }));
  const [first] = about;
  if (rule === 'expectation-unanswered' && finding === 'dropped') {
    const step = first ? stepTitle(map, first.id) : '';
    return { ...plain, main: String(params.text) || t('nothing.card'), where: inStep(step) };
  }
  if (!first) return { ...plain, main: t('wholeMap') };
  switch (first.part) {
    case 'stages':
      return { ...plain, main: part(map, 'stages', first.id)?.title || t('nothing.stage') };
    case 'steps':
      return { ...plain, main: stepTitle(map, first.id) || t('nothing.step') };
    case 'personas': {
      const persona = part(map, 'personas', first.id);
      return { ...plain, main: persona?.name || t('nothing.persona'), colour: persona?.colour ?? null };
    }
    case 'objectives':
      return { ...plain, main: part(map, 'objectives', first.id)?.text || t('nothing.objective') };
    case 'cards': {
      const card = part(map, 'cards', first.id);
      return {
        ...plain,
        main: plainText(card?.text ?? '') || t('nothing.card'),
        where: card ? inStep(stepTitle(map, card.stepId)) : '',
      };
    }
    case 'touchpoints': {
      const touchpoint = part(map, 'touchpoints', first.id);
      const step = touchpoint ? stepTitle(map, touchpoint.stepId) : '';
      if (rule === 'channel-lost-after-purchase') {
        const where = step === '' ? '' : t('lastSeen', { step });
        return { ...plain, main: channelName(detail), where, channel: detail };
      }
      const names = about.map(({ id }) => part(map, 'touchpoints', id)?.title || t('nothing.touchpoint'));
      return { ...plain, main: names.join(' · '), where: inStep(step) };
    }
    case 'emotions': {
      const point = part(map, 'emotions', first.id);
      return {
        ...plain,
        main: point ? stepTitle(map, point.stepId) || t('nothing.step') : '',
        where: String(params.names ?? ''),
      };
    }
    default:
      return { ...plain, main: t('wholeMap') };
  }
}

/** A step without title is known by its stage. */
function stepTitle(map: JourneyMap, stepId: string): string {
  const step = part(map, 'steps', stepId);
  return step ? step.title || (part(map, 'stages', step.stageId)?.title ?? '') : '';
}
