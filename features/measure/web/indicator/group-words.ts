import type { Count } from '#measure/domain/figures.ts';
import {
  type GroupFigure,
  type GroupPoint,
  type GroupTrend,
  newestOfGroup,
} from '#measure/domain/indicator/groups.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import { otherKey, undecidedKey } from '#measure/domain/measuring/split.ts';
import { detailText, figureText, type IndicatorSpeech, periodWords } from './words.ts';

type Named = Pick<Indicator, 'definition' | 'unit' | 'grain'>;

/** The name of a group, also of those that nobody named. */
export function groupName({ t }: IndicatorSpeech, { key, label }: Pick<GroupTrend, 'key' | 'label'>): string {
  if (label !== '') return label;
  return t(key === undecidedKey ? 'groups.undecided' : key === otherKey ? 'groups.others' : 'groups.unnamed');
}

export const isFew = (count: Count): boolean => typeof count !== 'number';

/** A figure of a group in a few words: of one to four people not even how many they are. */
export function groupFigureText(speech: IndicatorSpeech, indicator: Named, figure: GroupFigure): string {
  if (figure.is !== 'withheld') return figureText(speech, indicator, figure);
  const { n, minimum } = figure;
  return typeof n === 'number'
    ? figureText(speech, indicator, { is: 'withheld', n, minimum })
    : speech.t('groups.few');
}

/** "Inquiets : 52 % (entre 44 % et 60 % · n = 140)": a group in one period, and whether it is settled. */
function pointText(
  speech: IndicatorSpeech,
  indicator: Named,
  group: GroupTrend,
  point: GroupPoint | undefined,
): string {
  const { t } = speech;
  const named = { group: groupName(speech, group) };
  if (!point) return t('groups.said', { ...named, figure: t('figure.nobody') });
  const { figure } = point;
  const said = groupFigureText(speech, indicator, figure);
  return t('groups.said', {
    ...named,
    figure: figure.is === 'shown' ? `${said} (${detailText(speech, indicator, figure)})` : said,
  });
}

/** A group in its newest period that is over: "Inquiets, en octobre 2026 : 52 % (…)". */
export function groupSentence(speech: IndicatorSpeech, indicator: Named, group: GroupTrend): string {
  const newest = newestOfGroup(group);
  const said = pointText(speech, indicator, group, newest);
  return newest ? `${said}, ${periodWords(speech, indicator.grain, newest.from)}` : said;
}

/** A group in the period that begins on this day. */
export function groupSentenceOf(
  speech: IndicatorSpeech,
  indicator: Named,
  group: GroupTrend,
  from: string,
): string {
  const point = group.points.find((each) => each.from === from);
  const said = pointText(speech, indicator, group, point);
  return point?.state === 'unsettled' ? `${said}, ${speech.t('groups.unsettled')}` : said;
}
