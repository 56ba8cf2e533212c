import type { Output } from './output.ts';

/** `données.2025.csv.gz` → `données.2025`: what a file is called before anybody names it. */
export const fileTitle = (fileName: string): string =>
  fileName.replace(/\.gz$/i, '').replace(/\.[a-z0-9]{1,7}$/i, '') || fileName;

export const sendingLine = ({ say, format }: Output, bytes: number): string =>
  say('progress.sending', { bytes: format.bytes(bytes) });
