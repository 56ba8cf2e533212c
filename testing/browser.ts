import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { unpackedChromium } from './chromium.ts';

/**
 * A real browser for tests: one per test file, one context per page, nothing shared between pages and nothing left
 * behind. Pages reach this machine only; a request elsewhere is refused and fails the test through `page problems`.
 *
 *     const browser = await startBrowser();
 *     afterAll(() => browser.close());
 *     const { page, problems } = await browser.openPage({ url, locale: 'fr', width: 390, dark: true });
 */
export type PageOptions = {
  readonly url: string;
  /** Language the browser says it prefers; French unless told. */
  readonly locale?: 'fr' | 'en';
  /** Width of the window in CSS pixels; 1440 unless told. */
  readonly width?: number;
  /** Height of the window in CSS pixels; 900, or 844 on a phone's width. */
  readonly height?: number;
  readonly dark?: boolean;
};

export type OpenedPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page, of its console and of its requests, in order. A healthy page has none. */
  readonly problems: readonly string[];
};

export type TestBrowser = {
  /** Opens a page of its own (own storage and cookies) and waits until it has loaded. */
  openPage(options: PageOptions): Promise<OpenedPage>;
  close(): Promise<void>;
};

const flags = [
  '--no-sandbox',
  '--no-zygote',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

export async function startBrowser(): Promise<TestBrowser> {
  const { executablePath, env } = await unpackedChromium();
  const home = mkdtempSync(join(tmpdir(), 'parcours-browser-'));
  const browser = await chromium.launch({
    executablePath,
    args: flags,
    // A home of its own: the browser keeps caches and settings there whatever its profile.
    env: { ...definedOf(process.env), ...env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
  });
  return {
    async openPage(options) {
      const context = await browser.newContext({
        locale: options.locale === 'en' ? 'en-GB' : 'fr-FR',
        timezoneId: 'Europe/Paris',
        viewport: {
          width: options.width ?? 1440,
          height: options.height ?? ((options.width ?? 1440) < 600 ? 844 : 900),
        },
        colorScheme: options.dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        acceptDownloads: true,
      });
      // Long enough for a machine that does much else: a thing that never comes is found all the same.
      context.setDefaultTimeout(45_000);
      const page = await context.newPage();
      const problems = problemsOf(page);
      await page.route(
        (url) => !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) && url.protocol !== 'data:',
        (route) => {
          problems.push(`request to another machine: ${route.request().url()}`);
          return route.abort();
        },
      );
      // Where nothing answers to a pointer: in the corner it would call up a tooltip, sooner or later.
      const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
      const aside = () => page.mouse.move(width - 1, height / 2);
      await aside();
      await page.goto(options.url, { waitUntil: 'load' });
      // A page that comes forgets where the pointer was.
      await aside();
      return { page, context, problems };
    },
    async close() {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function problemsOf(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`answer ${response.status()}: ${response.url()}`);
  });
  return problems;
}

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** Words of a page as they are read, with ordinary spaces. */
export const plain = (text: string): string => text.replace(/[\u202f\u00a0\s]+/g, ' ').trim();

type Axe = { run(options: RunOptions): Promise<AxeResults> };
const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let axeSource: string | undefined;

/** What axe-core finds against WCAG 2.2 A and AA and its good practices, one readable line per fault. Empty: none. */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated, not added as a tag: a strict content security policy must not hide the faults of a page.
  axeSource ??= readFileSync(axeScript, 'utf8');
  await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    // Only what is wrong is told whole: what is right costs most of the time.
    (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return results.violations.flatMap((violation) =>
    violation.nodes
      .filter((node) => !isTooltip(violation.id, node.html))
      .map(
        (node) =>
          `${violation.id}: ${violation.help} — ${node.target.join(' ')} — ${node.failureSummary ?? ''}`,
      ),
  );
}

/** A tooltip repeats what its button says, beside the page: it belongs to no landmark, and comes and goes with the pointer. */
const isTooltip = (rule: string, html: string): boolean =>
  rule === 'region' && html.includes('role="tooltip"');
