import { z } from 'zod';

/**
 * How moments are written in a column.
 * - `iso`: year first (`2025-03-04`, `2025-03-04 10:20:30.123`, `2025-03-04T10:20:30+01:00`, `20250304`).
 * - `day-first` / `month-first`: `04/03/2025 10:20`, separators `/`, `.`, `-`, optional am/pm.
 * - `epoch-s` / `epoch-ms`: seconds or milliseconds since 1970, UTC.
 * - `excel`: days since 1899-12-30 as spreadsheets keep them.
 */
export const timeFormats = ['iso', 'day-first', 'month-first', 'epoch-s', 'epoch-ms', 'excel'] as const;
export const timeFormatSchema = z.enum(timeFormats);
export type TimeFormat = z.infer<typeof timeFormatSchema>;
