// biome-ignore-all lint/a11y/useSemanticElements: a real table cannot be laid out as rows that skip themselves when out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus of the grid goes to the cells, heads and cards inside
import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useFormat } from '#ui/i18n.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Duration, Phase, Stage } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import type { GridColumn, GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { type Place, placeKey, stepIdOf } from '../view/place.ts';
import { useSpot } from '../view/spot.ts';
import { useView } from '../view/view-store.ts';
import frame from './canvas.module.css';
import cells from './cell.module.css';
import heads from './head.module.css';
import { MoreButton } from './more-button.tsx';
import { PlaceTitle } from './place-title.tsx';
import { peerProps, spotMarks } from './spot-marks.tsx';
import { SubMapMark } from './sub-map-mark.tsx';

/** Phases, stages and steps: three rows of column headers, always in sight. */
export const Head = memo(function Head({
  model,
  onAddStage,
}: {
  readonly model: GridModel;
  readonly onAddStage: () => void;
}) {
  const t = useText();
  const { phases } = model.outline;
  return (
    <div role="rowgroup" className={heads.head}>
      <div role="row" aria-rowindex={1} className={`${frame.row} ${heads.headRow}`}>
        <Corner label={t('map.phases')} />
        {phases.map((phase) => (
          <PhaseHead
            key={phase.id}
            id={phase.id}
            phase={phase.phase}
            column={phase.column}
            span={phase.span}
          />
        ))}
      </div>
      <div role="row" aria-rowindex={2} className={`${frame.row} ${heads.headRow}`}>
        <Corner label={t('map.stages')} />
        {phases.map((phase) =>
          phase.stages.length === 0 ? (
            <div
              key={phase.id}
              role="columnheader"
              aria-colindex={phase.column + 2}
              className={heads.stage}
              data-edge=""
            >
              <span className={heads.unnamed}>{t('map.noStage')}</span>
            </div>
          ) : (
            phase.stages.map(({ id, stage, column, span, steps }) => (
              <StageHead
                key={id}
                id={id}
                stage={stage}
                column={column}
                span={span}
                timed={steps.length !== 1 || steps[0]?.step.duration === null}
              />
            ))
          ),
        )}
        <div role="columnheader" aria-colindex={model.columns.length + 2} className={heads.tail}>
          <button
            type="button"
            tabIndex={-1}
            className={heads.add}
            aria-label={t('add.stage')}
            title={t('add.stage')}
            onClick={onAddStage}
          >
            <IconPlus size={16} stroke={1.8} aria-hidden="true" />
          </button>
        </div>
      </div>
      <div role="row" aria-rowindex={3} className={`${frame.row} ${heads.headRow}`}>
        <Corner label={t('map.steps')} />
        {model.columns.map((column, index) => (
          <StepHead key={column.key} column={column} index={index} first={index === 0} />
        ))}
      </div>
    </div>
  );
});

/** The corner over the lane titles: says what each of the three rows of heads holds. */
function Corner({ label }: { readonly label: string }) {
  return (
    <div role="columnheader" aria-colindex={1} className={frame.corner}>
      <VisuallyHidden>{label}</VisuallyHidden>
    </div>
  );
}

/** What every head is for the keyboard, the mouse and the others. */
function useHead(place: Place) {
  const key = placeKey(place);
  const spot = useSpot(key);
  const { here, tabIndex, standing, peer } = spot;
  return {
    here,
    marks: spotMarks(key, spot),
    props: { 'data-place': key, tabIndex, 'aria-selected': here, ...standing, ...peerProps(peer) },
  };
}

type Spanned = { readonly id: string; readonly column: number; readonly span: number };

