import type { MeasurePorts } from '../ports.ts';

/**
 * Under a million events figures are counted in a tenth of a second either way. Ten million events of a map are about 150 MB
 * of codes.
 */
export const usualKeeping: Omit<MeasurePorts['keptCodes'], 'jobs'> = {
  from: 1_000_000,
  keeping: { tables: 24, bytes: 4_000_000_000 },
};
