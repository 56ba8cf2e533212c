import type { Change } from '#kit/document/changes.ts';
import type { Position } from '#kit/document/position.ts';
import { addCard, editCard } from '../../domain/edit/card.ts';
import { placeEmotion } from '../../domain/edit/emotion.ts';
import { moveLane } from '../../domain/edit/lane.ts';
import { editMap } from '../../domain/edit/map.ts';
import { removePersona } from '../../domain/edit/persona.ts';
import { editTouchpoint } from '../../domain/edit/touchpoint.ts';
import { type EmotionPoint, emotionId, type JourneyMap, type LaneType } from '../../domain/schema.ts';
import { structureIsLocked } from '../../domain/structure-lock.ts';
import { createBlockEditor } from './block-editor.ts';
import type { EditorPorts } from './editor-ports.ts';
import type { GridModel } from './grid-model.ts';
import type { Intention } from './keyboard.ts';
import { type Direction, neighbour } from './keyboard.ts';
import {
  addAfter,
  addItem,
  addLaneTo,
  addLastStage,
  addStepTo,
  channelNamed,
  dropColumn,
  dropItem,
  moveBy,
  type Outcome,
  removeAt,
  type Seen,
  setText,
  textAt,
} from './map-commands.ts';
import { described, kindOf, type Notice, whereIs } from './notice.ts';
import { type CellPlace, itemsIn, type Place, placeKey } from './place.ts';
import { nameAfter, type Restructuring, restructure } from './structure-commands.ts';
import { nextZoom } from './zoom.ts';

/** How typing in a place ends. */
export type Leave = 'next' | 'right' | 'left' | 'cancel' | 'blur';

export type Editor = ReturnType<typeof createEditor>;

