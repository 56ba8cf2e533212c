import { createHash } from 'node:crypto';
import type { WorkspaceId } from '#kit/ids.ts';
import { ProblemError, problem } from '#kit/problem.ts';
import type { Result } from '#kit/result.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openTable } from '#platform/files/open-table.ts';
import type { FileRef, Table, TableOptions } from '#platform/files/table.ts';
import { checkMapping } from '../domain/check-mapping.ts';
import type { SurveyBalance, SurveyMapping, SurveySetAsideReason } from '../domain/survey.ts';
import { createCellWriter } from './cells.ts';
import { removeRepeatedRespondents } from './repeated-respondents.ts';
import type { SetAsideFile } from './set-aside-file.ts';

/** `rate` in rows per second; `secondsLeft` null until it can be told. */
export type SurveyImportProgress = {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
  readonly rate: number;
  readonly secondsLeft: number | null;
};

export type AnswersRequest = {
  readonly engine: Engine;
  readonly setAside: SetAsideFile;
  readonly workspaceId: WorkspaceId;
  readonly surveyId: string;
  readonly file: FileRef;
  readonly mapping: SurveyMapping;
  readonly table?: TableOptions;
  readonly onProgress?: (progress: SurveyImportProgress) => void;
  readonly signal?: AbortSignal;
};

export type ReadAnswers = {
  readonly columns: readonly string[];
  /** SHA-256 (hex) of the decompressed file. */
  readonly fingerprint: string;
  readonly balance: SurveyBalance;
};

/** More columns than this is a file read with the wrong delimiter, and no survey. */
const mostColumns = 10_000;
/** Milliseconds between two messages of progress. */
const progressPause = 500;

const orThrow = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new ProblemError(result.problem);
};

/** Puts the cells of a file in the engine and counts what happened to its rows. Throws `ProblemError`. */
export async function readAnswers(request: AnswersRequest): Promise<ReadAnswers> {
  const { engine, setAside, workspaceId, surveyId, file, mapping, signal } = request;
  signal?.throwIfAborted();
  const table = orThrow(await openTable(file, request.table, engine));
  const declared = table.format === 'delimited' || table.format === 'parquet';
  if (declared) orThrow(checkMapping(mapping, namesOf(table)));
  const hash = createHash('sha256');
  const writer = createCellWriter(engine, { workspaceId, surveyId });
  const counts: Partial<Record<SurveySetAsideReason, number>> = {};
  const tell = progressOf(table, request.onProgress);
  let columns = namesOf(table);
  let rows = 0;

  for await (const batch of table.rows({
    ...(signal ? { signal } : {}),
    onBytes: (chunk) => void hash.update(chunk),
  })) {
    if (batch.columns.length > mostColumns) {
      throw new ProblemError(problem('survey.too-many-columns', { file: file.name, most: mostColumns }));
    }
    columns = namesOf(batch);
    for (let index = 0; index < batch.rows.length; index++) {
      await writer.add(batch.lines[index] ?? 0, batch.rows[index] ?? []);
    }
    for (const row of batch.setAside) {
      counts[row.reason] = (counts[row.reason] ?? 0) + 1;
      await setAside.add(row.line, row.reason, row.fields);
    }
    rows += batch.rows.length + batch.setAside.length;
    signal?.throwIfAborted();
    tell(batch.bytesRead, rows);
  }
  await writer.flush();
  signal?.throwIfAborted();
  // Formats that declare nothing have shown all their columns only now.
  if (!declared) orThrow(checkMapping(mapping, columns));
  tell(table.size, rows, true);

  if (mapping.respondent !== null) {
    const place = columns.indexOf(mapping.respondent);
    const repeated = await removeRepeatedRespondents(
      engine,
      { workspaceId, surveyId },
      { place, columns: columns.length },
      ({ line, fields }) => setAside.add(line, 'duplicate-respondent', fields),
    );
    if (repeated > 0) counts['duplicate-respondent'] = repeated;
  }
  const out = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (rows - out === 0) throw new ProblemError(problem('survey.nothing-kept', { file: file.name }));
  return {
    columns,
    fingerprint: hash.digest('hex'),
    balance: { read: rows, kept: rows - out, setAside: counts },
  };
}

const namesOf = ({ columns }: Pick<Table, 'columns'>): string[] => columns.map(({ name }) => name);

function progressOf(table: Table, onProgress: AnswersRequest['onProgress']) {
  const start = performance.now();
  let told = start;
  return (bytesRead: number, rows: number, atEnd = false): void => {
    const now = performance.now();
    if (!onProgress || (!atEnd && now - told < progressPause)) return;
    told = now;
    const seconds = (now - start) / 1000;
    const share = table.size > 0 ? bytesRead / table.size : 1;
    onProgress({
      bytesRead,
      bytesTotal: table.size,
      rows,
      rate: seconds > 0 ? rows / seconds : 0,
      secondsLeft: share > 0 && seconds > 1 ? Math.max(0, seconds / share - seconds) : null,
    });
  };
}
