import { type CSSProperties, memo } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { saidIn } from '../../domain/duration.ts';
import { drawnLength, type TimeScale, type TimeSegment, timeBand } from '../../domain/time-band.ts';
import { useText as useMapText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { type Place, stepIdOf } from '../view/place.ts';
import { useView } from '../view/view-store.ts';
import classes from './frame.module.css';
import { useText } from './text.ts';
import { useTimeScale } from './use-time-scale.ts';

type TimeBandProps = { readonly model: GridModel };

/** The customer's time from end to end, above the map: how long each step lasts beside the others. */
export const TimeBand = memo(function TimeBand({ model }: TimeBandProps) {
  const t = useText();
  const format = useFormat();
  const [shown, show] = useTimeScale();
  const band = timeBand(model.outline);
  if (shown === 'hidden' || band.seconds === 0) return null;
  const said = (seconds: number) => {
    const { value, unit } = saidIn(seconds);
    return format.saidDuration(value, unit);
  };
  const other = shown === 'compact' ? 'proportional' : 'compact';
  return (
    <section className={classes.time} aria-label={t('time.label')}>
      <div className={classes.timeHead}>
        <span className={classes.timeTotal}>{t('time.total', { total: said(band.seconds) })}</span>
        {band.unsaid > 0 && <span>{t('time.unsaid', { count: band.unsaid })}</span>}
      </div>
      <div className={classes.phases}>
        {model.outline.phases.map(({ id, phase }) => (
          <PhaseTime
            key={id}
            name={phase.name}
            moment={phase.moment}
            segments={band.segments.filter(({ phaseId }) => phaseId === id)}
            scale={shown}
            model={model}
            said={said}
          />
        ))}
      </div>
      <button
        type="button"
        className={classes.scale}
        aria-label={`${t('time.scale')}, ${t(`time.${shown}`)}`}
        title={t('time.compactHint')}
        onClick={() => show(other)}
      >
        {t(`time.${shown}`)}
      </button>
    </section>
  );
}, sameTime);

/** A letter typed in a card changes no time: the band is drawn again only when a phase, a stage or a step has changed. */
function sameTime({ model: a }: TimeBandProps, { model: b }: TimeBandProps): boolean {
  const [before, after] = [a.outline, b.outline];
  return (
    a.columns === b.columns &&
    before.stages.length === after.stages.length &&
    before.stages.every(({ stage }, at) => stage === after.stages[at]?.stage) &&
    before.phases.every(({ phase }, at) => phase === after.phases[at]?.phase)
  );
}

type PhaseTimeProps = {
  readonly name: string;
  readonly moment: 'before' | 'during' | 'after';
  readonly segments: readonly TimeSegment[];
  readonly scale: TimeScale;
  readonly model: GridModel;
  readonly said: (seconds: number) => string;
};

function PhaseTime({ name, moment, segments, scale, model, said }: PhaseTimeProps) {
  const words = useMapText();
  const length = segments.reduce(
    (sum, { seconds }) => sum + (seconds === null ? 0 : drawnLength(seconds, scale)),
    0,
  );
  if (segments.length === 0) return null;
  return (
    <div
      className={classes.phaseTime}
      style={{ '--length': length, '--silent': segments.length } as CSSProperties}
    >
      <span className={classes.phaseName}>{name || words(`moment.${moment}`)}</span>
      <ol className={classes.segments}>
        {segments.map((segment) => (
          <Segment
            key={`${segment.stageId}-${segment.stepId}`}
            segment={segment}
            scale={scale}
            model={model}
            said={said}
          />
        ))}
      </ol>
    </div>
  );
}

type SegmentProps = {
  readonly segment: TimeSegment;
  readonly scale: TimeScale;
  readonly model: GridModel;
  readonly said: (seconds: number) => string;
};

function Segment({ segment, scale, model, said }: SegmentProps) {
  const { view } = useMapContext();
  const t = useText();
  const words = useMapText();
  const { stageId, stepId, seconds, shared } = segment;
  const here = useView(view, ({ place }) => stepId !== null && stepIdOf(place) === stepId);
  const stage = model.outline.stages.find(({ id }) => id === stageId)?.stage.title || words('nothing.stage');
  const step = stepId === null ? undefined : model.columns[model.columnOf.get(stepId) ?? -1]?.step;
  const name = step?.title || stage;
  const lasts = seconds === null ? '' : said(seconds);
  const what = seconds === null ? 'silent' : stepId === null ? 'between' : shared ? 'shared' : 'segment';
  const spoken = t(`time.${what}`, { name: what === 'between' ? stage : name, lasts });
  const place: Place = stepId === null ? { at: 'stage', stageId } : { at: 'step', stepId };
  return (
    <li
      className={classes.segment}
      data-silent={seconds === null ? '' : undefined}
      data-between={what === 'between' ? '' : undefined}
      data-here={here ? '' : undefined}
      style={{ '--length': seconds === null ? 0 : drawnLength(seconds, scale) } as CSSProperties}
    >
      {/* Not in the way of Tab: the same place is reached in the map below, by arrows. */}
      <button type="button" tabIndex={-1} title={spoken} aria-label={spoken} onClick={() => view.goTo(place)}>
        <span className={classes.stretch} />
        <span className={classes.lasts} aria-hidden="true">
          {lasts}
        </span>
      </button>
    </li>
  );
}
