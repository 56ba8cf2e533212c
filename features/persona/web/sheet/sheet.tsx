import { type ReactNode, useMemo, useRef } from 'react';
import { NoticeBar } from '#ui/live/notice-bar.tsx';
import type { Presence } from '#ui/live/presence.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { editPersona } from '../../domain/edit/persona.ts';
import { statementsBySection } from '../../domain/outline.ts';
import { criteriaKinds, empathySections, type Persona, portraitSections } from '../../domain/schema.ts';
import { PictureEditor } from '../picture/picture-editor.tsx';
import type { Editor } from '../source.ts';
import { useText } from '../text.ts';
import { pronounOf } from '../words/pronoun.ts';
import { AttributedPart } from './attributed-part.tsx';
import { Channels } from './channels.tsx';
import { EmpathyMap } from './empathy-map.tsx';
import { Facts } from './facts.tsx';
import { LiveText } from './live-text.tsx';
import { ProofPart } from './proof-part.tsx';
import { Quote } from './quote.tsx';
import { Scales } from './scales.tsx';
import { ScriptPart } from './script-part.tsx';
import classes from './sheet.module.css';
import { type Notice, SheetContext, type SheetContextValue, type SheetTalk } from './sheet-context.ts';
import side from './side.module.css';
import { StatementSection } from './statement-section.tsx';
import { SegmentsPart, UsesPart } from './uses-part.tsx';

export type SheetView = 'portrait' | 'empathy';

/** The view a statement stands on; undefined when it is gone. */
export function viewOf(
  { statements }: Pick<Persona, 'statements'>,
  statementId: string,
): SheetView | undefined {
  const section = statements[statementId]?.section;
  if (section === undefined) return undefined;
  return empathySections.some((known) => known === section) ? 'empathy' : 'portrait';
}

type SheetProps = {
  readonly personaId: string;
  readonly persona: Persona;
  readonly view: SheetView;
  readonly onView: (view: SheetView) => void;
  /** Null: only read. */
  readonly editor: Editor | null;
  readonly presence: Presence | null;
  readonly today: string;
  /** Why an edit was refused, or what was taken away. */
  readonly notice: Notice | null;
  readonly onNotice: (notice: Notice | null) => void;
  /** What the data say of this persona: a page that knows them hands it in. */
  readonly figures?: ReactNode;
  readonly mapActions?: ReactNode;
  readonly talk: SheetTalk | null;
};

/** The portrait: who they are, what they state and what proves it, how to talk with them, what it all rests on. */
export function Sheet(props: SheetProps) {
  const { personaId, persona, view, onView, editor, presence, today, notice, onNotice } = props;
  const { figures, mapActions, talk } = props;
  const t = useText();
  const wanted = useRef<string | null>(null);
  const context = useMemo<SheetContextValue>(
    () => ({ editor, presence, today, notify: onNotice, wanted, talk }),
    [editor, presence, today, onNotice, talk],
  );
  const bySection = useMemo(() => statementsBySection(persona), [persona]);
  const pronoun = pronounOf(persona);
  const show = (statementId: string) => {
    const shownOn = viewOf(persona, statementId);
    if (shownOn) onView(shownOn);
  };
  return (
    <SheetContext value={context}>
      <article className={classes.sheet} lang={persona.language} data-view={view}>
        <div className={classes.left}>
          <div className={classes.picture}>
            <PictureEditor persona={persona} editor={editor} />
          </div>
          <Scales persona={persona} />
          <Channels persona={persona} />
          {(editor || persona.story.trim() !== '') && (
            <section
              className={classes.part}
              aria-labelledby="story"
              data-stated={persona.story.trim() === '' ? undefined : ''}
            >
              <SectionTitle id="story">{t(`sheet.story.${pronoun}`)}</SectionTitle>
              <LiveText
                className={side.story}
                multiline
                label={t(`sheet.story.${pronoun}`)}
                placeholder={t('sheet.storyPlaceholder')}
                value={persona.story}
                place="story"
                onText={(story) => editor?.edit((now) => editPersona(now, { story }))}
              />
            </section>
          )}
        </div>
        <div className={classes.middle}>
          <div className={classes.head}>
            {editor ? (
              <h1 className={classes.heard}>
                <VisuallyHidden>{persona.title.trim() || t('sheet.untitled')}</VisuallyHidden>
              </h1>
            ) : (
              <h1 className={classes.name}>{persona.title.trim() || t('sheet.untitled')}</h1>
            )}
            {editor && (
              <LiveText
                className={classes.name}
                label={t('sheet.name')}
                placeholder={t('sheet.untitled')}
                maxLength={200}
                value={persona.title}
                place="title"
                onText={(title) => editor.edit((now) => editPersona(now, { title }))}
              />
            )}
            <Quote quote={persona.quote} />
            <LiveText
              className={classes.tagline}
              label={t('sheet.tagline')}
              placeholder={t('sheet.taglinePlaceholder')}
              maxLength={400}
              value={persona.tagline}
              place="tagline"
              onText={(tagline) => editor?.edit((now) => editPersona(now, { tagline }))}
            />
            <Facts persona={persona} />
          </div>
          {view === 'empathy' ? (
            <EmpathyMap persona={persona} bySection={bySection} />
          ) : (
            <>
              <div className={classes.sections}>
                {portraitSections.map((section) => (
                  <StatementSection key={section} section={section} statements={bySection[section]} />
                ))}
              </div>
              <ScriptPart persona={persona} bySection={bySection} />
              <section
                className={classes.chapter}
                aria-labelledby="criteria"
                data-stated={
                  criteriaKinds.some((kind) => bySection[kind].some(([, { text }]) => text.trim() !== ''))
                    ? ''
                    : undefined
                }
              >
                <h2 id="criteria" className={classes.chapterTitle}>
                  {t(`sheet.apart.${pronoun}`)}
                </h2>
                <div className={`${classes.sections} ${classes.apart}`}>
                  {criteriaKinds.map((kind) => (
                    <StatementSection key={kind} section={kind} statements={bySection[kind]} level={3} />
                  ))}
                </div>
              </section>
            </>
          )}
        </div>
        <aside className={classes.right} aria-label={t('sheet.aside')}>
          <AttributedPart personaId={personaId} />
          {figures}
          <ProofPart persona={persona} onShow={show} />
          <UsesPart personaId={personaId} actions={mapActions} />
          <SegmentsPart personaId={personaId} colour={persona.colour} />
        </aside>
      </article>
      <NoticeBar
        text={notice?.text ?? null}
        onUndo={
          notice?.undo && editor
            ? () => {
                onNotice(null);
                editor.undo();
              }
            : null
        }
        onClose={() => onNotice(null)}
      />
    </SheetContext>
  );
}
