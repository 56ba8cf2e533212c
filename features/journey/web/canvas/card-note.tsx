import { IconArrowUpRight } from '@tabler/icons-react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { Entry } from '../../domain/outline.ts';
import type { Card, LaneType, MapPersona } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { useText as useToolText } from '../tools/text.ts';
import { useMapContext } from '../view/map-context.ts';
import cells from './cell.module.css';
import { PersonaMark } from './persona-mark.tsx';

type CardNoteProps = {
  readonly card: Card;
  readonly laneType: LaneType;
  readonly personas: readonly Entry<MapPersona>[];
};

/** Tags shown under a card; the others are counted. */
const shownTags = 2;

/** The small line under a card: what proves it, how much it weighs, its tags, where it leads, for whom it holds. */
export function CardNote({ card, laneType, personas }: CardNoteProps) {
  const t = useText();
  const tool = useToolText();
  const { editor } = useMapContext();
  const { weight, linkedCardId, tags } = card;
  const words = useEvidenceWords(card);
  const proven = card.status === 'validated' && card.evidence.length > 0;
  if (laneType === 'expectations' && card.met !== null)
    words.unshift(t(card.met ? 'card.met' : 'card.unmet'));
  const only = personas.filter(([id]) => card.personaIds.includes(id));
  const marked = card.momentOfTruth || weight !== null || linkedCardId !== null || tags.length > 0;
  if (words.length === 0 && only.length === 0 && !marked) return null;
  const names = only.map(([, persona]) => persona.name || t('nothing.persona')).join(', ');
  return (
    <span className={cells.note}>
      {card.momentOfTruth && <span className={cells.moment}>{t('card.moment')}</span>}
      {words.length > 0 && <span>{words.join(' · ')}</span>}
      {proven && <VisuallyHidden>, {t('card.validated')}</VisuallyHidden>}
      {weight !== null && (
        <span className={cells.weight} title={t('card.weight', { count: weight })}>
          {[1, 2, 3, 4, 5].map((step) => (
            <i key={step} data-off={step > weight ? '' : undefined} />
          ))}
          <VisuallyHidden>, {t('card.weight', { count: weight })}</VisuallyHidden>
        </span>
      )}
      {tags.slice(0, shownTags).map((tag) => (
        <span key={tag} className={cells.noteTag}>
          {tag}
        </span>
      ))}
      {tags.length > shownTags && (
        <span title={tags.slice(shownTags).join(', ')}>+{tags.length - shownTags}</span>
      )}
      {linkedCardId !== null && (
        <button
          type="button"
          tabIndex={-1}
          className={cells.follow}
          aria-label={tool('link.follow')}
          title={tool('link.follow')}
          onClick={(event) => {
            event.stopPropagation();
            editor.follow(linkedCardId);
          }}
        >
          <IconArrowUpRight size={14} stroke={1.8} aria-hidden="true" />
        </button>
      )}
      {only.length > 0 && (
        <span className={cells.dots} title={t('personas.only', { names })}>
          {only.map(([id, persona]) => (
            <PersonaMark key={id} colour={persona.colour} size={9} />
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
