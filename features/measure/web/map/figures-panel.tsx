import type { JourneyMap } from '#journey/domain/schema.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { Explain } from '#ui/explain.tsx';
import figure from '#ui/figure.module.css';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { countOf, everyone, figuresOf, onlyAnswers, type Place } from '../place.ts';
import { useText } from '../text.ts';
import { comparedFor } from './comparison.ts';
import { ComparisonBars } from './comparison-bars.tsx';
import type { FigureRow } from './explanations.ts';
import { rowsOf } from './figure-rows.ts';
import classes from './figures-panel.module.css';
import { FreshnessLine } from './freshness-line.tsx';
import { groupLabel, headlineOf, sentenceOf } from './place-figures.ts';

type FiguresPanelProps = {
  readonly measure: MapMeasure;
  readonly map: JourneyMap;
  readonly place: Place;
  /** Key of the group looked at. */
  readonly group: string;
  /** Zone in which moments are told. */
  readonly zone: string;
  /**
   * `brief`: only the sentence and its range, as the selection has something else to say; `emotion`: with the measured
   * feeling and its formula.
   */
  readonly show?: 'all' | 'emotion' | 'brief';
};

/** What the data say of one place: a sentence, the groups compared, every figure with its explanation, how fresh it is. */
export function FiguresPanel({ measure, map, place, group, zone, show = 'all' }: FiguresPanelProps) {
  const t = useText();
  const format = useFormat(zone);
  const speech = { t, format };
  const figures = figuresOf(measure, place, group);
  const known = measure.groups.find(({ key }) => key === group);
  if (group !== everyone && known === undefined) {
    const name = map.personas[group]?.name || t('panel.unnamed');
    return <p className={classes.small}>{t('panel.noGroup', { group: name })}</p>;
  }
  if (figures === undefined)
    return show === 'brief' ? null : <p className={classes.small}>{t('sentence.nothing')}</p>;
  const view = { speech, measure, place, figures, group };
  const headline = headlineOf(figures);
  const said = headline === null ? null : sentenceOf(view, headline);
  const inProgress = countOf(figures.inProgress) ?? 0;
  return (
    <div className={classes.panel}>
      {known !== undefined && (
        <p className={classes.small}>{t('panel.groupAlone', { group: groupLabel(speech, known) })}</p>
      )}
      {said === null ? (
        <p className={classes.small}>{t('sentence.noEvents')}</p>
      ) : (
        <Sentence text={said.text} tone={said.tone} range={said.range} />
      )}
      {show === 'emotion' && <FigureList rows={rowsOf(view).filter(({ id }) => id === 'emotion')} />}
      {show === 'all' && (
        <>
          {headline !== null && (
            <ComparisonBars
              speech={speech}
              measure={measure}
              map={map}
              place={place}
              id={comparedFor(headline)}
            />
          )}
          <section className={classes.part}>
            <SectionTitle level={3}>{t('panel.allFigures')}</SectionTitle>
            <FigureList rows={rowsOf(view)} />
            {inProgress > 0 && !onlyAnswers(figures) && (
              <p className={classes.small}>
                {t('sentence.inProgress', { count: inProgress, said: format.integer(inProgress) })}
              </p>
            )}
          </section>
        </>
      )}
      <FreshnessLine speech={speech} measure={measure} figures={figures} />
    </div>
  );
}

/** Figures under one another, each one a button that opens what stands behind it. */
export function FigureList({ rows }: { readonly rows: readonly FigureRow[] }) {
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          <span className={classes.name}>{row.name}</span>
          <span className={`${classes.value} ${figure[row.tone]}`}>
            <Explain explanation={row.explanation}>{row.value === '' ? '—' : row.value}</Explain>
          </span>
          {row.detail !== '' && <span className={classes.detail}>{row.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
