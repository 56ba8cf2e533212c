import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import type { Upload } from '#kit/upload.ts';
import { FirstRows } from '#measure/web/import/first-rows.tsx';
import { useText as useMeasureText } from '#measure/web/text.ts';
import { Button } from '#ui/button.tsx';
import { FailureNotice } from '#ui/problem-notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { SurveyPreview } from '#voice/contract.ts';
import { draftOf, mappingOf, type SurveyDraft } from '#voice/web/survey-draft.ts';
import { SurveyImportForm } from '#voice/web/survey-import-form.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import type { Followed } from './import-address.ts';
import classes from './import-page.module.css';
import { nameOf } from './likely-kind.ts';
import { useText } from './text.ts';

type ConfirmAnswersProps = {
  readonly workspace: Workspace;
  readonly upload: Upload;
  readonly preview: SurveyPreview;
  readonly onStarted: (started: Followed) => void;
};

/** The file as answers: how it is read, under which name, and the one button that imports it. */
export function ConfirmAnswers({ workspace, upload, preview, onStarted }: ConfirmAnswersProps) {
  const t = useText();
  const measure = useMeasureText();
  const { query } = useApi();
  const [draft, setDraft] = useState(() => draftOf(preview.mapping));
  const [name, setName] = useState(() => nameOf(upload.fileName));
  const mapping = mappingOf(draft);
  const start = useMutation(
    query.voice.importSurvey.mutationOptions({
      onSuccess: ({ importId }) => onStarted({ kind: 'answers', importId, already: false }),
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (mapping === null || name.trim() === '') return;
        start.mutate({ workspaceId: workspace.id, uploadId: upload.uploadId, name, mapping });
      }}
    >
      <SurveyImportForm preview={preview} zone={workspace.zone} draft={draft} onChange={setDraft} />
      <div className={classes.rows}>
        <SectionTitle>{measure('file.rows')}</SectionTitle>
        <FirstRows
          table={preview.table}
          mark={(column) => {
            const role = roleIn(draft, column);
            return role === null
              ? { text: t('answerRole.ignored'), strong: false }
              : { text: t(`answerRole.${role}`), strong: role !== 'split' };
          }}
        />
      </div>
      <div className={classes.start}>
        <div className={classes.names}>
          <TextInput
            label={t('name.answers')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={name.trim() === '' ? t('name.missing') : null}
          />
          <Button look="action" type="submit" disabled={mapping === null || start.isPending}>
            {t('start')}
          </Button>
        </div>
        <p className={classes.hint}>{t('startHint')}</p>
        {mapping === null && (
          <p className={classes.faults} role="status">
            {t('repair')} {t(draft.scores.length === 0 ? 'fault.no-score' : 'fault.score-unsettled')}
          </p>
        )}
        {start.error !== null && <FailureNotice error={start.error} />}
      </div>
    </form>
  );
}

function roleIn(draft: SurveyDraft, column: string) {
  if (draft.scores.some((score) => score.column === column)) return 'score';
  if (draft.weight === column) return 'weight';
  if (draft.respondent === column) return 'respondent';
  if (draft.time?.column === column) return 'time';
  if (draft.texts.includes(column)) return 'text';
  return draft.splits.includes(column) ? 'split' : null;
}
