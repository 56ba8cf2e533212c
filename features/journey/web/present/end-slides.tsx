import type { LiveFigures } from '../../domain/live-figures.ts';
import { cellKey, holdsFor, type Outline } from '../../domain/outline.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { RichText } from '../canvas/rich-text.tsx';
import { useObjectiveWords } from '../frame/objective-words.ts';
import { useText as useMapText } from '../text.ts';
import classes from './present.module.css';
import { ShownCurve } from './shown-curve.tsx';
import { useText } from './text.ts';

type BeginSlideProps = {
  readonly map: JourneyMap;
  readonly outline: Outline;
  /** The title stands above it already. */
  readonly titled?: boolean;
};

/** Whose journey, of what, and what the map is for. */
export function BeginSlide({ map, outline, titled = true }: BeginSlideProps) {
  const t = useText();
  const words = useMapText();
  const figureOf = useObjectiveWords();
  return (
    <article className={`${classes.slide} ${classes.cover}`}>
      <p className={classes.kicker}>
        {words(`kind.${map.kind}`)} · {words(`state.${map.state}`)}
      </p>
      {titled && <h1 className={classes.title}>{map.title || t('untitled')}</h1>}
      {map.scope.trim() !== '' && <p className={classes.lead}>{map.scope}</p>}
      {outline.personas.length > 0 && (
        <ul className={classes.people}>
          {outline.personas.map(([id, { name, colour }]) => (
            <li key={id}>
              <i style={{ background: `var(--persona-${colour})` }} />
              {name || t('untitled')}
            </li>
          ))}
        </ul>
      )}
      <dl className={classes.frame}>
        {map.arrival.trim() !== '' && (
          <div>
            <dt>{t('arrival')}</dt>
            <dd>{map.arrival}</dd>
          </div>
        )}
        {outline.objectives.length > 0 && (
          <div>
            <dt>{t('objectives')}</dt>
            <dd>
              <ul className={classes.objectives}>
                {outline.objectives.map(([id, objective]) => (
                  <li key={id}>
                    {objective.text || t('untitled')}
                    {figureOf(objective) !== null && <small>{figureOf(objective)}</small>}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </article>
  );
}

type EndSlideProps = Omit<BeginSlideProps, 'titled'> & {
  /** Level of its title: 1 when it stands alone. */
  readonly under?: 1 | 2;
  readonly personaId: string | null;
  readonly live: LiveFigures | null;
};

/** So many ideas on one slide: past them, nobody remembers any. */
const mostIdeas = 8;

/** The whole curve, how the customer leaves, and what could be done, the weightiest first. */
export function EndSlide({ map, outline, personaId, live, under = 1 }: EndSlideProps) {
  const t = useText();
  const IdeasTitle = under === 1 ? 'h2' : 'h3';
  const ideas = outline.lanes
    .filter(([, { type }]) => type === 'opportunities' || type === 'solutions')
    .flatMap(([laneId]) =>
      outline.steps.flatMap(({ id, step, stageId }) =>
        (outline.cells.get(cellKey(laneId, id)) ?? [])
          .filter(([, card]) => holdsFor(card, personaId) && card.text.trim() !== '')
          .map(([cardId, card]) => ({
            cardId,
            card,
            where: step.title || (map.stages[stageId]?.title ?? ''),
          })),
      ),
    )
    .sort((a, b) => (b.card.weight ?? 0) - (a.card.weight ?? 0))
    .slice(0, mostIdeas);
  return (
    <article className={classes.slide}>
      <header className={classes.head}>
        <div className={classes.names}>
          {under === 1 ? (
            <h1 className={classes.title}>{map.title || t('untitled')}</h1>
          ) : (
            <h2 className={classes.title}>{t('end')}</h2>
          )}
          {map.departure.trim() !== '' && (
            <dl className={classes.frame}>
              <div>
                <dt>{t('departure')}</dt>
                <dd>{map.departure}</dd>
              </div>
            </dl>
          )}
        </div>
        <ShownCurve map={map} outline={outline} personaId={personaId} live={live} />
      </header>
      {ideas.length > 0 && (
        <section>
          <IdeasTitle className={classes.stepTitle}>{t('ideas')}</IdeasTitle>
          <ul className={classes.ideas}>
            {ideas.map(({ cardId, card, where }) => (
              <li key={cardId}>
                <RichText text={card.text} tabbable />
                {where !== '' && <small>{t('inStep', { step: where })}</small>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
