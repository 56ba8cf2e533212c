import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

export type UnpackedChromium = {
  readonly executablePath: string;
  /** Variables the process of the browser needs: its fonts, and its libraries where the system has none. */
  readonly env: Readonly<Record<string, string>>;
};

/**
 * The Chromium that comes with npm, unpacked once into `.cache/` (about three seconds, 200 MB). Several test processes
 * may ask at once: each unpacks aside and one of them gets its folder renamed into place.
 */
export async function unpackedChromium(): Promise<UnpackedChromium> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(root, '.cache', `chromium-${version}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpack(folder);
  const env: Record<string, string> = { FONTCONFIG_PATH: join(folder, 'fonts') };
  if (spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env } }).status !== 0) {
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? '']
      .filter(Boolean)
      .join(':');
  }
  return { executablePath, env };
}

async function unpack(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  // The package unpacks into the system's temporary folder, where a half-written browser looks like a whole one.
  process.env.TMPDIR = aside;
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];
    const unpacking = archives.map((name) => inflate(join(packageFolder, 'bin', name)));
    restore(before);
    await Promise.all(unpacking);
  } finally {
    restore(before);
  }
  writeFileSync(join(aside, 'fonts', 'fonts.conf'), fontsConfiguration(folder));
  try {
    renameSync(aside, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
}

function restore(temporaryFolder: string | undefined): void {
  if (temporaryFolder === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporaryFolder;
}

/** Only the fonts that came with the package: a picture taken here looks like a picture taken anywhere. */
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
