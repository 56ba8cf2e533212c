import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Change } from '#kit/document/changes.ts';
import { inOrder } from '#kit/document/order.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Confirm } from '#ui/confirm.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLiveText } from '#ui/live/use-live-text.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { editMap } from '../../domain/edit/map.ts';
import { orderedStages } from '../../domain/outline.ts';
import type { MapReference } from '../../domain/reference.ts';
import type { JourneyMap } from '../../domain/schema.ts';
import { tellStory } from '../../domain/story/tell-story.ts';
import classes from './story.module.css';
import { StoryCurve } from './story-curve.tsx';
import { StoryText } from './story-text.tsx';
import { useText } from './text.ts';

type StoryPageProps = {
  readonly map: JourneyMap;
  /** Who tells it to begin with; null: everyone. */
  readonly personaId?: string | null;
  readonly readOnly?: boolean;
  readonly onChange: (changes: readonly Change[]) => void;
  readonly onGo: (reference: MapReference) => void;
};

/** J6: the map as a story in the first person. Composed from the cells, kept and rewritten by the team, printed. */
export function StoryPage({ map, personaId = null, readOnly = false, onChange, onGo }: StoryPageProps) {
  const t = useText();
  const [teller, setTeller] = useState(personaId);
  const [wanted, setWanted] = useState<'written' | 'fromMap'>('written');
  const [writing, setWriting] = useState(false);
  const [replacing, setReplacing] = useState(false);
  const [said, setSaid] = useState('');
  const personas = inOrder(map.personas);
  const known = personas.some(([id]) => id === teller) ? teller : null;
  const composed = useMemo(() => tellStory(map, known, map.language), [map, known]);
  const kept = map.story.trim() !== '' || writing;
  const shown = kept ? wanted : 'fromMap';
  const tellerName = personas.find(([id]) => id === known)?.[1].name ?? t('everyone');

  const keep = () => {
    onChange(editMap(map, { story: composed }));
    setWanted('written');
    setReplacing(false);
    setSaid(t('saved'));
  };
  if (composed === '' && !kept) {
    return (
      <div className={classes.page}>
        <EmptyState title={t('empty')} text={t('emptyText')} actions={null} />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        {kept && !writing && (
          <Choice
            label={t('shown')}
            options={[
              { value: 'written', label: t('written') },
              { value: 'fromMap', label: t('fromMap') },
            ]}
            value={shown}
            onChange={setWanted}
          />
        )}
        {shown === 'fromMap' && personas.length > 0 && (
          <Choice
            label={t('by')}
            options={[
              { value: everyone, label: t('everyone') },
              ...personas.map(([id, { name, colour }]) => ({
                value: id,
                label: name,
                dot: `var(--persona-${colour})`,
              })),
            ]}
            value={known ?? everyone}
            onChange={(id) => setTeller(id === everyone ? null : id)}
          />
        )}
        <span className={classes.actions}>
          <Button icon={<IconPrinter aria-hidden="true" />} onClick={() => window.print()}>
            {t('print')}
          </Button>
          {!readOnly && shown === 'written' && (
            <Button
              look={writing ? 'action' : 'plain'}
              icon={writing ? null : <IconPencil aria-hidden="true" />}
              onClick={() => setWriting(!writing)}
            >
              {t(writing ? 'done' : 'write')}
            </Button>
          )}
          {!readOnly && shown === 'fromMap' && composed !== '' && (
            <Button look="action" onClick={() => (map.story.trim() === '' ? keep() : setReplacing(true))}>
              {t('keep')}
            </Button>
          )}
        </span>
      </div>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      <article className={classes.story} lang={map.language} aria-label={t('label')}>
        <header className={classes.head}>
          <h2 className={classes.title}>{map.title}</h2>
          {shown === 'fromMap' && known !== null && (
            <p className={classes.teller} lang="">
              {t('by')} {tellerName}
            </p>
          )}
          <StoryCurve map={map} personaId={shown === 'fromMap' ? known : null} />
        </header>
        {writing ? (
          <StoryField value={map.story} onText={(story) => onChange(editMap(map, { story }))} />
        ) : (
          <StoryText
            story={shown === 'written' ? map.story : composed}
            stages={orderedStages(map)}
            onGo={(stageId) => onGo({ at: 'stage', stageId })}
          />
        )}
      </article>
      {!writing && (
        <p className={classes.source}>
          {t(shown === 'written' ? 'own' : readOnly ? 'proposedReadOnly' : 'proposed')}
        </p>
      )}
      <Confirm
        opened={replacing}
        title={t('replaceTitle')}
        confirm={t('replace')}
        onConfirm={keep}
        onCancel={() => setReplacing(false)}
      >
        {t('replaceText', { name: tellerName })}
      </Confirm>
    </div>
  );
}

/** No persona has this id: ids have no space. */
const everyone = 'every one';

/** The text of the team, typed live: others see each letter. */
function StoryField({ value, onText }: { readonly value: string; readonly onText: (story: string) => void }) {
  const t = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, write } = useLiveText(field, value, onText);
  return (
    <label className={classes.field}>
      <span className={classes.hint}>{t('textHint')}</span>
      <VisuallyHidden>{t('text')}</VisuallyHidden>
      <span className={classes.grows} data-text={text}>
        <textarea
          ref={field}
          value={text}
          maxLength={20_000}
          // The reader has just asked to write.
          // biome-ignore lint/a11y/noAutofocus: the field replaces the text that was asked to be changed
          autoFocus
          onChange={(event) => write(event.target.value)}
        />
      </span>
    </label>
  );
}
