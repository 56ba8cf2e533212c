import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useApi } from '#client/react.tsx';
import { Button } from '#ui/button.tsx';
import { LinkMark, useOnline } from '#ui/live/link-mark.tsx';
import { linkStatus } from '#ui/live/link-status.ts';
import { useMyName } from '#ui/live/my-name.ts';
import { presenceOf } from '#ui/live/presence.ts';
import { useUndoKeys } from '#ui/live/use-undo-keys.ts';
import { FailureNotice, ProblemNotice } from '#ui/problem-notice.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { useTitle } from '#ui/use-title.ts';
import type { Persona } from '../../domain/schema.ts';
import { createEditor, type PersonaConnection, usePersonaConnection } from '../source.ts';
import { openThreads } from '../talk/open-threads.ts';
import { SheetComments } from '../talk/sheet-comments.tsx';
import { useText } from '../text.ts';
import { useToday, useWays } from '../ways.tsx';
import { useCopyPersona } from './copy-persona.ts';
import { Sheet, type SheetView, viewOf } from './sheet.tsx';
import bar from './sheet-bar.module.css';
import { SheetBar } from './sheet-bar.tsx';
import type { Notice } from './sheet-context.ts';
import { focusStatement } from './statement-item.tsx';
import { type LookedAt, VersionBanner, Versions } from './versions.tsx';

export type SheetPageProps = {
  readonly personaId: string;
  /** Where the page lies: links. */
  readonly crumbs: ReactNode;
  /** Buttons of the page that composes this one. */
  readonly toolbar?: ReactNode;
  /** What the data say of this persona, at the head of the right column. */
  readonly figures?: ((persona: Persona) => ReactNode) | undefined;
  /** What puts this persona on a map, under the maps that name it. */
  readonly mapActions?: ((persona: Persona) => ReactNode) | undefined;
};

/** One persona, written together: the live document behind the sheet. */
export function SheetPage(props: SheetPageProps) {
  const { workspaceId } = useWays();
  const connection = usePersonaConnection(workspaceId, props.personaId);
  if (connection === null) return <Waiting crumbs={props.crumbs} />;
  return <Connected key={props.personaId} {...props} connection={connection} />;
}

function Connected(props: SheetPageProps & { readonly connection: PersonaConnection }) {
  const { connection, crumbs } = props;
  const t = useText();
  const ui = useUiText();
  const state = useSyncExternalStore(connection.subscribe, connection.snapshot);
  useTitle(state.document ? state.document.title || t('sheet.untitled') : '');
  if (state.document) return <OpenSheet {...props} persona={state.document} />;
  const why = state.reason ?? state.problem?.code;
  if (why === undefined) return <Waiting crumbs={crumbs} />;
  return (
    <>
      <header className={bar.bar}>
        <div className={bar.crumbs}>{crumbs}</div>
      </header>
      <div className={bar.bar}>
        <ProblemNotice
          title={t('sheet.missing')}
          cure={t.maybe(`refusal.${why}`) ?? t('refusal.other')}
          actions={<Button onClick={() => window.location.reload()}>{ui('live.reload')}</Button>}
        />
      </div>
    </>
  );
}

function Waiting({ crumbs }: { readonly crumbs: ReactNode }) {
  return (
    <header className={bar.bar} aria-busy="true">
      <div className={bar.crumbs}>{crumbs}</div>
      <div className={bar.presence}>
        <LinkMark status="connecting" />
      </div>
    </header>
  );
}

