import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import type { Report } from '#measure/domain/report/report.ts';
import type { IndicatorPorts } from '../indicator/ports.ts';
import { drawReport, type PrintedReport } from './draw-report.ts';
import { type ReportInput, report } from './report.ts';

export type ReportPorts = IndicatorPorts & {
  /** The words of the page, in one language: wired by the server. */
  reportWords(workspaceId: WorkspaceId, language: Locale): Promise<Result<(report: Report) => PrintedReport>>;
};

/** The report of a month as a file to print. */
export async function reportPdf(
  ports: ReportPorts,
  input: ReportInput & { readonly language: Locale },
): Promise<Result<File>> {
  const [made, words] = await Promise.all([
    report(ports, input),
    ports.reportWords(input.workspaceId, input.language),
  ]);
  if (!made.ok) return made;
  if (!words.ok) return words;
  const printed = words.value(made.value);
  const data = await drawReport(printed, input.language, ports.now());
  return ok(new File([new Uint8Array(data)], `${printed.fileName}.pdf`, { type: 'application/pdf' }));
}
