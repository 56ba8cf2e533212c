import { Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { FailureNotice } from '#ui/problem-notice.tsx';
import type { ContactListSummary } from '../../domain/contacts/contact-list.ts';
import { personaNamed } from '../../domain/detection/known-personas.ts';
import type { ModelSummary } from '../../domain/detection/stored-model.ts';
import { useText } from '../text.ts';
import { useWays } from '../ways.tsx';
import classes from './contacts.module.css';

type KnownCheckProps = { readonly list: ContactListSummary; readonly model: ModelSummary };

/** Holds a model against contacts whose persona is known, where a column of the list says it; nothing where none does. */
export function KnownCheck({ list, model }: KnownCheckProps) {
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const { workspaceId } = useWays();
  const client = useQueryClient();
  const telling = list.columns.filter(
    ({ name, values }) =>
      !model.attributes.includes(name) &&
      (values ?? []).filter((value) => personaNamed(model, value) !== undefined).length > 1,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const check = useMutation(
    query.persona.calibrateModel.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.persona.detectionModels.key() }),
    }),
  );
  const column = chosen ?? telling[0]?.name;
  if (column === undefined) return null;
  const after = check.data?.calibration;
  return (
    <div className={classes.check}>
      <Select
        label={t('attribution.known.column')}
        description={t('attribution.known.hint')}
        data={telling.map(({ name }) => name)}
        value={column}
        onChange={setChosen}
        allowDeselect={false}
      />
      <Button
        disabled={check.isPending}
        onClick={() => check.mutate({ workspaceId, modelId: model.id, listId: list.id, column })}
      >
        {t('attribution.known.check')}
      </Button>
      <p role="status" className={classes.note}>
        {after &&
          t('attribution.known.done', {
            n: format.integer(after.n),
            before: format.share(after.errorBefore),
            after: format.share(after.error),
          })}
      </p>
      {check.error !== null && <FailureNotice error={check.error} />}
    </div>
  );
}
