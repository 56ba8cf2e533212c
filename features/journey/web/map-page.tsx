import {
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Change } from '#kit/document/changes.ts';
import { problem } from '#kit/problem.ts';
import { randomId } from '#kit/random-id.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useOnline } from '#ui/live/link-mark.tsx';
import { linkStatus } from '#ui/live/link-status.ts';
import { useMyName } from '#ui/live/my-name.ts';
import { useUndoKeys } from '#ui/live/use-undo-keys.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { ProblemNotice } from '#ui/problem-notice.tsx';
import { useTitle } from '#ui/use-title.ts';
import type { LiveFigures } from '../domain/live-figures.ts';
import type { MapReference } from '../domain/reference.ts';
import type { JourneyMap } from '../domain/schema.ts';
import { Canvas } from './canvas/canvas.tsx';
import { LaneMenu } from './canvas/lane-menu.tsx';
import { PlaceMenu } from './canvas/place-menu.tsx';
import { SendingBar } from './frame/sending-bar.tsx';
import { createSendingStore } from './frame/sending-store.ts';
import { type MapStock, StockContext } from './frame/stock.ts';
import { TimeBand } from './frame/time-band.tsx';
import classes from './map-page.module.css';
import { Calm } from './page/calm.tsx';
import { MapBar } from './page/map-bar.tsx';
import { NoticeBar } from './page/notice-bar.tsx';
import { RefusedBanner } from './page/refused-banner.tsx';
import { ShortcutHelp } from './page/shortcut-help.tsx';
import panelClasses from './panel/panel.module.css';
import { Panel, type PanelSlots } from './panel/panel.tsx';
import { type MapConnection, mapSource } from './source.ts';
import { FollowBar } from './talk/follow-bar.tsx';
import { MapComments } from './talk/map-comments.tsx';
import { PeopleHere } from './talk/people-here.tsx';
import { createTalkStore, useTalkPanel } from './talk/talk-store.ts';
import { useFollowing } from './talk/use-following.ts';
import { useText } from './text.ts';
import { BeyondDialog } from './tools/beyond-dialog.tsx';
import { ComparedStrip } from './tools/compared-strip.tsx';
import { useCurveWords } from './tools/curve-words.tsx';
import { FilterStrip } from './tools/filter-strip.tsx';
import { FindBar } from './tools/find-bar.tsx';
import { LaneAdder } from './tools/lane-adder.tsx';
import type { MapLook } from './tools/look.ts';
import { SizeBar } from './tools/size-bar.tsx';
import { useCompared } from './tools/use-compared.ts';
import { useFiltered } from './tools/use-filtered.ts';
import { createEditor } from './view/editor.ts';
import { type GridModel, nextGridModel } from './view/grid-model.ts';
import { MapContext } from './view/map-context.ts';
import type { Notice } from './view/notice.ts';
import { usePeers } from './view/peer-store.ts';
import { parsePlace, placeOf } from './view/place.ts';
import { createSpots } from './view/spot.ts';
import { createViewStore, useView } from './view/view-store.ts';

/** What a page beside the map can do with it. */
export type SideWays = {
  /** Leads the reader to a place of the map. */
  readonly go: (reference: MapReference) => void;
  /** Edits the map; why an edit is refused is said on the page. */
  readonly change: (changes: readonly Change[]) => void;
};

export type MapPageProps = PanelSlots & {
  /** What the workspace keeps for its maps: sets of lanes. */
  readonly stock?: MapStock;
  /** The live document; opened and closed by the caller. */
  readonly connection: MapConnection;
  /** What is measured, already in words; null while nothing is, or before it has come. */
  readonly live: LiveFigures | null;
  /** Whose map is looked at, and which of its cards. */
  readonly look: MapLook;
  readonly onLook: (patch: Partial<MapLook>) => void;
  /** YYYY-MM-DD where the workspace is: evidence grows old. */
  readonly today: string;
  /** Where the page lies: links. */
  readonly crumbs?: ReactNode;
  /** Under the bar: what the figures of the map rest on, and what they are compared by. */
  readonly strip?: ReactNode;
  /** Read or draw, where there is no room for both: before the personas. */
  readonly way?: ReactNode;
  /** Opens the review. */
  readonly review?: ReactNode;
  /** Buttons at the end of the bar. */
  readonly toolbar?: ReactNode;
  /** Takes the place of the panel while there is one: the review. see `SideWays`. */
  readonly renderSide?: ((map: JourneyMap, ways: SideWays) => ReactNode) | undefined;
  /** Leads to another map: the one that tells a stage in detail. Kept by the caller from one drawing to the next. */
  readonly onOpenMap?: ((mapId: string) => void) | undefined;
  /** Under the name of the figures lane while nothing is measured: what to do first. */
  readonly measureHint?: ReactNode;
};

