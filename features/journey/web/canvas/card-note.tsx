import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Entry } from '../../domain/outline.ts';
import type { Card, LaneType, MapPersona } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import cells from './cell.module.css';

type CardNoteProps = {
  readonly card: Card;
  readonly laneType: LaneType;
  readonly personas: readonly Entry<MapPersona>[];
};

/** The small line under a card: what proves it, whether it is a moment of truth, and for whom it holds. */
export function CardNote({ card, laneType, personas }: CardNoteProps) {
  const t = useText();
  const words = useEvidenceWords(card);
  const proven = card.status === 'validated' && card.evidence.length > 0;
  if (laneType === 'expectations' && card.met !== null)
    words.unshift(t(card.met ? 'card.met' : 'card.unmet'));
  const only = personas.filter(([id]) => card.personaIds.includes(id));
  if (words.length === 0 && only.length === 0 && !card.momentOfTruth) return null;
  const names = only.map(([, persona]) => persona.name || t('nothing.persona')).join(', ');
  return (
    <span className={cells.note}>
      {card.momentOfTruth && <span className={cells.moment}>{t('card.moment')}</span>}
      {words.length > 0 && <span>{words.join(' · ')}</span>}
      {proven && <VisuallyHidden>, {t('card.validated')}</VisuallyHidden>}
      {only.length > 0 && (
        <span className={cells.dots} title={t('personas.only', { names })}>
          {only.map(([id, persona]) => (
            <span
              key={id}
              className={cells.dot}
              style={{ '--colour': `var(--persona-${persona.colour})` } as React.CSSProperties}
            />
          ))}
          <VisuallyHidden>, {t('personas.only', { names })}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}

/** "214 verbatims": how many people one piece of evidence rests on; several are counted; else only that it is proven. */
function useEvidenceWords(card: Card): string[] {
  const t = useText();
  const [first, ...others] = card.evidence;
  const words: string[] = [];
  if (first && others.length > 0) words.push(t('card.evidence', { count: card.evidence.length }));
  else if (first?.n) words.push(t(`evidenceCount.${first.kind}`, { count: first.n }));
  else if (first) words.push(t(`evidenceKind.${first.kind}`).toLowerCase());
  else if (card.status === 'validated') words.push(t('card.validated'));
  return words;
}
