/**
 * The direction of imports, as a gate: kit ← domain ← contract, policy ← server | analytics | web ← apps, and between
 * features only another's domain/, in one order. See docs/architecture.md.
 */
const features = [
  'workspace',
  'brand',
  'persona',
  'touchpoint',
  'journey',
  'voice',
  'measure',
  'workshop',
  'action',
  'data-plan',
  'programme',
];

const test = '\\.test\\.tsx?$';

const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: test },
  to: { path: '^(kit|platform|features|client|ui|apps|testing|scripts)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(url|raw|worker)$' },
    },
    {
      name: 'production-not-to-dev-dependencies',
      severity: 'error',
      from: {
        path: '^(kit|platform|features|client|ui|apps)/',
        pathNot: [test, '^platform/postgres/drizzle.config.ts$'],
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/(@types|vite|@vitejs|playwright-core|@sparticuz)/',
      },
    },
    only('kit-knows-only-kit', '^kit/', '^kit/', 'kit is the ground: it knows no room'),
    only('platform-knows-kit', '^platform/', '^(kit|platform)/', 'platform serves rooms, it knows none'),
    only('ui-knows-kit', '^ui/', '^(kit|ui)/', 'the design system knows no feature'),
    only(
      'client-knows-contracts',
      '^client/',
      '^(kit|client)/|^features/[^/]+/(contract[a-z-]*\\.ts|domain/)',
      'the client is made from the contracts',
    ),
    only(
      'domain-is-pure',
      '^features/[^/]+/domain/',
      '^kit/|^features/[^/]+/domain/',
      'rules know kit and domains only',
    ),
    {
      name: 'domain-knows-no-io',
      severity: 'error',
      from: { path: '^features/[^/]+/domain/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'contract-knows-domain',
      '^features/([^/]+)/(contract[a-z-]*|policy)\\.ts$',
      '^kit/|^features/[^/]+/domain/|^features/$1/contract[a-z-]*\\.ts',
      'contracts and policies are data',
    ),
    only(
      'server-stays-in-its-room',
      '^features/([^/]+)/(server|analytics)/',
      '^(kit|platform)/|^features/[^/]+/domain/|^features/$1/(server|analytics|contract[a-z-]*\\.ts|policy\\.ts)',
      'a handler knows its own room, platform and the domains',
    ),
    only(
      'web-stays-in-its-room',
      '^features/([^/]+)/web/',
      '^(kit|ui|client)/|^features/[^/]+/domain/|^features/$1/(web|contract[a-z-]*\\.ts)',
      'pages know their own room, ui and the client',
    ),
    {
      name: 'browser-code-knows-no-node',
      severity: 'error',
      from: { path: '^(ui|apps/web|features/[^/]+/web)/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-app-knows-no-server',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: test },
      to: { path: '^platform/|^features/[^/]+/(server|analytics)/' },
    },
    {
      name: 'apps-do-not-know-each-other-inside-out',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: test },
      to: { path: '^apps/(server|cli)/' },
    },
    {
      name: 'only-the-simulator-of-testing-ships',
      severity: 'error',
      comment:
        'it makes the demonstration; the rest of testing/ is for tests and benchmarks (docs/decisions/0030)',
      from: { path: '^apps/', pathNot: test },
      to: { path: '^testing/', pathNot: '^testing/simulator/' },
    },
    only(
      'simulator-knows-kit',
      '^testing/simulator/',
      '^(kit/|testing/simulator/)',
      'it ships with the product',
    ),
    ...features.map((feature, index) => ({
      name: `${feature}-knows-only-earlier-rooms`,
      severity: 'error',
      from: { path: `^features/${feature}/` },
      to: { path: `^features/(${features.slice(index + 1).join('|') || 'none'})/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
    exclude: { path: '^(dist|\\.cache|node_modules/.*/node_modules)' },
  },
};
