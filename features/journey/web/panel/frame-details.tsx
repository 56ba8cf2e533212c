import { Select, Switch } from '@mantine/core';
import { useFormat } from '#ui/i18n.ts';
import { inSeconds, saidIn } from '../../domain/duration.ts';
import { editLane } from '../../domain/edit/lane.ts';
import { editPhase } from '../../domain/edit/phase.ts';
import { editStage, moveStage } from '../../domain/edit/stage.ts';
import { editStep } from '../../domain/edit/step.ts';
import {
  type JourneyMap,
  type Lane,
  laneTypes,
  moments,
  type Phase,
  type Stage,
  type Step,
} from '../../domain/schema.ts';
import { LaneColour } from '../frame/lane-colour.tsx';
import { LaneFigures } from '../frame/lane-figures.tsx';
import { useText as useFrameText } from '../frame/text.ts';
import { useText } from '../text.ts';
import { type GridModel, rowKind } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { EvidenceText } from './evidence-list.tsx';
import { DurationField, LiveField, Section } from './fields.tsx';
import classes from './panel.module.css';

type MapProps = { readonly map: JourneyMap };

export function PhaseDetails({ map, phaseId, phase }: MapProps & { phaseId: string; phase: Phase }) {
  const { editor } = useMapContext();
  const t = useText();
  return (
    <>
      <LiveField
        key={phaseId}
        label={t('panel.name')}
        unlabelled
        large
        value={phase.name}
        placeholder={t(`moment.${phase.moment}`)}
        readOnly={map.structureLocked}
        onText={(name) => editor.send(editPhase(map, phaseId, { name }))}
      />
      <Select
        label={t('panel.phaseMoment')}
        size="xs"
        allowDeselect={false}
        data={moments.map((moment) => ({ value: moment, label: t(`moment.${moment}`) }))}
        value={phase.moment}
        disabled={map.structureLocked}
        onChange={(value) => {
          const moment = moments.find((known) => known === value);
          if (moment) editor.send(editPhase(map, phaseId, { moment }));
        }}
      />
    </>
  );
}

type StageDetailsProps = MapProps & {
  readonly model: GridModel;
  readonly stageId: string;
  readonly stage: Stage;
};

export function StageDetails({ map, model, stageId, stage }: StageDetailsProps) {
  const { editor } = useMapContext();
  const t = useText();
  const frame = useFrameText();
  const phases = model.outline.phases.map(({ id, phase }) => ({
    value: id,
    label: phase.name || t(`moment.${phase.moment}`),
  }));
  return (
    <>
      <LiveField
        key={`${stageId}-title`}
        label={t('panel.title')}
        value={stage.title}
        placeholder={t('nothing.stage')}
        readOnly={map.structureLocked}
        onText={(title) => editor.send(editStage(map, stageId, { title }))}
      />
      <Section title={t('panel.stageGoals')}>
        <LiveField
          key={`${stageId}-goals`}
          label={t('panel.stageGoals')}
          unlabelled
          value={stage.goals}
          onText={(goals) => editor.send(editStage(map, stageId, { goals }))}
        />
      </Section>
      <Section title={t('panel.promise')}>
        <LiveField
          key={`${stageId}-promise`}
          label={t('panel.promise')}
          unlabelled
          value={stage.promise}
          onText={(promise) => editor.send(editStage(map, stageId, { promise }))}
        />
      </Section>
      <Section title={t('panel.duration')}>
        <DurationField
          value={stage.duration}
          onChange={(duration) => editor.send(editStage(map, stageId, { duration }))}
        />
        <StepsLast model={model} stageId={stageId} />
      </Section>
      <Section title={frame('notes.title')}>
        <LiveField
          key={`${stageId}-notes`}
          label={frame('notes.title')}
          unlabelled
          value={stage.notes}
          onText={(notes) => editor.send(editStage(map, stageId, { notes }))}
        />
        <p className={classes.hint}>{frame('notes.hint')}</p>
      </Section>
      <Section title={t('panel.phase')}>
        <Select
          aria-label={t('panel.phase')}
          size="xs"
          allowDeselect={false}
          data={phases}
          value={stage.phaseId}
          disabled={map.structureLocked}
          onChange={(phaseId) => phaseId && editor.send(moveStage(map, { stageId, phaseId }))}
        />
      </Section>
    </>
  );
}

