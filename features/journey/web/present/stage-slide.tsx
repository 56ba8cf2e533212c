import { ChannelIcon } from '#ui/channel-icon.tsx';
import { useFormat } from '#ui/i18n.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { LiveFigures } from '../../domain/live-figures.ts';
import { cellKey, holdsFor, type Outline, type StageNode, type StepNode } from '../../domain/outline.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { JourneyMap, LaneType } from '../../domain/schema.ts';
import { RichText } from '../canvas/rich-text.tsx';
import { CardMedia } from '../frame/card-media.tsx';
import { useText as useMapText } from '../text.ts';
import classes from './present.module.css';
import { ShownCurve } from './shown-curve.tsx';
import { useText } from './text.ts';

type StageSlideProps = {
  readonly map: JourneyMap;
  readonly outline: Outline;
  readonly node: StageNode;
  readonly personaId: string | null;
  readonly live: LiveFigures | null;
  /** Level of its title: 1 when it stands alone. */
  readonly under?: 1 | 2;
};

/** One stage: what is wanted and promised, where it lies on the curve, and each step with what is lived there. */
export function StageSlide({ map, outline, node, personaId, live, under = 1 }: StageSlideProps) {
  const Title = under === 1 ? 'h1' : 'h2';
  const t = useText();
  const { stage, steps } = node;
  const phase = map.phases[node.phaseId];
  const first = steps[0];
  const written = steps.some(
    ({ id }) =>
      outline.touchpoints.has(id) || outline.lanes.some(([lane]) => outline.cells.has(cellKey(lane, id))),
  );
  return (
    <article className={classes.slide}>
      <header className={classes.head}>
        <div className={classes.names}>
          <p className={classes.kicker}>{phase?.name}</p>
          <Title className={classes.title}>{stage.title || t('untitled')}</Title>
          <Wishes goals={stage.goals} promise={stage.promise} />
        </div>
        <ShownCurve
          map={map}
          outline={outline}
          personaId={personaId}
          live={live}
          chosen={first ? { from: first.index, count: steps.length } : null}
        />
      </header>
      {written ? (
        <div className={classes.steps}>
          {steps.map((step) => (
            <StepColumn
              key={step.id}
              outline={outline}
              step={step}
              alone={steps.length === 1 && step.step.title === ''}
              personaId={personaId}
              live={live}
              under={under}
            />
          ))}
        </div>
      ) : (
        <p className={classes.quiet}>{t('empty')}</p>
      )}
    </article>
  );
}

/** What the customer wants there, and what they are promised. */
function Wishes({ goals, promise }: { readonly goals: string; readonly promise: string }) {
  const t = useText();
  const told = [
    [t('wants'), goals],
    [t('promise'), promise],
  ].filter(([, text]) => text?.trim() !== '');
  return told.length === 0 ? null : (
    <dl className={classes.frame}>
      {told.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Told elsewhere on the slide, or not by cards. */
const elsewhere: ReadonlySet<LaneType> = new Set([
  'touchpoints',
  'emotion',
  'figures',
  'opportunities',
  'solutions',
]);
const tones: Readonly<Partial<Record<LaneType, 'pain' | 'delight'>>> = {
  'pain-points': 'pain',
  delights: 'delight',
};

function StepColumn({
  outline,
  step: { id, step },
  alone,
  personaId,
  live,
  under,
}: {
  readonly outline: Outline;
  readonly step: StepNode;
  readonly alone: boolean;
  readonly personaId: string | null;
  readonly live: LiveFigures | null;
  readonly under: 1 | 2;
}) {
  const Title = under === 1 ? 'h2' : 'h3';
  // A step without a title of its own skips a level; its lanes take it.
  const LaneTitle = under === 1 ? (alone ? 'h2' : 'h3') : alone ? 'h3' : 'h4';
  const t = useText();
  const words = useMapText();
  const format = useFormat();
  const touchpoints = outline.touchpoints.get(id) ?? [];
  const figure = live?.steps[id]?.[0];
  return (
    <section className={classes.step}>
      {!alone && <Title className={classes.stepTitle}>{step.title || t('untitled')}</Title>}
      <p className={classes.quiet}>
        {[
          step.duration ? format.saidDuration(step.duration.value, step.duration.unit) : null,
          step.momentOfTruth ? t('moment') : null,
        ]
          .filter((word) => word !== null)
          .join(' · ')}
      </p>
      {figure && (
        <p className={classes.figure} data-tone={figure.tone}>
          <strong>{figure.headline}</strong> {figure.caption}
          <small>{figure.detail}</small>
        </p>
      )}
      {touchpoints.length > 0 && (
        <ul className={classes.touchpoints} aria-label={words('lane.touchpoints')}>
          {touchpoints.map(([touchpointId, { channel, title, initiator }]) => {
            const score = live?.touchpoints[touchpointId]?.score;
            return (
              <li key={touchpointId}>
                <ChannelIcon channel={channel} size={20} />
                <span>{title || words.maybe(`lane.${channel}`) || channel}</span>
                {initiator === 'company' && <VisuallyHidden>{t('received')}</VisuallyHidden>}
                {score && (
                  <b data-tone={score.tone}>
                    <span aria-hidden="true">{score.text}</span>
                    <VisuallyHidden>{score.spoken}</VisuallyHidden>
                  </b>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <div className={classes.lanes}>
        {outline.lanes.map(([laneId, lane]) => {
          const cards = (outline.cells.get(cellKey(laneId, id)) ?? []).filter(
            ([, card]) => holdsFor(card, personaId) && (card.text.trim() !== '' || card.mediaId !== null),
          );
          if (cards.length === 0 || lane.hidden || elsewhere.has(lane.type)) return null;
          return (
            <div key={laneId} className={classes.lane} data-tone={tones[lane.type]}>
              <LaneTitle className={classes.laneTitle}>{lane.title || words(`lane.${lane.type}`)}</LaneTitle>
              <ul className={classes.texts}>
                {cards.map(([cardId, card]) => (
                  <li key={cardId}>
                    {card.mediaId !== null && (
                      <CardMedia mediaId={card.mediaId} alt={plainText(card.text)} large />
                    )}
                    <RichText text={card.text} tabbable />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}
