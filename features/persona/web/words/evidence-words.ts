import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import type { Evidence } from '../../domain/evidence.ts';
import { evidenceState, newestEvidence } from '../../domain/proof.ts';
import type { Statement } from '../../domain/schema.ts';
import type { messages } from '../messages.ts';

type Words = Translate<(typeof messages)['en']>;
type Speech = { readonly t: Words; readonly format: Format };

/** What proves a statement, in the one line under it: "11 entretiens sur 14 · sondage de mars, n = 412". */
export function evidenceLine(
  { t, format }: Speech,
  statement: Pick<Statement, 'evidence' | 'note' | 'validForDays'>,
  today: string,
): string {
  const state = evidenceState(statement, today);
  if (state === 'assumed') return statement.note.trim() || t('evidence.assumed');
  const said = statement.evidence.map((one) => evidenceSaid({ t, format }, one)).join('\u00a0· ');
  const newest = newestEvidence(statement);
  return state === 'stale' && newest !== undefined
    ? `${said}\u00a0· ${t('evidence.toReview', { date: format.date(newest) })}`
    : said;
}

/** One evidence: its label, and how many people where the label does not already say the number. */
export function evidenceSaid({ t, format }: Speech, { label, n }: Evidence): string {
  if (n === null || saysNumber(label, n)) return label;
  return t('evidence.withN', { label, n: format.integer(n) });
}

/** "214 verbatims" with n = 214 needs no "n = 214". */
const saysNumber = (label: string, n: number): boolean =>
  (label.match(/\d[\d\s\u202f\u00a0]*/g) ?? []).some((digits) => digits.replace(/\D/g, '') === String(n));
