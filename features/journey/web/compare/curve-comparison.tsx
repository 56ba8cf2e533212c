import { useState } from 'react';
import { Choice } from '#ui/choice.tsx';
import { useFormat } from '#ui/i18n.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { Sentence } from '#ui/sentence.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { CurveChange } from '../../domain/compare/curves.ts';
import { CurveLines } from '../picture/curve-lines.tsx';
import classes from './compare.module.css';
import { useText } from './text.ts';

type CurveComparisonProps = {
  readonly curves: readonly CurveChange[];
  /** What the two maps are called. */
  readonly before: string;
  readonly after: string;
};

/** The curve before and after, one persona at a time: as a picture, as sentences, and as a table for who hears it. */
export function CurveComparison({ curves, before, after }: CurveComparisonProps) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState(curves[0] ? keyOf(curves[0]) : '');
  const curve = curves.find((one) => keyOf(one) === chosen) ?? curves[0];
  if (!curve) return null;
  const several = new Set(curves.map(({ readings }) => readings.after)).size > 1;
  const name = (one: CurveChange) =>
    one.personaId === null ? t('curve.everyone') : one.name || t('untitled');
  const label = (one: CurveChange) =>
    several ? t(`curve.${one.readings.after}`, { name: name(one) }) : name(one);
  const colour = curve.colour === null ? 'var(--ink)' : `var(--persona-${curve.colour})`;
  const points = (side: 'before' | 'after') =>
    curve.steps.flatMap((step, at) => (step[side] === null ? [] : [{ at, value: step[side] }]));
  const said = (value: number) => format.signed(value, 1);
  return (
    <section className={classes.curve} aria-labelledby="compare-curve">
      <div className={classes.curveHead}>
        <SectionTitle id="compare-curve">{t('curve.title')}</SectionTitle>
        {curves.length > 1 && (
          <Choice
            label={t('curve.who')}
            options={curves.map((one) => ({
              value: keyOf(one),
              label: label(one),
              ...(one.colour === null ? {} : { dot: `var(--persona-${one.colour})` }),
            }))}
            value={keyOf(curve)}
            onChange={setChosen}
          />
        )}
      </div>
      <Sentences curve={curve} said={said} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset never shrinks under its content, so it would not scroll */}
      <div
        className={classes.picture}
        role="group"
        aria-label={t('curve.table')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <div className={classes.columns} style={{ '--columns': curve.steps.length } as React.CSSProperties}>
          <div className={classes.lines}>
            <CurveLines
              columns={curve.steps.length}
              gaps={curve.steps.flatMap((step, at) =>
                step.before === null || step.after === null || step.before === step.after
                  ? []
                  : [{ at, from: step.before, to: step.after }],
              )}
              lines={[
                { key: 'before', points: points('before'), colour: 'var(--muted)', dashed: true },
                { key: 'after', points: points('after'), colour },
              ]}
            />
          </div>
          <ul className={classes.steps} aria-hidden="true">
            {curve.steps.map(({ stepId, title }) => (
              <li key={stepId}>{title || t('untitled')}</li>
            ))}
          </ul>
        </div>
        <VisuallyHidden>
          <CurveTable curve={curve} before={before} after={after} said={said} />
        </VisuallyHidden>
      </div>
      <ul className={classes.legend} aria-hidden="true">
        <li>
          <i style={{ borderTopColor: 'var(--muted)', borderTopStyle: 'dashed' }} />
          {t(`curve.${curve.readings.before}`, { name: before })}
        </li>
        <li>
          <i style={{ borderTopColor: colour }} />
          {t(`curve.${curve.readings.after}`, { name: after })}
        </li>
      </ul>
    </section>
  );
}

function Sentences({
  curve,
  said,
}: {
  readonly curve: CurveChange;
  readonly said: (value: number) => string;
}) {
  const t = useText();
  const { mean, mostGained, mostLost, changed } = curve;
  if (!changed) return <p className={classes.small}>{t('curve.same')}</p>;
  const ends = (step: CurveChange['steps'][number]) => ({
    step: step.title || t('untitled'),
    before: said(step.before ?? 0),
    after: said(step.after ?? 0),
  });
  // What is wanted is not lived yet: it is not told as if it were.
  const wanted = curve.readings.before !== curve.readings.after;
  const moved = mean !== null && said(mean.before) !== said(mean.after);
  const sentence = wanted ? 'curve.meanWanted' : moved ? 'curve.mean' : 'curve.meanStays';
  return (
    <div className={classes.said}>
      {mean === null ? (
        <p>{t('curve.noMean')}</p>
      ) : (
        <Sentence
          text={t(sentence, {
            before: said(mean.before),
            after: said(mean.after),
          })}
          tone={!moved ? 'neutral' : mean.after > mean.before ? 'positive' : 'negative'}
          range={t('curve.meanRange', { count: mean.steps })}
        />
      )}
      {mostGained && <p>{t('curve.gained', ends(mostGained))}</p>}
      {mostLost && <p>{t('curve.lost', ends(mostLost))}</p>}
    </div>
  );
}

function CurveTable({
  curve,
  before,
  after,
  said,
}: CurveComparisonWords & { readonly curve: CurveChange; readonly said: (value: number) => string }) {
  const t = useText();
  const cell = (value: number | null) => (value === null ? t('curve.nothing') : said(value));
  return (
    <table>
      <caption>{t('curve.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('curve.step')}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {curve.steps.map((step) => (
          <tr key={step.stepId}>
            <th scope="row">{step.title || t('untitled')}</th>
            <td>{cell(step.before)}</td>
            <td>{cell(step.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CurveComparisonWords = Pick<CurveComparisonProps, 'before' | 'after'>;

const keyOf = ({ personaId, readings }: CurveChange): string => `${readings.after}_${personaId ?? 'all'}`;
