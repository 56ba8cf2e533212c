import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist', 'web');
const stamp = join(root, 'dist', '.web-sources');

/** All that the pages are made of. */
const sources = ['{apps/web,ui,client,kit}/**/*', 'features/*/{web,domain}/**/*', 'features/*/contract*.ts'];
const settings = ['vite.config.ts', 'scripts/web-build.ts', 'package-lock.json'];

export const pagesBuilt = (): boolean => existsSync(join(built, 'index.html'));

/** Builds the pages unless they are those of the sources as they are now. False: the builder has said what is wrong. */
export function buildPages(tellBuilding: () => void): boolean {
  const now = sourcesMark();
  if (pagesBuilt() && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return true;
  tellBuilding();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) return false;
  writeFileSync(stamp, now);
  return true;
}

/** Changes when a source is added, removed or written to: names, sizes and moments, without reading what is in them. */
function sourcesMark(): string {
  const mark = createHash('sha256');
  for (const file of [...globSync(sources, { cwd: root }), ...settings].sort()) {
    const { size, mtimeMs } = statSync(join(root, file));
    mark.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return mark.digest('hex');
}
