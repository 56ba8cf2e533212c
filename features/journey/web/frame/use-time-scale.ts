import { useLocalStorage } from '@mantine/hooks';
import { type TimeScale, timeScales } from '../../domain/time-band.ts';

/** How this reader sees the time band, on this machine: a way of looking, not a part of the map. */
export type ShownTime = TimeScale | 'hidden';
export const shownTimes: readonly ShownTime[] = [...timeScales, 'hidden'];

export function useTimeScale(): [ShownTime, (shown: ShownTime) => void] {
  const [kept, keep] = useLocalStorage<string>({
    key: 'parcours.time-band',
    defaultValue: 'proportional',
    getInitialValueInEffect: false,
  });
  return [shownTimes.find((one) => one === kept) ?? 'proportional', keep];
}
