/** A version as lists give it: kept by hand under a name, or by itself as the map was written. */
export type ListedVersion = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'named' | 'automatic';
  readonly author: string;
  /** ISO, UTC. */
  readonly createdAt: string;
};

export type HistoryDay<V extends ListedVersion = ListedVersion> = {
  /** YYYY-MM-DD in the zone of the reader. */
  readonly day: string;
  /** Newest first. */
  readonly versions: readonly V[];
  /** Automatic versions, of this day or of its week, that are left out in favour of those shown. */
  readonly hidden: number;
};

const hour = 3_600_000;
const dayLength = 24 * hour;

/**
 * Which versions are worth showing, by day, newest first. Named ones always, and the newest of all; of the automatic ones,
 * the last of each hour for a day, then the last of each day for a month, then the last of each week: what somebody
 * looks for is either what was there before lunch or how the map was in spring. `zone`: an IANA name. `all` shows the
 * rest too.
 */
export function shownVersions<V extends ListedVersion>(
  versions: readonly V[],
  { now, zone, all = false }: { readonly now: string; readonly zone: string; readonly all?: boolean },
): HistoryDay<V>[] {
  const dayOf = dayIn(zone);
  const present = Date.parse(now);
  const sorted = versions.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  /** The day under which a slot is shown. */
  const shownOn = new Map<string, string>();
  const days = new Map<string, { versions: V[]; hidden: number }>();
  for (const [index, version] of sorted.entries()) {
    const at = Date.parse(version.createdAt);
    const day = dayOf(at);
    const slot = slotOf(present - at, at, day);
    const known = shownOn.get(slot);
    if (!all && index > 0 && version.kind === 'automatic' && known !== undefined) {
      days.get(known)!.hidden++;
      continue;
    }
    if (version.kind === 'automatic') shownOn.set(slot, day);
    const group = days.get(day);
    if (group) group.versions.push(version);
    else days.set(day, { versions: [version], hidden: 0 });
  }
  return [...days].map(([day, group]) => ({ day, ...group }));
}

/** Of the automatic versions of one slot, the last is shown. Weeks are counted from a Monday. */
function slotOf(age: number, at: number, day: string): string {
  if (age < dayLength) return `hour ${Math.floor(at / hour)}`;
  if (age < 31 * dayLength) return `day ${day}`;
  return `week ${Math.floor((Date.parse(`${day}T00:00:00Z`) / dayLength + 3) / 7)}`;
}

function dayIn(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
  };
}
