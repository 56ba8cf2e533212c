import { type LocalMoment, Zone } from '#kit/table/zone.ts';

/**
 * Calendar days of a zone as moments: from the beginning of `from` to the end of `to`, milliseconds since 1970. A day has 23 or
 * 25 hours when the clocks change.
 */
export function periodOf(
  days: { readonly from?: string | undefined; readonly to?: string | undefined },
  zoneName: string,
): { from?: number; to?: number } | undefined {
  if (days.from === undefined && days.to === undefined) return undefined;
  const zone = new Zone(zoneName);
  const startOf = (local: number): number => {
    const moment: LocalMoment = { utc: 0, clock: 'plain' };
    return zone.toUtc(local, moment).utc;
  };
  return {
    ...(days.from === undefined ? {} : { from: startOf(Date.parse(days.from)) }),
    ...(days.to === undefined ? {} : { to: startOf(Date.parse(days.to) + 86_400_000) }),
  };
}
