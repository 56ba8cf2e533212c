import { outline } from '#journey/domain/outline.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import type { MapMeasure, PlaceFigures } from '#measure/domain/figures.ts';
import { liveFiguresOf, type Speech } from '#measure/web/figure-words.ts';
import type { messages } from '#measure/web/messages.ts';
import { everyone } from '#measure/web/place.ts';
import '#measure/web/text.ts';
import { translate } from '#ui/i18n.ts';
import { withCaller } from '../caller.ts';
import { findMap, listMaps } from '../find.ts';
import type { Output } from '../output.ts';
import { writeNew } from '../write-new.ts';

type InWorkspace = { readonly workspace?: string };

export const mapList = (output: Output, { workspace }: InWorkspace): Promise<void> =>
  withCaller(output, async ({ api }) => {
    const maps = await listMaps(api, workspace);
    output.answer(maps, () =>
      maps.length === 0
        ? [output.say('map.none')]
        : maps.map(({ id, title, bound, touchpoints, workspace: { name } }) =>
            output.say('map.line', { id, title, bound, touchpoints, workspace: name }),
          ),
    );
  });

/** All figures of a map; with `--by`, for each group of customers beside everyone. */
export const mapMeasure = (
  output: Output,
  wanted: string,
  { workspace, by, from, to }: InWorkspace & { by?: string; from?: string; to?: string },
): Promise<void> =>
  withCaller(output, async ({ api }) => {
    const found = await findMap(api, workspace, wanted);
    const place = { workspaceId: found.workspace.id, mapId: found.id };
    const { map } = await api.journey.get(place);
    const measure = await api.measure.measureMap({
      ...place,
      ...(by !== undefined && { by }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    });
    const titles = {
      stages: titlesOf(map.stages),
      steps: titlesOf(map.steps),
      touchpoints: titlesOf(map.touchpoints),
    };
    output.answer({ id: found.id, title: map.title, titles, ...measure }, () =>
      measureLines(output, map, measure),
    );
  });

const titlesOf = (things: Readonly<Record<string, { readonly title: string }>>) =>
  Object.fromEntries(Object.entries(things).map(([id, { title }]) => [id, title]));

function measureLines(output: Output, map: JourneyMap, measure: MapMeasure): string[] {
  const { say, format, locale } = output;
  const t = translate<(typeof messages)['en']>('measure', locale);
  const speech: Speech = { t, format };
  const simulated = [...measure.populations, ...measure.surveys].some((source) => source.simulated);
  const journeys = measure.populations.reduce((sum, { stats }) => sum + stats.journeys, 0);
  const respondents = measure.surveys.reduce((sum, survey) => sum + survey.respondents, 0);
  const behind = [
    ...(journeys > 0 ? [t('journeys', { count: journeys, said: format.integer(journeys) })] : []),
    ...(respondents > 0 ? [t('respondents', { count: respondents, said: format.integer(respondents) })] : []),
    ...(simulated ? [t('simulated')] : []),
  ];
  const lines = [[map.title, ...behind].join(' · ')];
  const place = (indent: string, title: string, by: Readonly<Record<string, PlaceFigures>> | undefined) => {
    lines.push(withFigures(`${indent}${title}`, by?.[everyone]));
    for (const { key, label } of measure.groups) {
      const figures = by?.[key];
      if (key !== everyone && figures)
        lines.push(withFigures(`${indent}    ${label || say('measure.other')}`, figures));
    }
  };
  const withFigures = (title: string, figures: PlaceFigures | undefined): string => {
    const said = figures ? figuresLine(speech, figures) : '';
    return said ? `${title} — ${said}` : title;
  };
  for (const { id, stage, steps } of outline(map).stages) {
    lines.push('');
    place('', stage.title, measure.stages[id]);
    for (const node of steps) place('  ', node.step.title, measure.steps[node.id]);
  }
  for (const { kind, id } of measure.missing) lines.push(say(`measure.missing.${kind}`, { id }));
  return lines;
}

const figuresLine = (speech: Speech, figures: PlaceFigures): string =>
  liveFiguresOf(speech, figures)
    .map(({ headline, caption, detail }) => `${headline} ${caption}${detail ? ` (${detail})` : ''}`)
    .join(' · ');

type ExportOptions = InWorkspace & { readonly output?: string; readonly force: boolean };

/** The map as a file: on stdout, or in a file that is never replaced unasked. */
export const exportMap = (output: Output, wanted: string, options: ExportOptions): Promise<void> =>
  withCaller(output, async ({ api }) => {
    const found = await findMap(api, options.workspace, wanted);
    const file = await api.journey.export({ workspaceId: found.workspace.id, mapId: found.id });
    const text = JSON.stringify(file, null, 2);
    if (options.output === undefined) return output.answer(file, () => [text]);
    const path = await writeNew(options.output, `${text}\n`, options.force);
    output.answer({ id: found.id, file: path }, () => [output.say('map.exported', { file: path })]);
  });
