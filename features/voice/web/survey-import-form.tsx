import { useMemo } from 'react';
import type { SurveyPreview } from '../contract.ts';
import { tableOfPreview } from './form-columns.ts';
import type { SurveyDraft } from './survey-draft.ts';
import { SurveyFields } from './survey-fields.tsx';

type SurveyImportFormProps = {
  readonly preview: SurveyPreview;
  /** Zone of dates that say none: the workspace's. */
  readonly zone: string;
  readonly draft: SurveyDraft;
  readonly onChange: (draft: SurveyDraft) => void;
};

/** How a file of answers is read: guessed, shown with counts and reasons, corrected by hand. */
export function SurveyImportForm({ preview, zone, draft, onChange }: SurveyImportFormProps) {
  const table = useMemo(() => tableOfPreview(preview, zone), [preview, zone]);
  return <SurveyFields table={table} draft={draft} onChange={onChange} />;
}
