import { fileURLToPath } from 'node:url';
import type { Result } from '#kit/result.ts';
import { type Config, readConfig } from '#platform/config/config.ts';

/** Where the data are unless told: beside the program, whatever folder a command is run from. */
const ownFolder = fileURLToPath(new URL('../../data', import.meta.url));

export const commandConfig = (): Result<Config> =>
  readConfig({ ...process.env, PARCOURS_DATA: process.env.PARCOURS_DATA || ownFolder });
