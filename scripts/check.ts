import { spawnSync } from 'node:child_process';
import { gates } from './gates.ts';

/** The gates alone, all of them, with their output: what to run before a commit. */
let failed = 0;
for (const { name, command } of gates) {
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);
