/**
 * The one door of every npm script. Runs on any Node from 20.19 up: installs what is missing, then starts the task on
 * the Node that the project brings (npm package `node`).
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverFlags } from './server-flags.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.parcours-lock');
const ownNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Parcours needs Node 20.19 or newer to install itself; this is ${process.versions.node}.`);
  process.exit(1);
}

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';

if (installed !== wanted || !existsSync(ownNode)) {
  console.error('Installing the packages of Parcours (once) …');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0 || !existsSync(ownNode)) {
    console.error(
      'npm could not install the packages: see its message above. The npm registry must be reachable.',
    );
    process.exit(result.status || 1);
  }
  writeFileSync(stamp, wanted);
}

const [task = '', ...rest] = process.argv.slice(2);
const entries = {
  start: ['apps/cli/main.ts', 'serve', '--build'],
  parcours: ['apps/cli/main.ts'],
  test: ['scripts/test.ts'],
  check: ['scripts/check.ts'],
  dev: ['scripts/dev.ts'],
  bench: ['scripts/bench.ts'],
};
const entry = entries[task];
if (!entry) {
  console.error(`unknown task "${task}"; one of ${Object.keys(entries).join(', ')}`);
  process.exit(2);
}

const [file, ...first] = entry;
const environment = {
  ...process.env,
  PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  // What was read and stripped of its types once need not be again.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'node'),
  // The engine's connections, the files being read and their decompression share these threads.
  UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? '8',
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
};
const cwd = process.env.INIT_CWD ?? process.cwd();
const flags = task === 'start' ? serverFlags : [];
const child = spawn(ownNode, [...flags, join(root, file), ...first, ...rest], {
  // Files and folders are named from where people are; the tasks of the project work on the project.
  cwd: task === 'parcours' || task === 'start' ? cwd : root,
  env: environment,
  stdio: 'inherit',
});
// A terminal sends Ctrl-C to the child as well; whoever stops only this process means the child too. It takes several
// askings for one, and is waited for, so that it can stop cleanly.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm and the shell it starts do not always pass a signal on: when one of them is gone, what they started is not wanted.
const starters = () => `${process.ppid} ${parentOf(process.ppid)}`;
const begun = starters();
if (process.env.npm_lifecycle_event) {
  const watch = setInterval(() => {
    if (starters() === begun) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}

/** Where the system tells it (Linux); elsewhere the parent alone is watched. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1];
  } catch {
    return '';
  }
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
