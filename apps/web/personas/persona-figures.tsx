import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '#client/react.tsx';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { wilson } from '#kit/statistics/share.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { byPersonas } from '#measure/domain/measuring/split.ts';
import { durationEnds, scoreEnds, scoreText, shareEnds } from '#measure/web/ends.ts';
import { countOf, toneOf } from '#measure/web/place.ts';
import type { Persona } from '#persona/domain/schema.ts';
import { pronounOf } from '#persona/web/words/pronoun.ts';
import { Explain } from '#ui/explain.tsx';
import figure from '#ui/figure.module.css';
import { useFormat } from '#ui/i18n.ts';
import { Pill } from '#ui/pill.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText as useWorkspaceText } from '#workspace/web/text.ts';
import { groupOf, livedBy } from './lived.ts';
import classes from './persona-figures.module.css';
import { useText } from './text.ts';

/** Maps looked through for one that is measured by this persona: each is asked once. */
const mostMaps = 4;

type PersonaFiguresProps = {
  readonly workspace: Workspace;
  readonly personaId: string;
  readonly persona: Persona;
};

/** What the data say of a persona, from the first measured map that tells its journeys; nothing where none does. */
export function PersonaFigures({ workspace, personaId, persona }: PersonaFiguresProps) {
  const { query } = useApi();
  const workspaceId = workspace.id;
  const uses = useQuery(query.persona.uses.queryOptions({ input: { workspaceId, personaId } }));
  const maps = useQueries({
    queries: (uses.data ?? [])
      .slice(0, mostMaps)
      .map(({ mapId }) => query.journey.get.queryOptions({ input: { workspaceId, mapId } })),
  });
  const found = maps.flatMap(({ data }) => {
    const group = data && isBound(data.map) ? groupOf(data.map, personaId) : undefined;
    return data && group ? [{ id: data.id, map: data.map, group }] : [];
  })[0];
  const measure = useQuery({
    ...query.measure.measureMap.queryOptions({
      input: { workspaceId, mapId: found?.id ?? '', by: byPersonas },
    }),
    enabled: found !== undefined,
    staleTime: 60_000,
  });
  if (!found || !measure.data) return null;
  return (
    <Figures
      workspace={workspace}
      persona={persona}
      mapId={found.id}
      map={found.map}
      measure={measure.data}
      group={found.group}
    />
  );
}

const isBound = (map: JourneyMap): boolean =>
  Object.values(map.touchpoints).some(({ bindings }) => bindings.length > 0);

type FiguresProps = {
  readonly workspace: Workspace;
  readonly persona: Persona;
  readonly mapId: string;
  readonly map: JourneyMap;
  readonly measure: MapMeasure;
  readonly group: { readonly key: string; readonly attribute: string };
};

function Figures({ workspace, persona, mapId, map, measure, group }: FiguresProps) {
  const t = useText();
  const workspaceWords = useWorkspaceText();
  const format = useFormat(workspace.zone);
  const journeys = countOf(measure.groups.find(({ key }) => key === group.key)?.journeys ?? 0);
  const all = measure.populations.reduce((sum, { stats }) => sum + stats.journeys, 0);
  const lived = livedBy(measure, group.key);
  if (journeys === 0 || (journeys === null && lived.length === 0)) return null;
  const counted = journeys !== null && all > 0 ? { journeys, ...wilson(journeys, all) } : null;
  const simulated = [...measure.populations, ...measure.surveys].some((one) => one.simulated);
  const source = [...measure.populations, ...measure.surveys].map(({ name }) => name).join(', ');
  const days = measure.populations
    .flatMap(({ stats: { first, last } }) => [first, last])
    .filter((day) => day !== null)
    .sort();
  const period =
    days.length === 0
      ? null
      : t('period', { from: format.date(days[0] ?? ''), to: format.date(days.at(-1) ?? '') });
  return (
    <>
      <section className={classes.part} aria-labelledby="in-data">
        <div className={classes.head}>
          <SectionTitle id="in-data">{t('inData')}</SectionTitle>
          {simulated && <Pill tone="warning">{workspaceWords('simulated')}</Pill>}
        </div>
        {counted === null ? (
          <p className={classes.small}>{t('few')}</p>
        ) : (
          <>
            <p className={classes.large}>
              <Explain
                explanation={{
                  title: t('inData'),
                  definition: t('definition.share', { attribute: group.attribute }),
                  n: t('journeys', { n: format.integer(all) }),
                  source: measure.populations.map(({ name }) => name).join(', '),
                  method: t('method.share'),
                }}
              >
                {format.share(counted.journeys / all)}
              </Explain>
            </p>
            <p className={classes.small}>
              {t('counted', { journeys: format.integer(counted.journeys), all: format.integer(all) })}
              <br />
              {t('between', shareEnds(format, counted))}
              {period !== null && (
                <>
                  <br />
                  {period}
                </>
              )}
            </p>
          </>
        )}
      </section>
      {lived.length > 0 && (
        <section className={classes.part} aria-labelledby="lives">
          <SectionTitle id="lives">{t(`lives.${pronounOf(persona)}`)}</SectionTitle>
          <ul className={classes.rows}>
            {lived.map((row) => {
              const waits = row.what === 'wait';
              const ends = waits
                ? durationEnds(format, row.estimate, (time) => t('beyond', { time }))
                : scoreEnds(format, row.score, row.estimate);
              const value = waits
                ? format.duration(row.estimate.value ?? 0)
                : scoreText(format, row.score, row.estimate.value);
              const tone = waits ? 'neutral' : toneOf(row.score, row.estimate.value);
              const n = format.integer(row.estimate.n);
              return (
                <li key={row.what}>
                  <span>
                    {t(row.what)}
                    <small>{t(waits ? 'after' : 'at', { step: map.steps[row.stepId]?.title ?? '' })}</small>
                  </span>
                  <output className={figure[tone]}>
                    <Explain
                      explanation={{
                        title: t(row.what),
                        definition: t(`definition.${row.what}`),
                        n: t(waits ? 'journeys' : 'people', { n }),
                        source,
                        method: t(waits ? 'method.wait' : 'method.score'),
                      }}
                    >
                      {value}
                    </Explain>
                  </output>
                  <small>
                    {ends !== null && (
                      <>
                        {t('range', ends)}
                        <br />
                      </>
                    )}
                    {t('n', { n })}
                  </small>
                </li>
              );
            })}
          </ul>
          <p className={classes.small}>
            {period !== null && (
              <>
                {period}
                <br />
              </>
            )}
            <Link to="/w/$workspaceId/maps/$mapId" params={{ workspaceId: workspace.id, mapId }}>
              {t('onMap', { title: map.title.trim() || t('untitled') })}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}
