import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const features = fileURLToPath(new URL('../features', import.meta.url));

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : entry.name.endsWith('.ts') ? [path] : [];
  });

it('every document kind has its migrations tested', () => {
  const rooms = new Map<string, { declares: boolean; tests: boolean }>();
  for (const path of sources(features)) {
    const room = relative(features, path).split('/')[0]!;
    const found = rooms.get(room) ?? { declares: false, tests: false };
    const text = readFileSync(path, 'utf8');
    if (path.endsWith('.test.ts')) found.tests ||= text.includes('describeMigrations(');
    else found.declares ||= text.includes('defineDocument(');
    rooms.set(room, found);
  }
  const untested = [...rooms].filter(([, room]) => room.declares && !room.tests).map(([name]) => name);
  expect(untested).toEqual([]);
});
