import { useState } from 'react';
import type { TouchpointsAnswer } from '#measure/domain/impact/answer.ts';
import type { TouchpointFigure } from '#measure/domain/impact/touchpoints.ts';
import { everyoneKey } from '#measure/domain/measuring/split.ts';
import { Button } from '#ui/button.tsx';
import { type Column, PlainTable } from '#ui/plain-table.tsx';
import { Explained } from '../paths/explained.tsx';
import classes from '../paths/paths.module.css';
import { cell, type Twin } from '../paths/twin.tsx';
import { basisWords, quoted } from '../paths/view.ts';
import { PictureFigure } from '../picture-figure.tsx';
import { countOf, shown } from '../place.ts';
import { type SortKey, sortKeys } from './address.ts';
import { figureRange, figureText, tellableFigures, withheldText } from './figure-cells.ts';
import { Redundant } from './redundant.tsx';
import type { ImpactView, TabProps } from './view.ts';
import { WhiskerPicture } from './whisker-picture.tsx';

/** Places drawn; all of them are in the table. */
const most = 15;

type ShownTouchpointsProps = TabProps & {
  readonly answer: TouchpointsAnswer;
  readonly goal: string | undefined;
  readonly stay: number;
};
type Row = { readonly key: string; readonly figures: TouchpointsAnswer['places'][number]['figures'][string] };

/** Every place with its figures, in the order of any of them. */
export function ShownTouchpoints({ view, whole, answer, goal, stay }: ShownTouchpointsProps) {
  const { t, own, onOwn, paths } = view;
  const [table, setTable] = useState(true);
  const { basis, places } = answer;
  const figures = tellableFigures(answer, goal);
  const rows = places.flatMap(({ key, figures: own }): Row[] => {
    const all = own[everyoneKey];
    return all ? [{ key, figures: all }] : [];
  });
  const sort = own.sort ?? 'journeys';
  const sorted = rows.toSorted((a, b) => {
    const [one, other] = [numberOf(a, sort), numberOf(b, sort)];
    // What cannot be told comes last, whichever way.
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return own.upwards === true ? one - other : other - one;
  });
  const header = (key: SortKey): Column<Row> => ({
    key,
    figures: true,
    sorted: sort === key ? (own.upwards === true ? 'ascending' : 'descending') : 'none',
    header: (
      <Button
        look="quiet"
        onClick={() =>
          onOwn({
            sort: key === 'journeys' ? undefined : key,
            upwards: sort === key && own.upwards !== true ? true : undefined,
          })
        }
      >
        {headerWords(view, key, goal, stay)}
        {sort === key && <Wedge upwards={own.upwards === true} />}
      </Button>
    ),
    cell: ({ key: place, figures: row }) => {
      if (key === 'journeys' || key === 'passages') {
        const count = countOf(row[key]);
        return count === null ? t('fewHidden') : paths.format.integer(count);
      }
      // Nobody can still reach the goal where the goal is.
      if (key === 'conversion' && place === goal) return '–';
      const estimate = row[key];
      if (estimate.withheld) return withheldText(view, estimate);
      return (
        <>
          {figureText(paths.format, key, estimate.value)}
          <br />
          <small className={classes.muted}>{figureRange(view, key, estimate)}</small>
        </>
      );
    },
  });
  const keys = sortKeys.filter((key) => key === 'journeys' || key === 'passages' || figures.includes(key));
  const twin = twinOf(view, sorted, figures, goal, stay);
  // Drawn by the figure the table is sorted by; counts have no interval to draw.
  const drawn = sort === 'journeys' || sort === 'passages' ? 'reach' : sort;
  const told = sorted.flatMap(({ key, figures: row }) => {
    const estimate = shown(row[drawn]);
    if (!estimate || (drawn === 'conversion' && key === goal)) return [];
    const text = figureText(paths.format, drawn, estimate.value);
    return [
      {
        key,
        label: paths.label(key),
        ...estimate,
        text,
        spoken: `${paths.label(key)}\u202f: ${text} (${figureRange(view, drawn, estimate)}), n = ${paths.format.integer(estimate.n)}`,
      },
    ];
  });
  const [first] = rows.toSorted(
    (a, b) => (countOf(b.figures.journeys) ?? 0) - (countOf(a.figures.journeys) ?? 0),
  );
  const reach = shown(first?.figures.reach);
  return (
    <div className={classes.stack}>
      <Explained
        view={paths}
        basis={basis}
        whole={whole}
        title={t('touchpoints.caption')}
        text={
          first && reach
            ? t('touchpoints.sentence', {
                place: quoted(paths, paths.label(first.key)),
                people: paths.format.outOf(reach.value),
              })
            : t('touchpoints.caption')
        }
        definition={t('touchpoints.definition', { days: stay })}
        method={t('touchpoints.method')}
      />
      <PictureFigure
        name={basis.sourceName}
        simulated={basis.simulated}
        facts={basisWords(paths, basis, whole)}
        notes={[
          ...(table
            ? [t('touchpoints.hint')]
            : [t('touchpoints.drawn', { figure: t(`groups.of.${drawn}`) })]),
          ...(!table && told.length > most ? [t('more', { count: told.length - most })] : []),
          t('notCause'),
        ]}
        twin={twin}
        table={table}
        onTable={setTable}
        sheet={
          <PlainTable
            caption={t('touchpoints.caption')}
            columns={[
              { key: 'place', header: t('placeHead'), names: true, cell: ({ key }) => paths.label(key) },
              ...keys.map(header),
            ]}
            rows={sorted}
            rowKey={({ key }) => key}
          />
        }
      >
        {told.length > 0
          ? (width) => <WhiskerPicture rows={told.slice(0, most)} width={width} caption={twin.caption} />
          : undefined}
      </PictureFigure>
      <Redundant view={view} answer={answer} />
    </div>
  );
}

