const node = (script: string, ...args: string[]): readonly string[] => ['node', script, ...args];

/** What must hold of the code before any test runs; each is one command and one line of the report. */
export const gates: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'types', command: node('node_modules/tsc7/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'purity of domain/', command: node('node_modules/tsc7/bin/tsc', '-p', 'tsconfig.domain.json') },
  {
    name: 'lint and format',
    command: node('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'),
  },
  {
    name: 'direction of imports',
    command: node(
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      '--output-type',
      'err',
      'kit',
      'platform',
      'features',
      'client',
      'ui',
      'apps',
      'testing',
      'scripts',
    ),
  },
  { name: 'nothing unused', command: node('node_modules/knip/bin/knip.js', '--no-progress') },
  { name: 'generated files are current', command: node('scripts/generated.ts') },
];
