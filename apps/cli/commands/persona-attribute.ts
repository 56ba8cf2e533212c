import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { defaultMinimum, type Estimate } from '#kit/statistics/estimate.ts';
import { csvLine } from '#kit/table/csv-writer.ts';
import {
  type AttributionCount,
  type AttributionSummary,
  summariseRun,
} from '#persona/domain/detection/attribution-run.ts';
import { columnsOf } from '#persona/domain/discovery/attribute.ts';
import { createAttributor } from '#persona/domain/discovery/attribution.ts';
import type { Attribution, DetectionModel } from '#persona/domain/discovery/model.ts';
import { openTable } from '#platform/files/open-table.ts';
import type { Table } from '#platform/files/table.ts';
import { withCaller } from '../caller.ts';
import { findModel } from '../find.ts';
import { untilInterrupted } from '../interrupt.ts';
import { isModelFile, readModelFile } from '../model-file.ts';
import type { Output } from '../output.ts';

export type PersonaAttributeOptions = {
  readonly model: string;
  readonly output: string;
  readonly workspace?: string;
  readonly force: boolean;
};

/** Every row of a table with its persona, written to a new file; nothing is kept in the workspace. */
export async function personaAttribute(
  output: Output,
  file: string,
  options: PersonaAttributeOptions,
): Promise<void> {
  // The table first: nobody is told of a model when it is the table that is missing.
  const table = await openTable({ path: resolve(file), name: basename(file) });
  if (!table.ok) return output.refuse(table.problem);
  const isFile = isModelFile(options.model);
  if (!isFile.ok) return output.refuse(isFile.problem);
  const attribute = (model: DetectionModel) =>
    attributeFile(output, { table: table.value, name: basename(file) }, options, model);
  if (isFile.value) {
    const read = await readModelFile(options.model);
    return read.ok ? attribute(read.value.model) : output.refuse(read.problem);
  }
  await withCaller(output, async ({ api }) => {
    const { workspace, id } = await findModel(api, options.workspace, options.model);
    const { model } = await api.persona.detectionModel({ workspaceId: workspace.id, modelId: id });
    await attribute(model);
  });
}

type TableFile = { readonly table: Table; readonly name: string };

async function attributeFile(
  output: Output,
  file: TableFile,
  options: PersonaAttributeOptions,
  model: DetectionModel,
): Promise<void> {
  const to = options.output;
  const done = await attributed(output, file, options, model);
  if (!done.ok) return output.refuse(done.problem);
  const { say, format } = output;
  const { rows, setAside, summary } = done.value;
  const told = (estimate: Estimate) =>
    estimate.withheld
      ? { value: '—', low: '—', high: '—' }
      : {
          value: format.share(estimate.value),
          low: format.share(estimate.low),
          high: format.share(estimate.high),
        };
  output.answer({ file: to, rows, setAside, summary }, () => [
    ...summary.personas.map(({ key, name, contacts, share }) =>
      say('attribute.persona', { name: name || key, contacts: format.integer(contacts), ...told(share) }),
    ),
    say('attribute.undecided', {
      contacts: format.integer(summary.undecided.contacts),
      ...told(summary.undecided.share),
    }),
    say('attribute.confidence', told(summary.confidence)),
    ...(summary.unused.length > 0
      ? [say('attribute.unused', { names: summary.unused.slice(0, 5).join(', ') })]
      : []),
    say('attribute.written', { rows: format.integer(rows), file: to, setAside: format.integer(setAside) }),
  ]);
}

type Attributed = { readonly rows: number; readonly setAside: number; readonly summary: AttributionSummary };

async function attributed(
  output: Output,
  { table, name }: TableFile,
  { output: to, model: modelName, force }: PersonaAttributeOptions,
  model: DetectionModel,
): Promise<Result<Attributed>> {
  const names = table.columns.map((column) => column.name);
  const unused = model.attributes
    .filter(({ attribute }) => !columnsOf(attribute).some((column) => names.includes(column)))
    .map(({ attribute }) => attribute.id);
  if (unused.length === model.attributes.length)
    return fail(
      problem('persona.attribution.nothing-in-common', {
        model: basename(modelName),
        list: name,
        columns: unused.slice(0, 5).join(', '),
      }),
    );
  const counts = new Counts(model);
  const seen = { rows: 0, setAside: 0 };
  try {
    const lines = csvOf(table, model, counts, seen, output);
    await pipeline(Readable.from(lines), createWriteStream(to, { flags: force ? 'w' : 'wx' }));
  } catch (error) {
    if (error instanceof ProblemError) {
      await rm(to, { force: true });
      return fail(error.problem);
    }
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return fail(problem('command.file-exists', { file: basename(to) }));
    if (code === undefined) throw error;
    return fail(problem('command.not-written', { file: basename(to), reason: message }));
  }
  return ok({ ...seen, summary: summariseRun(counts.all(), model, unused, defaultMinimum) });
}

/** The rows as they are, with three columns more; cells that a spreadsheet would run are made harmless. */
async function* csvOf(
  table: Table,
  model: DetectionModel,
  counts: Counts,
  seen: { rows: number; setAside: number },
  output: Output,
): AsyncIterable<string> {
  const attributor = createAttributor(model);
  const nameOf = new Map(model.personas.map(({ key, name }) => [key, name || key]));
  const names = table.columns.map(({ name }) => name);
  yield csvLine([...names, 'persona', 'probability', 'likeliest']);
  for await (const batch of table.rows({ signal: untilInterrupted() })) {
    const lines: string[] = [];
    for (const row of batch.rows) {
      const cells = Object.fromEntries(names.map((name, at) => [name, row[at] ?? '']));
      const found = attributor.fromCells(cells);
      counts.add(found);
      lines.push(
        csvLine([
          ...names.map((name) => cells[name] ?? ''),
          found.persona === null ? '' : (nameOf.get(found.persona) ?? ''),
          Math.round(found.probability * 10_000) / 10_000,
          nameOf.get(found.personas[0]?.key ?? '') ?? '',
        ]),
      );
    }
    seen.rows += batch.rows.length;
    seen.setAside += batch.setAside.length;
    output.progress(output.format.integer(seen.rows));
    yield lines.join('');
  }
}

/** Rows by persona and tenth of probability, as the engine counts them. */
class Counts {
  readonly #model: DetectionModel;
  readonly #counts = new Map<number, { contacts: number; sum: number; squares: number }>();
  constructor(model: DetectionModel) {
    this.#model = model;
  }
  add({ persona, probability }: Attribution): void {
    const place = persona === null ? 0 : 1 + this.#model.personas.findIndex(({ key }) => key === persona);
    const part = Math.round(probability * 10_000);
    const key = place * 10 + Math.min(9, Math.floor(part / 1000));
    const own = this.#counts.get(key) ?? { contacts: 0, sum: 0, squares: 0 };
    this.#counts.set(key, {
      contacts: own.contacts + 1,
      sum: own.sum + part,
      squares: own.squares + part * part,
    });
  }
  all(): AttributionCount[] {
    return [...this.#counts].map(([key, count]) => ({
      persona: Math.floor(key / 10),
      bin: key % 10,
      ...count,
    }));
  }
}
