import { spawn } from 'node:child_process';

/** The dev loop: the server restarts when its code changes, the pages reload in place. Open the address Vite prints. */
const programs = [
  ['server', ['--watch', '--watch-preserve-output', 'apps/cli/main.ts', 'serve']],
  ['pages', ['node_modules/vite/bin/vite.js']],
] as const;

const children = programs.map(([name, args]) => {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  child.on('exit', (code) => {
    console.error(`${name} stopped (${code})`);
    for (const other of children) other.kill('SIGTERM');
  });
  return child;
});
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {
  for (const child of children) child.kill('SIGTERM');
});
