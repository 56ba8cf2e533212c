import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { readSearch } from '#journey/web/tools/look.ts';
import { monthSchema } from '#measure/domain/report/report.ts';
import { readImpactSearch } from '#measure/web/impact/address.ts';
import { readPathSearch } from '#measure/web/paths/address.ts';
import { Fault, Frame, Lost } from './frame.tsx';

/** Every address of the application. A route says its path here and loads its page from `routes/` when asked for. */
const root = createRootRoute({ component: Frame, notFoundComponent: Lost });

const home = createRoute({ getParentRoute: () => root, path: '/' }).lazy(() =>
  import('./routes/home.tsx').then((page) => page.route),
);
const workspace = createRoute({ getParentRoute: () => root, path: '/w/$workspaceId' }).lazy(() =>
  import('./routes/workspace.tsx').then((page) => page.route),
);
const personas = createRoute({ getParentRoute: () => root, path: '/w/$workspaceId/personas' }).lazy(() =>
  import('./routes/personas.tsx').then((page) => page.route),
);
const personasCompare = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/compare',
  validateSearch: (search: Record<string, unknown>): { with?: string } =>
    typeof search.with === 'string' ? { with: search.with } : {},
}).lazy(() => import('./routes/personas-compare.tsx').then((page) => page.route));
const personasSegments = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/segments',
}).lazy(() => import('./routes/personas-segments.tsx').then((page) => page.route));
const personasRecognise = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/recognise',
}).lazy(() => import('./routes/personas-recognise.tsx').then((page) => page.route));
const personasTraining = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/training',
}).lazy(() => import('./routes/personas-training.tsx').then((page) => page.route));
const personasDiscover = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/discover',
  validateSearch: (search: Record<string, unknown>): { table?: string; from?: string } => ({
    ...(typeof search.table === 'string' ? { table: search.table } : {}),
    ...(typeof search.from === 'string' ? { from: search.from } : {}),
  }),
}).lazy(() => import('./routes/personas-discover.tsx').then((page) => page.route));
const personasDiscovery = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/discover/$discoveryId',
}).lazy(() => import('./routes/personas-discovery.tsx').then((page) => page.route));
const personasContacts = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/contacts',
  validateSearch: (search: Record<string, unknown>): { table?: string; list?: string; import?: string } => ({
    ...(typeof search.table === 'string' ? { table: search.table } : {}),
    ...(typeof search.list === 'string' ? { list: search.list } : {}),
    ...(typeof search.import === 'string' ? { import: search.import } : {}),
  }),
}).lazy(() => import('./routes/personas-contacts.tsx').then((page) => page.route));
const personasContactList = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/contacts/$listId',
}).lazy(() => import('./routes/personas-contact-list.tsx').then((page) => page.route));
const personasQuestions = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/questions',
  validateSearch: (search: Record<string, unknown>): { model?: string } =>
    typeof search.model === 'string' ? { model: search.model } : {},
}).lazy(() => import('./routes/personas-questions.tsx').then((page) => page.route));
const personasQuestionnaire = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/questions/$questionnaireId',
}).lazy(() => import('./routes/personas-questionnaire.tsx').then((page) => page.route));
const persona = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/personas/$personaId',
}).lazy(() => import('./routes/persona.tsx').then((page) => page.route));
const maps = createRoute({ getParentRoute: () => root, path: '/w/$workspaceId/maps' }).lazy(() =>
  import('./routes/maps.tsx').then((page) => page.route),
);
const map = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/maps/$mapId',
  validateSearch: readSearch,
  // Not when a link to it is merely pointed at, nor at each change of what of it is looked at.
  loader: ({ params, cause }) => {
    if (cause !== 'enter') return;
    void import('./map/open-ahead.ts').then(({ openAhead }) => openAhead(params.workspaceId, params.mapId));
  },
}).lazy(() => import('./routes/map.tsx').then((page) => page.route));
const inventory = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/maps/inventory',
}).lazy(() => import('./routes/inventory.tsx').then((page) => page.route));
const mapStory = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/maps/$mapId/story',
}).lazy(() => import('./routes/map-story.tsx').then((page) => page.route));
const mapInventory = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/maps/$mapId/inventory',
}).lazy(() => import('./routes/map-inventory.tsx').then((page) => page.route));
const mapCompare = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/maps/$mapId/compare',
  validateSearch: (search: Record<string, unknown>): { with?: string } =>
    typeof search.with === 'string' ? { with: search.with } : {},
}).lazy(() => import('./routes/map-compare.tsx').then((page) => page.route));
const mapVersions = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/maps/$mapId/versions',
}).lazy(() => import('./routes/map-versions.tsx').then((page) => page.route));
const sources = createRoute({ getParentRoute: () => root, path: '/w/$workspaceId/sources' }).lazy(() =>
  import('./routes/sources.tsx').then((page) => page.route),
);
const identities = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/sources/identities',
}).lazy(() => import('./routes/identities.tsx').then((page) => page.route));
const source = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/sources/$sourceId',
}).lazy(() => import('./routes/source.tsx').then((page) => page.route));
const sourcePaths = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/sources/$sourceId/paths',
  validateSearch: readPathSearch,
}).lazy(() => import('./routes/source-paths.tsx').then((page) => page.route));
const sourceImpact = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/sources/$sourceId/impact',
  validateSearch: readImpactSearch,
}).lazy(() => import('./routes/source-impact.tsx').then((page) => page.route));
const survey = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/surveys/$surveyId',
}).lazy(() => import('./routes/survey.tsx').then((page) => page.route));
const indicators = createRoute({ getParentRoute: () => root, path: '/w/$workspaceId/indicators' }).lazy(() =>
  import('./routes/indicators.tsx').then((page) => page.route),
);
const indicator = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/indicators/$indicatorId',
  // The groups it is told by; empty: everyone only.
  validateSearch: (search: Record<string, unknown>): { by?: string } =>
    typeof search.by === 'string' ? { by: search.by.slice(0, 500) } : {},
}).lazy(() => import('./routes/indicator.tsx').then((page) => page.route));
const dashboards = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/dashboards',
  validateSearch: (search: Record<string, unknown>): { board?: string } =>
    typeof search.board === 'string' ? { board: search.board } : {},
}).lazy(() => import('./routes/dashboards.tsx').then((page) => page.route));
const report = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId/report',
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    monthSchema.safeParse(search.month).success ? { month: String(search.month) } : {},
}).lazy(() => import('./routes/report.tsx').then((page) => page.route));
const importing = createRoute({ getParentRoute: () => root, path: '/w/$workspaceId/import' }).lazy(() =>
  import('./routes/import.tsx').then((page) => page.route),
);
const about = createRoute({ getParentRoute: () => root, path: '/about' }).lazy(() =>
  import('./routes/about.tsx').then((page) => page.route),
);

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    workspace,
    personas,
    personasCompare,
    personasSegments,
    personasRecognise,
    personasTraining,
    personasDiscover,
    personasDiscovery,
    personasQuestions,
    personasQuestionnaire,
    personasContacts,
    personasContactList,
    persona,
    maps,
    map,
    inventory,
    mapStory,
    mapInventory,
    mapCompare,
    mapVersions,
    sources,
    identities,
    source,
    sourcePaths,
    sourceImpact,
    survey,
    indicators,
    indicator,
    dashboards,
    report,
    importing,
    about,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Fault,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
