import { basename, resolve } from 'node:path';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';
import { surveyStatsOfFile } from '#voice/server/survey-stats-of-file.ts';
import type { Output } from '../output.ts';

export type SurveyStatsOptions = {
  readonly score: string;
  readonly kind: ScoreKind;
  readonly scale?: { min: number; max: number };
  readonly noAnswer?: readonly string[];
  readonly weight?: string;
  readonly by?: string;
};

/** The score of one column of a file, with its interval; nothing is kept. */
export async function surveyStats(output: Output, file: string, options: SurveyStatsOptions): Promise<void> {
  const stats = await surveyStatsOfFile({ file: { path: resolve(file), name: basename(file) }, ...options });
  if (!stats.ok) return output.refuse(stats.problem);
  const { say, format } = output;
  const { value, interval, weighted, groups, refused, refusedTotal, noAnswer, column, n } = stats.value;
  const said = (figure: number) =>
    options.kind === 'csat' ? format.share(figure) : format.decimal(figure, options.kind === 'nps' ? 2 : 3);
  output.answer(stats.value, () => {
    const lines =
      value === null || interval === null
        ? [say('survey.withheld', { column, n, minimum: 30 })]
        : [
            say('survey.value', {
              column,
              value: said(value),
              low: said(interval.low),
              high: said(interval.high),
              n: format.integer(n),
            }),
          ];
    if (weighted) {
      lines.push(
        say('survey.weighted', {
          value: said(weighted.value),
          low: said(weighted.low),
          high: said(weighted.high),
        }),
      );
    }
    lines.push(say('survey.noAnswer', { value: format.integer(noAnswer) }));
    if (refusedTotal > 0) {
      const detail = refused.map((one) => `${one.value} × ${format.integer(one.count)}`).join(', ');
      lines.push(say('survey.refused', { value: format.integer(refusedTotal), detail }));
    }
    for (const { key, estimate } of groups) {
      lines.push(
        estimate.withheld
          ? say('survey.groupWithheld', { key, n: estimate.n })
          : say('survey.group', {
              key,
              value: said(estimate.value),
              low: said(estimate.low),
              high: said(estimate.high),
              n: format.integer(estimate.n),
            }),
      );
    }
    return lines;
  });
}
