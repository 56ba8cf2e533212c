import type { z } from 'zod';
import type { WorkspaceId } from '#kit/ids.ts';
import { ProblemError } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { guessColumn } from '#kit/table/column-guess.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { openTable } from '#platform/files/open-table.ts';
import type { FileRef, TableOptions } from '#platform/files/table.ts';
import type { surveyPreviewSchema } from '../contract.ts';
import { createProfiler } from '../domain/column-profile.ts';
import { guessSurveyMapping } from '../domain/guess.ts';
import { guessSurveyTime } from '../domain/guess-time.ts';
import type { VoicePorts } from './ports.ts';

type SurveyPreview = z.infer<typeof surveyPreviewSchema>;

/** Values are counted over this many rows: whole for most surveys, so that what would be refused is all seen. */
const profiledRows = 50_000;
/** Kinds of columns show in this many; shown as they are: these. */
const guessedRows = 1_000;
const shownRows = 20;

/** Problems: `upload.not-found`, those of `openTable`. */
export async function previewSurvey(
  ports: Pick<VoicePorts, 'engine' | 'uploads' | 'zoneOf'>,
  { workspaceId, uploadId }: { workspaceId: WorkspaceId; uploadId: string },
): Promise<Result<SurveyPreview>> {
  const upload = await ports.uploads.find(workspaceId, uploadId);
  if (!upload.ok) return upload;
  const zone = await ports.zoneOf(workspaceId);
  if (!zone.ok) return zone;
  const { path, fileName } = upload.value;
  return previewSurveyFile(ports.engine, { path, name: fileName }, zone.value);
}

/** Reads the head of a file of answers: what it is, what each column could be and why, and what its values are. */
export async function previewSurveyFile(
  engine: Engine,
  file: FileRef,
  zone: string,
  options?: TableOptions,
): Promise<Result<SurveyPreview>> {
  const opened = await openTable(file, options, engine);
  if (!opened.ok) return opened;
  const table = opened.value;
  const profiler = createProfiler();
  const sample: (readonly string[])[] = [];
  let { columns } = table;
  let rows = 0;
  try {
    for await (const batch of table.rows()) {
      columns = batch.columns;
      for (const row of batch.rows) {
        profiler.add(row);
        if (sample.length < guessedRows) sample.push(row);
      }
      rows += batch.rows.length;
      if (rows >= profiledRows) break;
    }
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem);
    throw error;
  }
  const names = columns.map(({ name }) => name);
  const guesses = columns.map(({ index, name }) =>
    guessColumn(
      name,
      sample.map((row) => row[index] ?? ''),
    ),
  );
  const { mapping, columns: roles } = guessSurveyMapping(
    profiler.profiles(names),
    guessSurveyTime(guesses, zone),
  );
  return ok({
    table: {
      fileName: file.name,
      bytes: table.size,
      format: table.format,
      compressed: table.compressed,
      dialect: table.dialect ?? null,
      columns: guesses,
      rows: sample.slice(0, shownRows).map((row) => columns.map(({ index }) => row[index] ?? '')),
      notes: [...table.notes],
    },
    rows,
    whole: rows < profiledRows,
    mapping,
    columns: [...roles],
  });
}