/** What the steps of a stage say together, beside what is said of the whole. */
function StepsLast({ model, stageId }: { readonly model: GridModel; readonly stageId: string }) {
  const frame = useFrameText();
  const format = useFormat();
  const stage = model.outline.stages.find(({ id }) => id === stageId);
  const seconds = (stage?.steps ?? []).reduce(
    (sum, { step }) => sum + (step.duration ? inSeconds(step.duration) : 0),
    0,
  );
  if (seconds === 0) return null;
  const { value, unit } = saidIn(seconds);
  return <p className={classes.hint}>{frame('time.ofSteps', { total: format.saidDuration(value, unit) })}</p>;
}

export function StepDetails({ map, stepId, step }: MapProps & { stepId: string; step: Step }) {
  const { editor } = useMapContext();
  const t = useText();
  return (
    <>
      <LiveField
        key={stepId}
        label={t('panel.title')}
        value={step.title}
        placeholder={t('nothing.step')}
        readOnly={map.structureLocked}
        onText={(title) => editor.send(editStep(map, stepId, { title }))}
      />
      <Section title={t('panel.duration')}>
        <DurationField
          value={step.duration}
          onChange={(duration) => editor.send(editStep(map, stepId, { duration }))}
        />
        <Switch
          size="xs"
          label={t('panel.moment')}
          description={t('panel.momentHint')}
          checked={step.momentOfTruth}
          onChange={(event) =>
            editor.send(editStep(map, stepId, { momentOfTruth: event.currentTarget.checked }))
          }
        />
        {step.momentOfTruth && <MomentEvidence map={map} stepId={stepId} />}
      </Section>
    </>
  );
}

/** What says that the step is a moment of truth: the evidence of its cards that are marked so. */
function MomentEvidence({ map, stepId }: MapProps & { readonly stepId: string }) {
  const t = useText();
  const evidence = Object.values(map.cards).flatMap((card) =>
    card.stepId === stepId && card.momentOfTruth ? card.evidence : [],
  );
  if (evidence.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('panel.momentEvidence')}>
      {evidence.map((one) => (
        <li key={one.label} className={classes.hint}>
          <EvidenceText evidence={one} />
        </li>
      ))}
    </ul>
  );
}

export function LaneDetails({ map, laneId, lane }: MapProps & { laneId: string; lane: Lane }) {
  const { editor } = useMapContext();
  const t = useText();
  const name = t(`lane.${lane.type}`);
  // A lane that holds cards may change among the lanes of cards; the drawn ones are what they are.
  const types = laneTypes.filter((type) => rowKind(type) === 'cards');
  return (
    <>
      <LiveField
        key={laneId}
        label={t('panel.laneTitle')}
        unlabelled
        large
        value={lane.title}
        placeholder={name}
        readOnly={map.structureLocked}
        onText={(title) => editor.send(editLane(map, laneId, { title }))}
      />
      {lane.title !== '' && <p className={classes.hint}>{name}</p>}
      {rowKind(lane.type) === 'cards' && (
        <Section title={t('panel.laneType')}>
          <Select
            aria-label={t('panel.laneType')}
            size="xs"
            allowDeselect={false}
            searchable
            data={types.map((type) => ({ value: type, label: t(`lane.${type}`) }))}
            value={lane.type}
            disabled={map.structureLocked}
            onChange={(value) => {
              const type = types.find((known) => known === value);
              if (type) editor.send(editLane(map, laneId, { type }));
            }}
          />
        </Section>
      )}
      {lane.type === 'figures' && <LaneFigures map={map} laneId={laneId} lane={lane} />}
      <LaneColour map={map} laneId={laneId} lane={lane} />
      {rowKind(lane.type) !== 'line' && (
        <Section title={t('panel.shown')}>
          <Switch
            size="xs"
            label={t('panel.folded')}
            checked={lane.folded}
            onChange={(event) => editor.send(editLane(map, laneId, { folded: event.currentTarget.checked }))}
          />
        </Section>
      )}
    </>
  );
}
