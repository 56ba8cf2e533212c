import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * `npm ci` refuses a lock in which an optional package of another platform is missing, and npm leaves those out that the
 * registry of the moment does not offer. `node scripts/lock.ts` puts them back, by name and version; a test says when.
 */
const packageSchema = z.looseObject({
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  dev: z.boolean().optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), packageSchema) });
type Lock = z.infer<typeof lockSchema>;

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));

export const readLock = (): Lock => lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

type Missing = { readonly name: string; readonly version: string; readonly dev: boolean };

export function missingPackages({ packages }: Lock): Missing[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, dev })),
  );
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'ppc64', 'riscv64', 's390x', 'x64', 'ia32', 'arm'];

/** What such a package is for is in its name: `@biomejs/cli-linux-arm64-musl`. */
function entryOf({ name, version, dev }: Missing) {
  const words = name.split(/[/-]/);
  const only = (known: readonly string[]) => known.filter((word) => words.includes(word)).slice(0, 1);
  const libc = name.endsWith('-musl') || name.endsWith('musleabihf') ? 'musl' : 'glibc';
  const os = only(systems);
  const cpu = only(processors);
  if (os.length === 0 || cpu.length === 0) throw new Error(`for which machine is ${name}?`);
  return {
    version,
    cpu,
    ...(dev && { dev }),
    ...(os[0] === 'linux' && { libc: [libc] }),
    optional: true,
    os,
  };
}

if (import.meta.main) {
  const lock = readLock();
  for (const missing of missingPackages(lock))
    lock.packages[`node_modules/${missing.name}`] = entryOf(missing);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
