import type { GroupTrend } from '#measure/domain/indicator/groups.ts';
import type { Indicator } from '#measure/domain/indicator/indicator.ts';
import { cell, type Twin } from '../paths/twin.tsx';
import { groupFigureText, groupName, isFew } from './group-words.ts';
import { type IndicatorSpeech, periodWords, rangeText } from './words.ts';

/** The lines of all groups as one table: group by group, the newest period first. */
export function groupsTwin(
  speech: IndicatorSpeech,
  indicator: Indicator,
  groups: readonly GroupTrend[],
): Twin {
  const { t, format } = speech;
  return {
    caption: t('groups.caption', { name: indicator.name }),
    columns: [
      { key: 'group', header: t('groups.group'), names: true },
      { key: 'period', header: t('table.period') },
      { key: 'value', header: t('table.value'), figures: true },
      { key: 'interval', header: t('table.interval'), figures: true },
      { key: 'n', header: t('table.n'), figures: true },
      { key: 'state', header: t('table.state') },
    ],
    rows: groups.flatMap((group) =>
      group.points
        .toReversed()
        .map(({ from, state, undecided, figure }) => [
          cell(groupName(speech, group)),
          cell(periodWords(speech, indicator.grain, from), from),
          cell(groupFigureText(speech, indicator, figure), figure.is === 'shown' ? figure.value : ''),
          figure.is === 'shown'
            ? cell(rangeText(speech, indicator, figure), `${figure.low ?? ''}…${figure.high ?? ''}`)
            : cell(''),
          figure.is === 'none'
            ? cell('')
            : typeof figure.n === 'number'
              ? cell(format.integer(figure.n), figure.n)
              : cell(t('groups.few'), '<5'),
          cell(
            state === 'unsettled' && typeof undecided === 'number'
              ? t('state.unsettled', { count: undecided })
              : t(
                  state === 'unsettled' && isFew(undecided)
                    ? 'groups.unsettledFew'
                    : `state.${state === 'unsettled' ? 'over' : state}`,
                ),
            state,
          ),
        ]),
    ),
  };
}
