import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createApi } from '#client/api.ts';
import { startBrowser, type TestBrowser } from '#testing/browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runs = 5;

/**
 * What somebody waits for: `npm start` on an installation that has been started before, until `/healthz` says that all
 * is ready; and the demonstration map in a browser that knows nothing of it, until the map is drawn and until its
 * figures are there. Medians of five, beside the first start and the limits.
 */
export async function run(): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-start-'));
  const browser = await startBrowser();
  try {
    const first = await start(folder);
    await first.stop();
    const starts: number[] = [];
    for (let n = 0; n < runs; n++) {
      const again = await start(folder);
      starts.push(again.milliseconds);
      await again.stop();
    }
    const server = await start(folder);
    const pages: Page[] = [];
    for (let n = 0; n < runs; n++) pages.push(await openMap(browser, server.address));
    await server.stop();
    return {
      limit: { secondStartMilliseconds: 4000, mapDrawnMilliseconds: 1500 },
      firstStartMilliseconds: Math.round(first.milliseconds),
      secondStart: tell(starts),
      mapDrawn: tell(pages.map(({ drawn }) => drawn)),
      mapMeasured: tell(pages.map(({ measured }) => measured)),
    };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Started = { readonly milliseconds: number; readonly address: string; stop(): Promise<void> };

/** As people start it, npm included. */
async function start(dataDir: string): Promise<Started> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: {
      ...process.env,
      PARCOURS_DATA: dataDir,
      PARCOURS_PORT: String(port),
      PARCOURS_LOG: 'warn',
      PARCOURS_DEMO: 'yes',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
    // Ctrl-C reaches everything a terminal has started.
    detached: true,
  });
  await ready(`${address}/healthz`, child);
  const milliseconds = performance.now() - begun;
  return {
    milliseconds,
    address,
    async stop() {
      const exited = once(child, 'exit');
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      await exited;
    },
  };
}

async function ready(probe: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const answer = await fetch(probe).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(10);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

type Page = { readonly drawn: number; readonly measured: number };

/** Milliseconds from the asking for the page, in a browser with an empty cache. */
async function openMap(browser: TestBrowser, address: string): Promise<Page> {
  const api = createApi({ baseUrl: address, locale: () => 'fr' });
  const [workspace] = await api.workspace.list();
  if (!workspace) throw new Error('there is no demonstration');
  const [map] = await api.journey.list({ workspaceId: workspace.id });
  if (!map) throw new Error('the demonstration has no map');
  // Another page of the same address: what is timed begins with nothing of the pages known.
  const { page, context } = await browser.openPage({ url: `${address}/healthz` });
  await page.addInitScript(watch);
  await page.goto(`${address}/w/${workspace.id}/maps/${map.id}`, { waitUntil: 'commit' });
  const seen = async (what: 'drawn' | 'measured') => {
    await page.waitForFunction((name) => document.documentElement.dataset[name] !== undefined, what);
    return Number(await page.evaluate((name) => document.documentElement.dataset[name], what));
  };
  const result = { drawn: await seen('drawn'), measured: await seen('measured') };
  await context.close();
  return result;
}

/** Runs in the page: notes when all columns of the map are painted, and when the first figure is. */
function watch(): void {
  const noted = new Set<string>();
  const note = (name: 'drawn' | 'measured', found: string): void => {
    if (noted.has(name) || !document.querySelector(found)) return;
    noted.add(name);
    // After the next frame it is on the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.documentElement.dataset[name] = String(Math.round(performance.now()));
      }, 0),
    );
  };
  new MutationObserver(() => {
    note('drawn', '[role="grid"] [role="gridcell"]');
    note('measured', '[role="gridcell"] p[data-tone]');
  }).observe(document, { childList: true, subtree: true });
}

function tell(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b).map(Math.round);
  return { medianMilliseconds: sorted[Math.floor(sorted.length / 2)], all: sorted };
}
