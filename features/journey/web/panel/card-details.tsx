import { Switch } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type CSSProperties, useState } from 'react';
import { Choice } from '#ui/choice.tsx';
import { type CardPatch, editCard } from '../../domain/edit/card.ts';
import { plainText } from '../../domain/rich-text/rich-text.ts';
import type { Card, JourneyMap, LaneType } from '../../domain/schema.ts';
import { MediaSection } from '../frame/media-section.tsx';
import { useText } from '../text.ts';
import type { GridModel } from '../view/grid-model.ts';
import { useMapContext } from '../view/map-context.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Section } from './fields.tsx';
import { LinkSection } from './link-section.tsx';
import classes from './panel.module.css';
import { RichField } from './rich-field.tsx';

type CardDetailsProps = {
  readonly map: JourneyMap;
  readonly model: GridModel;
  readonly cardId: string;
  readonly card: Card;
  readonly laneType: LaneType;
};

/** Everything a card says besides its text: how sure, by what, for whom, how much it weighs. */
export function CardDetails({ map, model, cardId, card, laneType }: CardDetailsProps) {
  const { editor } = useMapContext();
  const t = useText();
  const edit = (patch: CardPatch) => editor.send(editCard(map, cardId, patch));
  const weights = ['0', '1', '2', '3', '4', '5'] as const;
  const weight = weights.find((known) => known === String(card.weight ?? 0)) ?? '0';
  return (
    <>
      <RichField
        key={cardId}
        label={t('panel.text')}
        value={card.text}
        placeholder={t('nothing.card')}
        onText={(text) => edit({ text })}
      />
      <MediaSection
        card={card}
        place={{ at: 'cell', laneId: card.laneId, stepId: card.stepId, itemId: cardId }}
        alt={plainText(card.text)}
        onRemove={() => edit({ mediaId: null })}
      />
      <Section title={t('panel.evidence')}>
        <Choice
          label={t('panel.status')}
          options={[
            { value: 'assumed', label: t('panel.statusAssumed') },
            { value: 'validated', label: t('panel.statusValidated') },
          ]}
          value={card.status}
          onChange={(status) => edit({ status })}
        />
        <EvidenceList
          key={cardId}
          evidence={card.evidence}
          validated={card.status === 'validated'}
          onChange={(evidence) => edit({ evidence })}
        />
      </Section>
      {laneType === 'expectations' && (
        <Section title={t('panel.met')}>
          <Choice
            label={t('panel.met')}
            options={[
              { value: 'unknown', label: t('panel.metUnknown') },
              { value: 'yes', label: t('panel.metYes') },
              { value: 'no', label: t('panel.metNo') },
            ]}
            value={card.met === null ? 'unknown' : card.met ? 'yes' : 'no'}
            onChange={(met) => edit({ met: met === 'unknown' ? null : met === 'yes' })}
          />
        </Section>
      )}
      {model.outline.personas.length > 0 && (
        <Section title={t('panel.personas')}>
          <div className={classes.checks}>
            {model.outline.personas.map(([id, persona]) => (
              <label key={id} className={classes.check}>
                <input
                  type="checkbox"
                  checked={card.personaIds.includes(id)}
                  onChange={(event) =>
                    edit({
                      personaIds: event.target.checked
                        ? [...card.personaIds, id]
                        : card.personaIds.filter((other) => other !== id),
                    })
                  }
                />
                <span
                  className={classes.dot}
                  style={{ '--colour': `var(--persona-${persona.colour})` } as CSSProperties}
                />
                {persona.name || t('nothing.persona')}
              </label>
            ))}
          </div>
          {card.personaIds.length === 0 && <p className={classes.hint}>{t('panel.personasAll')}</p>}
        </Section>
      )}
      <Section title={t('panel.weight')}>
        <Choice
          label={t('panel.weight')}
          options={weights.map((value) => ({
            value,
            label: value === '0' ? t('panel.weightNone') : value,
          }))}
          value={weight}
          onChange={(value) => edit({ weight: value === '0' ? null : Number(value) })}
        />
        <Switch
          size="xs"
          label={t('panel.moment')}
          checked={card.momentOfTruth}
          onChange={(event) => edit({ momentOfTruth: event.currentTarget.checked })}
        />
      </Section>
      <Section title={t('panel.tags')}>
        <Tags key={cardId} tags={card.tags} onChange={(tags) => edit({ tags })} />
      </Section>
      <LinkSection map={map} model={model} cardId={cardId} card={card} />
    </>
  );
}

type TagsProps = { readonly tags: readonly string[]; readonly onChange: (tags: string[]) => void };

function Tags({ tags, onChange }: TagsProps) {
  const t = useText();
  const [text, setText] = useState('');
  const add = () => {
    const tag = text.trim().slice(0, 60);
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
    setText('');
  };
  return (
    <div className={classes.checks}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
          <button
            type="button"
            aria-label={t('panel.tagRemove', { tag })}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
          >
            <IconX size={12} stroke={2} aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        className={classes.tagInput}
        aria-label={t('panel.tagsPlaceholder')}
        placeholder={t('panel.tagsPlaceholder')}
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
    </div>
  );
}