function OpenSheet(
  props: SheetPageProps & { readonly connection: PersonaConnection; readonly persona: Persona },
) {
  const { personaId, connection, persona, crumbs, toolbar, figures, mapActions } = props;
  const t = useText();
  const ui = useUiText();
  const today = useToday();
  const online = useOnline();
  const [view, setView] = useState<SheetView>('portrait');
  const [notice, setNotice] = useState<Notice | null>(null);
  const [versions, setVersions] = useState(false);
  const [lookedAt, setLookedAt] = useState<LookedAt | null>(null);
  const state = connection.snapshot();
  const status = linkStatus(state, online);
  const presence = useMemo(() => presenceOf(connection.awareness, { name: '' }), [connection]);
  const editor = useMemo(
    () =>
      createEditor(connection, ({ code }) =>
        setNotice({ text: t.maybe(`refusal.${code}`) ?? t('refusal.other'), undo: false }),
      ),
    [connection, t],
  );
  useUndoKeys(editor);
  const copy = useCopyPersona();
  useForgetLists();
  const writable = !state.readOnly && state.reason === undefined;
  const [talking, setTalking] = useState<{ readonly about: string | null; readonly writing: number } | null>(
    null,
  );
  const open = useMemo(() => openThreads(persona), [persona]);
  const talk = useMemo(
    () => ({
      open: open.about,
      say: (about: string) => setTalking((now) => ({ about, writing: (now?.writing ?? 0) + 1 })),
    }),
    [open],
  );
  const peers = useSyncExternalStore(presence.subscribe, presence.peers);
  const [me] = useMyName();
  useEffect(() => presence.introduce(me), [presence, me]);
  const shown = lookedAt?.persona ?? persona;
  return (
    <>
      <SheetBar
        personaId={personaId}
        title={persona.title}
        crumbs={crumbs}
        view={view}
        onView={setView}
        status={status}
        presence={presence}
        canUndo={state.canUndo && lookedAt === null}
        canRedo={state.canRedo && lookedAt === null}
        onUndo={editor.undo}
        onRedo={editor.redo}
        onVersions={() => setVersions(true)}
        onCopy={() => copy.mutate(persona)}
        comments={open.all}
        talking={talking !== null}
        onTalk={() => setTalking(talking === null ? { about: null, writing: 0 } : null)}
        notify={setNotice}
        toolbar={toolbar}
      />
      {state.reason !== undefined && (
        <div className={bar.bar}>
          <ProblemNotice
            title={ui('live.refused')}
            cure={t.maybe(`refusal.${state.reason}`) ?? ui('live.refusedHint')}
            actions={<Button onClick={() => window.location.reload()}>{ui('live.reload')}</Button>}
          />
        </div>
      )}
      {copy.error !== null && (
        <div className={bar.bar}>
          <FailureNotice error={copy.error} />
        </div>
      )}
      {lookedAt !== null && (
        <VersionBanner
          personaId={personaId}
          version={lookedAt}
          now={persona}
          onBack={() => setLookedAt(null)}
        />
      )}
      <Sheet
        // A version is another portrait: its fields are not those of the live one.
        key={lookedAt?.id ?? 'live'}
        personaId={personaId}
        persona={shown}
        view={view}
        onView={setView}
        editor={writable && lookedAt === null ? editor : null}
        presence={lookedAt === null ? presence : null}
        today={today}
        notice={notice}
        onNotice={setNotice}
        figures={figures?.(shown)}
        talk={lookedAt === null ? talk : null}
        mapActions={lookedAt === null && writable ? mapActions?.(persona) : undefined}
      />
      {talking !== null && lookedAt === null && (
        <SheetComments
          persona={persona}
          peers={peers}
          editor={writable ? editor : null}
          about={talking.about}
          writing={talking.writing}
          onClose={() => setTalking(null)}
          onShow={(statementId) => {
            const shownOn = viewOf(persona, statementId);
            if (shownOn) setView(shownOn);
            setTalking({ about: statementId, writing: 0 });
            // Once the view that holds it is drawn.
            window.setTimeout(() => focusStatement(statementId), 0);
          }}
        />
      )}
      {versions && <Versions personaId={personaId} onLook={setLookedAt} onClose={() => setVersions(false)} />}
    </>
  );
}

/** Lists that show this persona are asked for anew once one leaves the sheet. */
function useForgetLists(): void {
  const client = useQueryClient();
  const { query } = useApi();
  useEffect(
    () => () => {
      void client.invalidateQueries({ queryKey: query.persona.list.key() });
      void client.invalidateQueries({ queryKey: query.persona.get.key() });
    },
    [client, query],
  );
}
