import { type Problem, ProblemError, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import { contentHead, fileHead } from './bytes.ts';
import { openDelimited } from './delimited-table.ts';
import { openJsonLines } from './json-lines-table.ts';
import { openParquet } from './parquet-table.ts';
import type { FileRef, Table, TableFormat, TableOptions } from './table.ts';
import { openXes } from './xes-table.ts';
import { openXlsx } from './xlsx-table.ts';

/** What a ZIP archive begins with: a workbook is one. */
const zip = 'PK\u0003\u0004';

/** What the first bytes of other kinds of files are, and what people call them. */
const strangers: readonly (readonly [magic: string, code: string])[] = [
  ['\u00d0\u00cf\u0011\u00e0', 'import.spreadsheet-or-zip'],
  ['%PDF', 'import.not-a-table'],
];

function formatOf(name: string, head: string): TableFormat {
  const extension = /\.([a-z]+)(\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  const start = head.replace(/^[\ufeff\s\u00ef\u00bb\u00bf\0]+/, '');
  if (head.startsWith('PAR1')) return 'parquet';
  if (extension === 'parquet') return 'parquet';
  if (extension === 'xes' || /^<(\?xml|!--|!DOCTYPE|log[\s>])/i.test(start)) return 'xes';
  if (extension === 'jsonl' || extension === 'ndjson' || /^\{\s*"/.test(start)) return 'json-lines';
  return 'delimited';
}

/**
 * Opens a file of rows, whatever its format: what it is comes from its content, then from its name. gzip is opened on the
 * way. Parquet needs the engine. Problems name the file: `import.file-not-found`, `import.empty`, `import.header-only`,
 * `import.not-a-table`, `import.spreadsheet-or-zip`, `import.not-xes`, `import.xml-entities`, `import.not-parquet`,
 * `import.not-json-lines`, `import.truncated`, `import.damaged`,
 * `import.workbook-too-large`.
 */
export async function openTable(
  file: FileRef,
  options: TableOptions = {},
  engine?: Engine,
): Promise<Result<Table>> {
  try {
    const { size, compressed, head: stored } = await fileHead(file);
    if (size === 0) return fail(problem('import.empty', { file: file.name }));
    const head = compressed ? (await contentHead(file, compressed, 512)).head : stored;
    const start = head.toString('latin1');
    if (start.startsWith(zip)) {
      const workbook = await openXlsx(file, size);
      return workbook ? ok(workbook) : fail(problem('import.spreadsheet-or-zip', { file: file.name }, 415));
    }
    const stranger = strangers.find(([magic]) => start.startsWith(magic));
    if (stranger) return fail(problem(stranger[1], { file: file.name }, 415));
    const format = options.format ?? formatOf(file.name, start);
    if (format === 'xes') return ok(await openXes(file, size, compressed));
    if (format === 'json-lines') return ok(await openJsonLines(file, size, compressed));
    if (format === 'delimited')
      return ok(await openDelimited({ file, size, compressed, told: dialectTold(options) }));
    if (!engine) throw new Error('reading Parquet needs the engine');
    return ok(await openParquet(file, size, engine));
  } catch (error) {
    if (error instanceof ProblemError) return fail(error.problem satisfies Problem);
    throw error;
  }
}

/** Parts told as undefined are not told. */
function dialectTold({ dialect = {} }: TableOptions) {
  return {
    ...(dialect.delimiter !== undefined && { delimiter: dialect.delimiter }),
    ...(dialect.quote !== undefined && { quote: dialect.quote }),
    ...(dialect.header !== undefined && { header: dialect.header }),
    ...(dialect.encoding !== undefined && { encoding: dialect.encoding }),
  };
}
