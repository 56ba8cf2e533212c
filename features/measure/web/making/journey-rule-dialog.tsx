import { MultiSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { WorkspaceId } from '#kit/ids.ts';
import { journeyRuleSchema } from '#measure/domain/lived-journey/journey-rule.ts';
import type { Source } from '#measure/domain/source.ts';
import { Choice } from '#ui/choice.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { WithinField } from '../paths/within-field.tsx';
import { useText } from '../text.ts';

type JourneyRuleDialogProps = {
  readonly workspaceId: WorkspaceId;
  readonly source: Source;
  readonly onClose: () => void;
};

/** Chooses what a journey is; the journeys are there when the form closes. */
export function JourneyRuleDialog({ workspaceId, source, onClose }: JourneyRuleDialogProps) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const input = { workspaceId, sourceId: source.id };
  const kinds = useQuery(query.measure.eventKinds.queryOptions({ input }));
  const known = source.rule.is === 'cut' ? source.rule : { starts: [], ends: [], silenceSeconds: null };
  const [is, setIs] = useState(source.rule.is);
  const [starts, setStarts] = useState<readonly string[]>(known.starts);
  const [ends, setEnds] = useState<readonly string[]>(known.ends);
  const [silence, setSilence] = useState<number | undefined>(known.silenceSeconds ?? undefined);
  const [missing, setMissing] = useState(false);
  const change = useMutation(
    query.measure.setJourneyRule.mutationOptions({
      onSuccess: async () => {
        // Every figure of the source is another one.
        await client.invalidateQueries({ queryKey: query.measure.key() });
        onClose();
      },
    }),
  );
  const made = journeyRuleSchema.safeParse(
    is === 'whole' ? { is } : { is, starts, ends, silenceSeconds: silence ?? null },
  );
  const names = [...new Set((kinds.data ?? []).map(({ name }) => name))];
  return (
    <Dialog
      opened
      title={t('rule.title')}
      submit={t(change.isPending ? 'rule.saving' : 'rule.save')}
      busy={change.isPending}
      error={change.error}
      onSubmit={() => (made.success ? change.mutate({ ...input, rule: made.data }) : setMissing(true))}
      onClose={onClose}
    >
      <Choice
        label={t('rule.title')}
        options={[
          { value: 'whole', label: t('rule.isWhole') },
          { value: 'cut', label: t('rule.isCut') },
        ]}
        value={is}
        onChange={setIs}
      />
      {is === 'cut' && (
        <>
          <MultiSelect
            label={t('rule.starts')}
            description={t('rule.startsHint')}
            data={names}
            searchable
            value={[...starts]}
            onChange={setStarts}
          />
          <MultiSelect
            label={t('rule.ends')}
            description={t('rule.endsHint')}
            data={names}
            searchable
            value={[...ends]}
            onChange={setEnds}
          />
          <WithinField
            label={t('rule.silence')}
            none={t('rule.noSilence')}
            seconds={silence}
            onChange={setSilence}
          />
        </>
      )}
      <p>{t('rule.effect')}</p>
      {missing && !made.success && <p role="alert">{t('rule.missing')}</p>}
    </Dialog>
  );
}
