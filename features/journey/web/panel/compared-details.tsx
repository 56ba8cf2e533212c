import { useFormat } from '#ui/i18n.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { PersonaMark } from '../canvas/persona-mark.tsx';
import { useText as useMapText } from '../text.ts';
import { CurveWords } from '../tools/curve-words.tsx';
import { useText } from '../tools/text.ts';
import type { Compared } from '../tools/use-compared.ts';
import { useMapContext } from '../view/map-context.ts';
import { Section } from './fields.tsx';
import classes from './panel.module.css';

type ComparedDetailsProps = { readonly map: JourneyMap; readonly compared: Compared };

/** What differs between the personas put side by side, in words: their curves, then each cell, which can be gone to. */
export function ComparedDetails({ map, compared }: ComparedDetailsProps) {
  const { view } = useMapContext();
  const t = useText();
  const words = useMapText();
  const format = useFormat();
  const { personaIds, found } = compared;
  const name = (id: string) => map.personas[id]?.name || words('nothing.persona');
  const step = (id: string) => map.steps[id]?.title || words('nothing.step');
  const lane = (id: string) => {
    const known = map.lanes[id];
    return known ? known.title || words(`lane.${known.type}`) : '';
  };
  const { widest } = found;
  return (
    <>
      <Section title={t('personas.curves')}>
        {found.drawn.length < 2 ? (
          <p className={classes.hint}>{t('personas.noCurves')}</p>
        ) : widest === null ? (
          <p>{t('personas.same')}</p>
        ) : (
          <>
            <button
              type="button"
              className={classes.go}
              onClick={() => view.goTo({ at: 'step', stepId: widest.stepId })}
            >
              <strong>{t('personas.gap', { step: step(widest.stepId) })}</strong>
            </button>
            <p>
              {t('personas.gapWords', {
                high: name(widest.high.personaId),
                highValue: format.signed(widest.high.value, 1),
                low: name(widest.low.personaId),
                lowValue: format.signed(widest.low.value, 1),
              })}
            </p>
          </>
        )}
        {found.drawn.length > 0 && (
          <details className={classes.said}>
            <summary>{t('curve.words')}</summary>
            <CurveWords
              map={map}
              curves={personaIds.map((personaId) => ({ reading: 'felt' as const, personaId }))}
            />
          </details>
        )}
      </Section>
      <Section title={t('personas.cells')}>
        {found.cells.length === 0 && <p className={classes.hint}>{t('personas.cellsNone')}</p>}
        <ul className={classes.list}>
          {found.cells.map(({ laneId, stepId, cards }) => (
            <li key={`${laneId}/${stepId}`}>
              <button
                type="button"
                className={classes.go}
                onClick={() => view.goTo({ at: 'cell', laneId, stepId, itemId: null })}
              >
                <strong>{t('personas.cell', { lane: lane(laneId), step: step(stepId) })}</strong>
              </button>
              {cards.map(({ cardId, personaIds: own }) => (
                <p key={cardId} className={classes.differing}>
                  <span>
                    {own.map((id) => (
                      <PersonaMark key={id} colour={map.personas[id]?.colour ?? 0} size={9} />
                    ))}
                  </span>
                  <span>
                    {plainText(map.cards[cardId]?.text ?? '') || words('nothing.card')}{' '}
                    <small>{t('personas.only', { names: own.map(name).join(', ') })}</small>
                  </span>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