/** Carries out what the reader asks for: computes the changes, sends them, moves the focus, says what was removed. */
export function createEditor({ source, view, talk, newId, seen, notify }: EditorPorts) {
  /** false when the edit was refused. */
  const send = (changes: readonly Change[]): boolean => {
    if (changes.length === 0) return true;
    const refused = source.change(changes);
    notify(refused ? { kind: 'refused', problem: refused } : null);
    return refused === undefined;
  };
  const { perform: performOnMany, ...blocks } = createBlockEditor({ view, newId, seen, notify, send });
  const carry = ({ changes, place, edit }: Outcome): boolean => {
    if (!send(changes)) return false;
    if (place) view.goTo(place);
    if (place && edit) view.set({ editing: { key: placeKey(place), typed: null, draft: null } });
    return true;
  };
  /** A title that cannot be changed does not open as a field: the reader is told why. */
  const standsStill = ({ map }: Seen, place: Place): boolean => {
    if (place.at === 'cell' || !map.structureLocked) return false;
    notify({ kind: 'refused', problem: structureIsLocked(place.at) });
    return true;
  };
  const withSeen = (act: (now: Seen) => void): void => {
    const now = seen();
    if (now) act(now);
  };

  /** Opens the field of a place; on an empty cell, the field of a card to come. */
  function edit(place: Place, typed: string | null = null): void {
    withSeen((now) => {
      if (place.at === 'cell' && place.itemId === null) {
        const kind = kindOf(now.model, place.laneId);
        const last = itemsIn(now.model, place.laneId, place.stepId).at(-1) ?? null;
        if (kind === 'cards' || kind === 'touchpoints') draft(place, last, typed);
        else if (kind === 'emotion') takePoint(now, place);
        return;
      }
      if (textAt(now, place) === undefined || standsStill(now, place)) return;
      view.goTo(place);
      view.set({ editing: { key: placeKey(place), typed, draft: null } });
    });
  }

  function draft(place: CellPlace, afterId: string | null, typed: string | null = null) {
    const cell = { ...place, itemId: null };
    view.goTo(cell);
    view.set({ editing: { key: placeKey(cell), typed, draft: { afterId, createdId: null } } });
  }

  /** Enter on the emotion cell: the point of the persona looked at is taken in hand, and made first if need be. */
  function takePoint(now: Seen, place: CellPlace): void {
    const { reading, compared } = view.get();
    const { stepId } = place;
    if (compared.length > 0) {
      // Only the curves side by side are drawn: the first of them with a point here, and no point of anyone else's.
      const own = compared.find((id) => Object.hasOwn(now.map.emotions, emotionId('felt', id, stepId)));
      if (own !== undefined) view.goTo({ ...place, itemId: `felt_${own}` });
      return;
    }
    const id = emotionId(reading, now.personaId, stepId);
    if (!Object.hasOwn(now.map.emotions, id)) {
      send(placeEmotion(now.map, { reading, personaId: now.personaId, stepId, value: 0 }));
    }
    view.goTo({ ...place, itemId: `${reading}_${now.personaId ?? 'all'}` });
  }

  function add(place: Place): void {
    withSeen((now) => {
      if (standsStill(now, place)) return;
      if (place.at === 'lane') return view.set({ laneMenu: { after: place.laneId, at: null } });
      if (place.at !== 'cell') return void carry(addAfter(now, place, newId));
      const kind = kindOf(now.model, place.laneId);
      if (kind === 'emotion') return takePoint(now, place);
      if (kind === 'cards' || kind === 'touchpoints') draft(place, place.itemId);
    });
  }

  function remove(place: Place): void {
    if (blocks.removeChosen(place)) return;
    withSeen((now) => {
      const removed = described(now, place);
      const outcome = removeAt(now, place);
      if (outcome.changes.length === 0) return;
      const cards = outcome.changes.filter(({ op, path }) => op === 'remove' && path[0] === 'cards').length;
      if (!carry(outcome)) return;
      notify({ kind: 'removed', removed: { ...removed, cards: removed.what === 'card' ? 0 : cards } });
    });
  }

  function leave(place: Place, how: Leave, created: boolean): void {
    view.set({ editing: null });
    withSeen((now) => {
      nameChannel(now.map, place);
      if (how === 'blur') return;
      if (how === 'left' || how === 'right') return tabTo(now.model, place, how);
      if (how === 'next' && created && place.at === 'cell') return draft(place, place.itemId);
      const emptyCell = place.at === 'cell' && place.itemId === null;
      const below = how === 'next' && !emptyCell ? neighbour(now.model, place, 'down') : undefined;
      view.goTo(below ?? place);
    });
  }

  /** Tab while typing: the same row, next column, ready to type. */
  function tabTo(model: GridModel, place: Place, how: 'left' | 'right'): void {
    const next = neighbour(model, place, how);
    if (next) edit(next);
    else view.goTo(place);
  }

  /** "Conseiller" typed in a new touchpoint is the telephone: a channel nobody chose follows the title. */
  function nameChannel(map: JourneyMap, place: Place): void {
    if (place.at !== 'cell' || place.itemId === null) return;
    const touchpoint = map.touchpoints[place.itemId];
    const named = touchpoint && channelNamed(touchpoint.title);
    if (
      touchpoint &&
      named &&
      touchpoint.channel === 'web' &&
      named !== 'web' &&
      fresh.delete(place.itemId)
    ) {
      send(editTouchpoint(map, place.itemId, { channel: named }));
    }
  }
  const fresh = new Set<string>();

  const move = (place: Place, direction: Direction) =>
    withSeen((now) => {
      if (blocks.moveChosen(place, direction)) return;
      const outcome = moveBy(now, place, direction);
      if (outcome.changes.length === 0) return;
      if (!carry(outcome)) return;
      const moved = seen();
      if (moved && outcome.place) notify({ kind: 'moved', ...whereIs(moved, outcome.place) });
    });
  /** Joined, cut, duplicated: the reader is told, since what is beside the place has changed too. */
  const reshape = (place: Place, what: Restructuring) =>
    withSeen((now) => {
      const outcome = restructure(now, what, place, newId);
      if (outcome.changes.length === 0) return;
      if (!carry(outcome)) return;
      const after = seen();
      if (after && outcome.place) {
        notify({ kind: 'restructured', what, name: nameAfter(after, outcome.place) });
      }
    });
  const comment = (place: Place) => {
    view.goTo(place, { quiet: true });
    talk.show('write');
  };
  const undo = () => {
    notify(null);
    source.undo();
  };
  const redo = () => {
    notify(null);
    source.redo();
  };

  /** Goes to a card and remembers where the reader comes from. */
  function follow(cardId: string): void {
    withSeen(({ map }) => {
      const card = map.cards[cardId];
      if (!card) return;
      const { place, trail } = view.get();
      view.set({ trail: place ? [...trail, place].slice(-20) : trail });
      view.goTo({ at: 'cell', laneId: card.laneId, stepId: card.stepId, itemId: cardId });
    });
  }

  function followFrom(place: Place): void {
    const card = place.at === 'cell' && place.itemId !== null ? seen()?.map.cards[place.itemId] : undefined;
    if (card?.linkedCardId) follow(card.linkedCardId);
  }

  /** Where the reader was before following the last link. */
  function back(): void {
    const { trail } = view.get();
    const last = trail.at(-1);
    if (!last) return;
    view.set({ trail: trail.slice(0, -1) });
    view.goTo(last);
  }

  return {
    ...blocks,
    send,
    carry,
    follow,
    back,
    edit,
    add,
    remove,
    leave,
    draft,
    comment,
    setText: (place: Place, text: string) => withSeen(({ map }) => send(setText(map, place, text))),
    move,
    restructure: reshape,
    say: (notice: Notice) => notify(notice),
    /** A file kept by the server: on the card of the place, or on a new one, whose words then say what it shows. */
    attach: (place: CellPlace, mediaId: string) =>
      withSeen(({ map }) => {
        notify(null);
        const { laneId, stepId, itemId } = place;
        // A card that somebody removed while its file was on its way: the file comes on a card of its own.
        if (itemId !== null && Object.hasOwn(map.cards, itemId))
          return send(editCard(map, itemId, { mediaId }));
        const changes = addCard(map, { laneId, stepId, card: { mediaId } }, newId);
        const cardId = changes.find(({ op, path }) => op === 'put' && path[0] === 'cards')?.path[1];
        if (cardId !== undefined) carry({ changes, place: { ...place, itemId: cardId }, edit: true });
      }),
    addLane: (type: LaneType, after: string | undefined) =>
      withSeen(({ map }) => carry(addLaneTo(map, { type, after }, newId))),
    /** Letters of a card or touchpoint to come: the first one makes it exist, and the same field goes on. */
    typeDraft(place: CellPlace, text: string): void {
      withSeen((now) => {
        const { editing } = view.get();
        if (!editing?.draft) return;
        const { afterId, createdId } = editing.draft;
        if (createdId) return send(setText(now.map, { ...place, itemId: createdId }, text));
        if (text.trim() === '') return;
        const { changes, place: made } = addItem(now, place, { text, afterId }, newId);
        if (made?.at !== 'cell' || made.itemId === null) return;
        fresh.add(made.itemId);
        view.set({ editing: { ...editing, draft: { afterId, createdId: made.itemId } } });
        send(changes);
      });
    },
    /** Left empty or given up, a card that was just made goes away again. */
    leaveDraft(place: CellPlace, how: Leave): void {
      withSeen((now) => {
        const text = textAt(now, place) ?? '';
        if (place.itemId === null || (text.trim() !== '' && how !== 'cancel')) {
          return leave(place, how, place.itemId !== null);
        }
        send(removeAt(now, place).changes);
        leave({ ...place, itemId: null }, how, false);
      });
    },
    /** A second click: as Enter, but a click on the curve lane is a point put there, not a field. */
    editByHand(place: Place): void {
      withSeen(({ model }) => {
        if (place.at !== 'cell' || kindOf(model, place.laneId) !== 'emotion') edit(place);
      });
    },
    drop: (place: CellPlace, to: Parameters<typeof dropItem>[2]) =>
      withSeen(({ map }) => {
        if (!blocks.dropChosen(place, to)) carry(dropItem(map, place, to));
      }),
    dropLane: (laneId: string, position: Position) =>
      withSeen(({ map }) =>
        carry({ changes: moveLane(map, { laneId, ...position }), place: { at: 'lane', laneId } }),
      ),
    /** A step or a stage dropped at the left edge of a column. */
    dropColumn: (place: Place, column: number) => withSeen((now) => carry(dropColumn(now, place, column))),
    addStep: (stageId: string) => withSeen(({ map }) => carry(addStepTo(map, { stageId }, newId))),
    removePersona: (id: string) =>
      withSeen(({ map }) => {
        const name = map.personas[id]?.name ?? '';
        const changes = removePersona(map, id);
        send(changes);
        const cards = changes.filter(({ op, path }) => op === 'remove' && path[0] === 'cards').length;
        notify({ kind: 'removed', removed: { what: 'persona', name, cards } });
      }),
    /** Locks or unlocks the structure, and says what that means. */
    lock: (structureLocked: boolean) =>
      withSeen(({ map }) => {
        if (send(editMap(map, { structureLocked }))) notify({ kind: 'lock', locked: structureLocked });
      }),
    rename: (title: string) => withSeen(({ map }) => send(editMap(map, { title }))),
    addLastStage: () => withSeen(({ map, model }) => carry(addLastStage(map, model, newId))),
    placeEmotion(personaId: string | null, reading: EmotionPoint['reading'], stepId: string, value: number) {
      withSeen(({ map }) => send(placeEmotion(map, { personaId, reading, stepId, value })));
    },
    perform(place: Place, intention: Intention): void {
      if (intention.do === 'focus') view.goTo(intention.place);
      else if (intention.do === 'edit') edit(place, intention.typed);
      else if (intention.do === 'add') add(place);
      else if (intention.do === 'delete') remove(place);
      else if (intention.do === 'move') move(place, intention.direction);
      else if (intention.do === 'restructure') reshape(place, intention.what);
      else if (intention.do === 'menu') view.set({ menu: { place, at: null } });
      else if (intention.do === 'undo') undo();
      else if (intention.do === 'redo') redo();
      else if (intention.do === 'help') view.set({ helpOpen: true });
      else if (intention.do === 'comment') comment(place);
      else if (intention.do === 'follow') followFrom(place);
      else if (intention.do === 'back') back();
      else if (intention.do === 'zoom') {
        view.set({ zoom: intention.to === 'real' ? 1 : nextZoom(view.get().zoom, intention.to) });
      } else if (!performOnMany(place, intention)) view.goTo(null);
    },
    undo,
    redo,
    dismiss: () => notify(null),
  };
}
