import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gates } from './gates.ts';

/**
 * The one command that says whether the project is sound: gates (types, lint, import rules, …), unit, integration and
 * browser tests. Prints the totals as its last line. `npm test -- --only integration` runs one kind.
 */
const kinds = ['gates', 'unit', 'integration', 'browser'] as const;
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const wanted = kinds.filter((kind) => only === undefined || kind === only);
const total = { passed: 0, failed: 0, skipped: 0 };
const reports = join('.cache', 'reports');
mkdirSync(reports, { recursive: true });

for (const kind of wanted) {
  if (kind === 'gates') await runGates();
  else {
    if (kind === 'browser')
      await step('build of the pages', [
        'node',
        'node_modules/vite/bin/vite.js',
        'build',
        '--logLevel',
        'warn',
      ]);
    await runTests(kind);
  }
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

async function runGates(): Promise<void> {
  for (const { name, command } of gates) await step(name, command);
}

async function step(name: string, command: readonly string[]): Promise<void> {
  const started = performance.now();
  const { code, output } = await run(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code === 0) total.passed += 1;
  else total.failed += 1;
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output);
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
};

async function runTests(kind: string): Promise<void> {
  const file = join(reports, `${kind}.json`);
  rmSync(file, { force: true });
  const code = await show([
    'node',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    kind,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) {
    console.log(`✗ the ${kind} tests ended without a report (${code})`);
    total.failed += 1;
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  // A file that cannot be loaded fails the run without counting as a test.
  if (code !== 0 && report.numFailedTests === 0) total.failed += 1;
}

function show(command: readonly string[]): Promise<number> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    spawn(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NO_COLOR: '1' },
    }).on('exit', (code) => resolve(code ?? 1));
  });
}

function run(command: readonly string[]): Promise<{ code: number; output: string }> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