/** A journey map: read, edited together, explained. The figures and what binds them come from the caller. */
export function MapPage(props: MapPageProps) {
  const t = useText();
  const state = useSyncExternalStore(props.connection.subscribe, props.connection.snapshot);
  useTitle(state.document ? state.document.title || t('nothing.title') : '');
  if (state.document) return <OpenMap {...props} map={state.document} />;
  const why = state.reason ?? state.problem?.code;
  if (why !== undefined) {
    return (
      <div className={classes.loading}>
        <ProblemNotice
          title={t('map.missing')}
          cure={t.maybe(`refusal.${why}`) ?? t('refusal.other')}
          actions={<Button onClick={() => window.location.reload()}>{t('status.reload')}</Button>}
        />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <PageHeader crumbs={props.crumbs} title={t('map.loading')} />
      <output className={classes.loading}>
        <svg viewBox="0 0 240 60" aria-hidden="true">
          <path d="M6 20C40 20 50 10 82 14s38 38 70 34 40-36 82-34" />
        </svg>
        {t('map.loadingHint')}
      </output>
    </div>
  );
}

function OpenMap(props: MapPageProps & { readonly map: JourneyMap }) {
  const { connection, map, live, look, onLook, crumbs, measureHint } = props;
  const t = useText();
  const online = useOnline();
  const state = connection.snapshot();
  const status = linkStatus(state, online);
  const personaId =
    look.personaId !== null && Object.hasOwn(map.personas, look.personaId) ? look.personaId : null;
  const { faded, hidden, shown, total } = useFiltered(map, look, props.today);
  const model = useModel(map, personaId, hidden);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [folded, setFolded] = useState(false);
  const [name] = useMyName();
  const source = useMemo(() => mapSource(connection), [connection]);
  const { presence } = source;
  const [inviting, setInviting] = useState(false);
  const { heldBack } = state;
  useEffect(() => {
    if (heldBack > 0) setNotice({ kind: 'refused', problem: problem('journey.structure-held') });
  }, [heldBack]);
  useEffect(() => presence.introduce(name), [presence, name]);
  const seen = useRef({ map, model, personaId, hidden });
  const opener = useRef(props.onOpenMap);
  opener.current = props.onOpenMap;
  seen.current = { map, model, personaId, hidden };
  const canvas = useRef<HTMLDivElement>(null);
  const context = useMemo(() => {
    const view = createViewStore();
    const talk = createTalkStore();
    const sending = createSendingStore();
    const openMap = opener.current && ((mapId: string) => opener.current?.(mapId));
    // Read at the moment of an edit, not at the last drawing: two edits may come between two drawings.
    const now = () => {
      const latest = source.map();
      if (!latest) return null;
      const { current } = seen;
      const fresh =
        latest === current.map
          ? current.model
          : nextGridModel(latest, current.personaId, current.model, current.hidden);
      return { map: latest, model: fresh, personaId: current.personaId };
    };
    const editor = createEditor({ source, view, talk, newId: randomId, seen: now, notify: setNotice });
    const spots = createSpots(view, source.presence, talk);
    return { view, editor, spots, talk, sending, openMap };
  }, [source]);
  const { view, editor, talk, sending } = context;
  useEffect(() => sending.stop, [sending]);
  const talking = useTalkPanel(talk) !== null;
  useLayoutEffect(() => talk.take(map), [talk, map]);
  useLayoutEffect(() => view.set({ faded }), [view, faded]);
  const cardsNow = useCallback(() => seen.current.map.cards, []);
  const compared = useCompared(view, map, model, look.compared);
  const curveWords = useCurveWords(map, model, personaId, compared?.personaIds);
  const onPersona = useCallback((id: string | null) => onLook({ personaId: id, compared: [] }), [onLook]);
  const key = useView(view, (now) => now.key);
  useEffect(() => presence.show(key), [presence, key]);
  useEffect(() => presence.invite(inviting), [presence, inviting]);
  useEffect(() => {
    const place = parsePlace(decodeURIComponent(window.location.hash.slice(1)));
    if (place) view.goTo(place);
  }, [view]);
  const following = useFollowing(presence, view);
  const people = useMemo(
    () => <PeopleHere presence={presence} following={following} inviting={inviting} onInvite={setInviting} />,
    [presence, following, inviting],
  );
  const helpOpen = useView(view, (now) => now.helpOpen);
  const peers = usePeers(presence);
  const close = useCallback(() => setNotice(null), []);
  useUndoKeys(editor);

  return (
    <MapContext value={context}>
      <StockContext value={props.stock ?? null}>
        <div className={classes.page}>
          <div>
            <Calm>
              <MapBar
                title={map.title}
                state={map.state}
                locked={map.structureLocked}
                readOnly={state.readOnly}
                personas={model.outline.personas}
                personaId={personaId}
                onPersona={onPersona}
                status={status}
                people={people}
                canUndo={state.canUndo}
                canRedo={state.canRedo}
                folded={folded}
                onFold={setFolded}
                crumbs={crumbs}
                way={props.way}
                review={props.review}
                cardsNow={cardsNow}
                look={look}
                onLook={onLook}
                toolbar={props.toolbar}
              />
              {props.strip}
              <ComparedStrip map={map} compared={compared} onLook={onLook} />
              <FilterStrip look={look} onLook={onLook} shown={shown} total={total} />
              <TimeBand model={model} />
              <FollowBar
                presence={presence}
                following={following}
                inviting={inviting}
                onInvite={setInviting}
              />
            </Calm>
          </div>
          <div className={classes.work} data-folded={folded && !talking ? '' : undefined}>
            <div className={classes.canvas} ref={canvas}>
              {state.reason !== undefined && <RefusedBanner reason={state.reason} map={map} />}
              {model.outline.stages.length === 0 && model.rows.length === 0 ? (
                <EmptyState
                  title={t('map.empty')}
                  text={t('map.emptyHint')}
                  actions={
                    <Button look="action" onClick={editor.addLastStage}>
                      {t('add.stage')}
                    </Button>
                  }
                />
              ) : (
                <Canvas
                  title={map.title}
                  language={map.language}
                  model={model}
                  personaId={personaId}
                  live={live}
                  measureHint={measureHint}
                  curveWords={curveWords}
                />
              )}
              <Calm>
                <FindBar model={model} personaId={personaId} />
                <div className={classes.foot}>
                  <LaneAdder model={model} />
                  <SizeBar frame={canvas} model={model} />
                </div>
              </Calm>
              <SendingBar />
              <NoticeBar notice={notice} onUndo={editor.undo} onClose={close} />
            </div>
            <Calm>
              {talking && (
                <aside className={panelClasses.panel} aria-label={t('panel.label')} data-open="">
                  {/** biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
                  <div className={panelClasses.scroll} tabIndex={0}>
                    <MapComments map={map} peers={peers} readOnly={state.readOnly} />
                  </div>
                </aside>
              )}
              {!folded && !talking && props.renderSide && (
                <aside className={panelClasses.panel} aria-label={t('panel.label')} data-open="">
                  {/** biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
                  <div className={panelClasses.scroll} tabIndex={0}>
                    {props.renderSide(map, {
                      go: (reference) => view.goTo(placeOf(reference)),
                      change: editor.send,
                    })}
                  </div>
                </aside>
              )}
              {!folded && !talking && !props.renderSide && (
                <Panel
                  map={map}
                  model={model}
                  personaId={personaId}
                  compared={compared}
                  renderPanel={props.renderPanel}
                  renderTouchpointBinding={props.renderTouchpointBinding}
                  renderObjective={props.renderObjective}
                />
              )}
            </Calm>
          </div>
          <Calm>
            <PlaceMenu map={map} model={model} />
            <LaneMenu map={map} model={model} />
            <BeyondDialog />
            <ShortcutHelp opened={helpOpen} onClose={() => view.set({ helpOpen: false })} />
          </Calm>
        </div>
      </StockContext>
    </MapContext>
  );
}

/** The grid of the map, made from the former one so that what did not change is not drawn again. */
function useModel(map: JourneyMap, personaId: string | null, hidden: ReadonlySet<string>): GridModel {
  const former = useRef<GridModel>(undefined);
  const model = useMemo(
    () => nextGridModel(map, personaId, former.current, hidden),
    [map, personaId, hidden],
  );
  former.current = model;
  return model;
}