const PhaseHead = memo(function PhaseHead({ id, phase, column, span }: Spanned & { readonly phase: Phase }) {
  const t = useText();
  const place: Place = { at: 'phase', phaseId: id };
  const { here, marks, props } = useHead(place);
  const fallback = t(`moment.${phase.moment}`);
  return (
    <div
      role="columnheader"
      aria-colindex={column + 2}
      aria-colspan={span}
      className={heads.phase}
      data-drag="phase"
      data-column={column}
      data-span={span}
      {...props}
      style={{ ...props.style, gridColumnEnd: `span ${span}` }}
    >
      <span className={heads.kept}>
        <PlaceTitle place={place} text={phase.name} fallback={fallback} named />
      </span>
      {here && <MoreButton place={place} name={phase.name || fallback} />}
      {marks}
    </div>
  );
});

type StageHeadProps = Spanned & {
  readonly stage: Stage;
  /** Its duration is not already said by its only step. */
  readonly timed: boolean;
};

const StageHead = memo(function StageHead({ id, stage, column, span, timed }: StageHeadProps) {
  const t = useText();
  const place: Place = { at: 'stage', stageId: id };
  const { here, marks, props } = useHead(place);
  return (
    <div
      role="columnheader"
      aria-colindex={column + 2}
      aria-colspan={span}
      className={heads.stage}
      data-edge=""
      data-drag="stage"
      data-column={column}
      data-span={span}
      {...props}
      style={{ ...props.style, gridColumnEnd: `span ${span}` }}
    >
      <span className={heads.kept}>
        <PlaceTitle place={place} text={stage.title} fallback={t('nothing.stage')} />
        {stage.duration && timed && <DurationText duration={stage.duration} />}
      </span>
      {stage.subMapId !== null && <SubMapMark mapId={stage.subMapId} />}
      {here && <MoreButton place={place} name={stage.title || t('nothing.stage')} />}
      {marks}
    </div>
  );
});

const StepHead = memo(function StepHead(props: {
  readonly column: GridColumn;
  readonly index: number;
  readonly first: boolean;
}) {
  const { column, index } = props;
  return column.stepId === null || column.step === null ? (
    <EmptyHead column={column} index={index} />
  ) : (
    <NamedStep stepId={column.stepId} step={column.step} index={index} edge={column.opensStage} />
  );
});

function NamedStep({
  stepId,
  step,
  index,
  edge,
}: {
  readonly stepId: string;
  readonly step: NonNullable<GridColumn['step']>;
  readonly index: number;
  readonly edge: boolean;
}) {
  const t = useText();
  const place: Place = { at: 'step', stepId };
  const { view } = useMapContext();
  const { here, marks, props } = useHead(place);
  const chosen = useView(view, (state) => stepIdOf(state.place) === stepId);
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      className={heads.step}
      data-chosen={chosen ? '' : undefined}
      data-edge={edge ? '' : undefined}
      data-drag="step"
      data-column={index}
      data-span={1}
      {...props}
    >
      <PlaceTitle
        place={place}
        text={step.title}
        fallback={t('nothing.step')}
        mark={
          step.momentOfTruth && (
            <span className={heads.truthMark} title={t('card.moment')}>
              <VisuallyHidden>{t('card.moment')}</VisuallyHidden>
            </span>
          )
        }
      />
      {step.duration && <DurationText duration={step.duration} />}
      {here && <MoreButton place={place} name={step.title || t('nothing.step')} />}
      {marks}
    </div>
  );
}

function EmptyHead({ column, index }: { readonly column: GridColumn; readonly index: number }) {
  const t = useText();
  const { editor } = useMapContext();
  const { stageId } = column;
  return (
    <div role="columnheader" aria-colindex={index + 2} className={heads.step} data-edge="">
      {stageId === null ? null : (
        <button type="button" className={cells.hintAdd} onClick={() => editor.addStep(stageId)}>
          <IconPlus size={13} stroke={1.8} aria-hidden="true" />
          {t('add.step')}
        </button>
      )}
    </div>
  );
}

function DurationText({ duration }: { readonly duration: Duration }) {
  const format = useFormat();
  return <span className={heads.duration}>{format.saidDuration(duration.value, duration.unit)}</span>;
}
