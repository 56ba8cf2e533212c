import { knownChannel, knownChannels } from '#kit/channel.ts';
import type { LiveTouchpoint } from '../live-figures.ts';
import { duplicateGroups } from '../review/duplicate-touchpoints.ts';
import { channelName, type ReadStep, readMap } from '../review/reading.ts';
import type { JourneyMap, MapTouchpoint, Phase } from '../schema.ts';

/** A map with its id, and the figures of its touchpoints where they are known. */
export type InventoryMap = {
  readonly mapId: string;
  readonly map: JourneyMap;
  readonly figures?: Readonly<Record<string, LiveTouchpoint>> | undefined;
  /** Channels that personas of the map prefer, by persona, where the workspace knows. */
  readonly preferred?: Readonly<Record<string, readonly string[]>> | undefined;
};

export type InventoryTouchpoint = {
  readonly id: string;
  readonly touchpoint: MapTouchpoint;
  /** Lived as one event with another: see `duplicateGroups`. */
  readonly redundant: boolean;
  readonly figures: LiveTouchpoint | null;
};

/**
 * Why a channel is missed at a step. `interrupted`: earlier in the same stage the customer took it by themselves, and
 * here they cannot go on with it. `preferred`: a persona prefers it and the whole stage does not offer it; told at the
 * first step of the stage where the customer meets the company.
 */
export type MissingReason = 'interrupted' | 'preferred';

export type InventoryCell = {
  readonly channel: string;
  readonly touchpoints: readonly InventoryTouchpoint[];
  readonly state: 'present' | 'redundant' | 'missing' | 'none';
  readonly why: MissingReason | null;
  /** Names of the personas who prefer it, for `preferred`. */
  readonly personas: readonly string[];
};

export type InventoryRow = {
  readonly stepId: string;
  readonly title: string;
  readonly moment: Phase['moment'];
  readonly cells: readonly InventoryCell[];
  /** How many touchpoints the step has; none: the customer meets nobody there. */
  readonly count: number;
};

export type InventoryStage = {
  readonly stageId: string;
  readonly title: string;
  readonly rows: readonly InventoryRow[];
};

export type InventoryChannel = { readonly channel: string; readonly count: number };

export type Inventory = {
  /** The columns: known channels in their usual order, then the team's own, then those that have no name. */
  readonly channels: readonly InventoryChannel[];
  readonly maps: readonly {
    readonly mapId: string;
    readonly title: string;
    readonly stages: readonly InventoryStage[];
  }[];
  readonly counts: { readonly touchpoints: number; readonly missing: number; readonly redundant: number };
};

/**
 * T1: what meets the customer where, as a grid of steps and channels over one map or several. Channels that nobody uses
 * yet have a column when they are asked for (`also`): that is where the first touchpoint is added.
 */
export function inventory(maps: readonly InventoryMap[], also: readonly string[] = []): Inventory {
  const read = maps.map((one) => ({ ...one, steps: readMap(one.map, { today: '' }).steps }));
  const count = new Map<string, number>();
  for (const { steps, preferred = {}, map } of read) {
    for (const { touchpoint } of steps.flatMap((step) => step.touchpoints)) {
      const name = channelName(touchpoint.channel);
      count.set(name, (count.get(name) ?? 0) + 1);
    }
    for (const [personaId, wanted] of Object.entries(preferred)) {
      if (!Object.hasOwn(map.personas, personaId)) continue;
      for (const channel of wanted) count.set(channelName(channel), count.get(channelName(channel)) ?? 0);
    }
  }
  for (const channel of also) count.set(channelName(channel), count.get(channelName(channel)) ?? 0);
  const channels = [...count]
    .map(([channel, total]) => ({ channel, count: total }))
    .sort((a, b) => rankOf(a.channel) - rankOf(b.channel) || (a.channel < b.channel ? -1 : 1));
  const grids = read.map((one) => ({
    mapId: one.mapId,
    title: one.map.title,
    stages: stagesOf(one, channels),
  }));
  const cells = grids.flatMap(({ stages }) => stages.flatMap(({ rows }) => rows.flatMap((row) => row.cells)));
  const told = cells.flatMap(({ touchpoints }) => touchpoints);
  return {
    channels,
    maps: grids,
    counts: {
      touchpoints: told.length,
      missing: cells.filter(({ state }) => state === 'missing').length,
      redundant: told.filter(({ redundant }) => redundant).length,
    },
  };
}

/** Other words stand after the known channels, "other" last. */
function rankOf(channel: string): number {
  if (knownChannel(channel) === 'other') return knownChannels.length + (channel === 'other' ? 1 : 0);
  return (knownChannels as readonly string[]).indexOf(channel);
}

function stagesOf(
  { map, steps, figures = {}, preferred = {} }: InventoryMap & { readonly steps: readonly ReadStep[] },
  channels: readonly InventoryChannel[],
): InventoryStage[] {
  const redundant = new Set(
    duplicateGroups({ steps }).flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)),
  );
  const byStage = new Map<string, ReadStep[]>();
  for (const step of steps) byStage.set(step.stageId, [...(byStage.get(step.stageId) ?? []), step]);
  return [...byStage].map(([stageId, own]) => {
    const offered = new Set(own.flatMap(channelsOf));
    const meeting = own.find((step) => step.touchpoints.length > 0);
    const taken = new Set<string>();
    const rows = own.map((step) => {
      const cells = channels.map(({ channel }): InventoryCell => {
        const touchpoints = step.touchpoints
          .filter(({ touchpoint }) => channelName(touchpoint.channel) === channel)
          .map(({ id, touchpoint }) => ({
            id,
            touchpoint,
            redundant: redundant.has(id),
            figures: Object.hasOwn(figures, id) ? figures[id]! : null,
          }));
        const personas = Object.entries(preferred)
          .filter(([, wanted]) => wanted.some((one) => channelName(one) === channel))
          .flatMap(([id]) => (Object.hasOwn(map.personas, id) ? [map.personas[id]!.name] : []));
        const wanted = step === meeting && personas.length > 0 && !offered.has(channel);
        const why = taken.has(channel) ? 'interrupted' : wanted ? 'preferred' : null;
        const state = touchpoints.some((one) => one.redundant)
          ? 'redundant'
          : touchpoints.length > 0
            ? 'present'
            : why
              ? 'missing'
              : 'none';
        return {
          channel,
          touchpoints,
          state,
          why: state === 'missing' ? why : null,
          personas: why === 'preferred' ? personas : [],
        };
      });
      for (const { touchpoint } of step.touchpoints) {
        const name = channelName(touchpoint.channel);
        if (touchpoint.initiator === 'customer' && name !== 'other') taken.add(name);
      }
      const { id, title, moment } = step;
      return { stepId: id, title, moment, cells, count: step.touchpoints.length };
    });
    return { stageId, title: map.stages[stageId]?.title ?? '', rows };
  });
}

const channelsOf = (step: ReadStep): string[] =>
  step.touchpoints.map(({ touchpoint }) => channelName(touchpoint.channel));
