import { Select } from '@mantine/core';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { markMoment, takenBack } from '#journey/domain/edit/moment-of-truth.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { Change } from '#kit/document/changes.ts';
import { randomId } from '#kit/random-id.ts';
import { stepsReading } from '#measure/domain/impact/bound-steps.ts';
import type { Evidence } from '#persona/domain/evidence.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { unitOf } from '../paths/address.ts';
import classes from '../paths/paths.module.css';
import { quoted } from '../paths/view.ts';
import type { ImpactView } from './view.ts';

/** A mark that was made: on what, and how it is taken back. */
type Marked = {
  readonly id: string;
  readonly mapId: string;
  readonly title: string;
  readonly step: string;
  readonly before: JourneyMap;
  readonly changes: readonly Change[];
};

type MarkDialogProps = {
  readonly view: ImpactView;
  /** The place that is to be marked. */
  readonly place: string;
  /** What the card on the map says, and what it rests on. */
  readonly text: string;
  readonly evidence: Evidence;
  readonly onMarked: (marked: Marked) => void;
  readonly onClose: () => void;
};

/** Which step of which map becomes a moment of truth: those whose touchpoints read the place. */
export function MarkDialog({ view, place, text, evidence, onMarked, onClose }: MarkDialogProps) {
  const { t, paths } = view;
  const { workspaceId, sourceId, search } = paths;
  const { query, api } = useApi();
  const list = useQuery(query.journey.list.queryOptions({ input: { workspaceId } }));
  const candidates = (list.data ?? []).filter(({ id, bound }) => bound > 0 && (search.map ?? id) === id);
  const maps = useQueries({
    queries: candidates.map(({ id }) =>
      query.journey.get.queryOptions({ input: { workspaceId, mapId: id } }),
    ),
  });
  const asked = { sourceId, unit: unitOf(search), key: place };
  const steps = maps.flatMap(({ data }) =>
    data
      ? stepsReading(data.map, asked).map(({ id, title }) => ({
          value: `${data.id} ${id}`,
          label: title || paths.label(place),
          mapId: data.id,
          map: data.map,
        }))
      : [],
  );
  const reading = candidates.filter(({ id }) => steps.some(({ mapId }) => mapId === id));
  const [chosenMap, setChosenMap] = useState<string | null>(null);
  const [chosenStep, setChosenStep] = useState<string | null>(null);
  const mapId = chosenMap ?? reading[0]?.id ?? null;
  const here = steps.filter((step) => step.mapId === mapId);
  const step = here.find(({ value }) => value === chosenStep) ?? here[0];
  const mark = useMutation({
    async mutationFn(): Promise<Marked | null> {
      if (!step) return null;
      // As it is now: others may have edited it since it was listed.
      const { map } = await api.journey.get({ workspaceId, mapId: step.mapId });
      const stepId = step.value.slice(step.mapId.length + 1);
      const changes = markMoment(map, { stepId, text, evidence }, randomId);
      if (changes.length > 0)
        await api.journey.change({ workspaceId, mapId: step.mapId, changes: changes as never });
      return { id: randomId(), mapId: step.mapId, title: map.title, step: step.label, before: map, changes };
    },
    onSuccess: (marked) => marked && onMarked(marked),
  });
  const waiting = list.isPending || maps.some(({ isPending }) => isPending);
  return (
    <Dialog
      opened
      title={t('mark.title', { place: quoted(paths, paths.label(place)) })}
      submit={t('mark.submit')}
      busy={mark.isPending || !step}
      error={mark.error ?? list.error}
      onSubmit={() => mark.mutate()}
      onClose={onClose}
    >
      {waiting && <p role="status">{t('mark.looking')}</p>}
      {!waiting && reading.length === 0 && <p role="status">{t('mark.noMap')}</p>}
      {reading.length > 0 && (
        <Select
          label={t('mark.map')}
          data={reading.map(({ id, title }) => ({ value: id, label: title || id }))}
          allowDeselect={false}
          value={mapId}
          onChange={(id) => {
            setChosenMap(id);
            setChosenStep(null);
          }}
        />
      )}
      {step && (
        <>
          <Select
            label={t('mark.step')}
            data={here.map(({ value, label }) => ({ value, label }))}
            allowDeselect={false}
            value={step.value}
            onChange={setChosenStep}
          />
          <p>{t('mark.card')}</p>
          <blockquote className={classes.quote}>
            <p>{text}</p>
            <p className={classes.muted}>{evidence.label}</p>
          </blockquote>
        </>
      )}
    </Dialog>
  );
}

type MarkedNoticeProps = {
  readonly view: ImpactView;
  readonly marked: Marked;
  readonly onGone: () => void;
};

/** What was marked, the way to the map, and the way back. */
export function MarkedNotice({ view, marked, onGone }: MarkedNoticeProps) {
  const { t, paths } = view;
  const { workspaceId } = paths;
  const { api, query } = useApi();
  const queries = useQueryClient();
  const { mapId, title, step, before, changes } = marked;
  const [back, setBack] = useState<'whole' | 'part' | null>(null);
  const undo = useMutation({
    async mutationFn() {
      const { map } = await api.journey.get({ workspaceId, mapId });
      const inverse = takenBack(before, changes, map);
      if (inverse.length > 0) await api.journey.change({ workspaceId, mapId, changes: inverse as never });
      return inverse.length === changes.length ? ('whole' as const) : ('part' as const);
    },
    async onSuccess(how) {
      setBack(how);
      await queries.invalidateQueries({ queryKey: query.journey.key() });
    },
  });
  const names = { step: quoted(paths, step), map: quoted(paths, title) };
  return (
    <div className={classes.notice} role="status">
      <p>
        {back === null
          ? t(changes.length === 0 ? 'mark.already' : 'mark.done', names)
          : t(back === 'whole' ? 'mark.back' : 'mark.partBack', names)}{' '}
        {view.mapLink(mapId, t('mark.open'))}
      </p>
      {undo.error !== null && <FailureNotice error={undo.error} />}
      {back === null && changes.length > 0 && (
        <Button disabled={undo.isPending} onClick={() => undo.mutate()}>
          {t('mark.undo')}
        </Button>
      )}
      <Button look="quiet" onClick={onGone}>
        {t('mark.dismiss')}
      </Button>
    </div>
  );
}