/** Which way a column is sorted, beside its heading; said to a screen reader by the heading itself. */
function Wedge({ upwards }: { readonly upwards: boolean }) {
  return (
    <svg width={9} height={7} viewBox="0 0 9 7" aria-hidden="true">
      <path d={upwards ? 'M0 7h9l-4.5 -7z' : 'M0 0h9l-4.5 7z'} fill="currentColor" />
    </svg>
  );
}

function numberOf({ figures }: Row, key: SortKey): number | null {
  if (key === 'journeys' || key === 'passages') return countOf(figures[key]);
  return shown(figures[key])?.value ?? null;
}

function headerWords({ t }: ImpactView, key: SortKey, goal: string | undefined, days: number): string {
  if (key === 'journeys') return t('journeysHead');
  if (key === 'passages') return t('passagesHead');
  return t(`touchpoints.head.${key}`, { days, goal: goal ?? '' });
}

function twinOf(
  view: ImpactView,
  rows: readonly Row[],
  figures: readonly TouchpointFigure[],
  goal: string | undefined,
  stay: number,
): Twin {
  const { t, paths } = view;
  return {
    caption: t('touchpoints.caption'),
    columns: [
      { key: 'place', header: t('placeHead') },
      { key: 'passages', header: t('passagesHead') },
      { key: 'journeys', header: t('journeysHead') },
      ...figures.flatMap((figure) => {
        const header = headerWords(view, figure, goal, stay);
        return [
          { key: figure, header },
          { key: `${figure}-low`, header: `${header}, ${t('lowHead')}` },
          { key: `${figure}-high`, header: `${header}, ${t('highHead')}` },
          { key: `${figure}-n`, header: `${header}, n` },
        ];
      }),
    ],
    rows: rows.map(({ key, figures: row }) => [
      cell(paths.label(key)),
      cell('', countOf(row.passages) ?? ''),
      cell('', countOf(row.journeys) ?? ''),
      ...figures.flatMap((figure) => {
        const told = shown(row[figure]);
        return told
          ? [told.value, told.low, told.high, told.n].map((value) => cell('', value))
          : [cell(''), cell(''), cell(''), cell('')];
      }),
    ]),
  };
}
