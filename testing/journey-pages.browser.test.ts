import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, type PageOptions, startBrowser, type TestBrowser } from './browser.ts';

/** The page as one script and one style sheet, and whatever they ask for, by path. */
async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const input = fileURLToPath(new URL('./journey-pages.tsx', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [react()],
    build: {
      write: false,
      minify: false,
      cssCodeSplit: false,
      rollupOptions: {
        input,
        output: { entryFileNames: 'page.js', assetFileNames: 'assets/[name][extname]' },
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return new Map(
    first.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

describe('the pages of a map', () => {
  let browser: TestBrowser;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    const files = await bundle();
    const style = [...files.keys()].find((path) => path.endsWith('.css'));
    const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Parcours</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
      <link rel="stylesheet" href="${style}"></head><body><div id="root"></div>
      <script type="module" src="/page.js"></script></body></html>`;
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const file = files.get(path);
      const ending = path.split('.').at(-1) ?? '';
      response.setHeader('content-type', file === undefined ? 'text/html' : (types[ending] ?? 'text/plain'));
      response.end(file ?? page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const open = async (view: string, options: Omit<PageOptions, 'url'> = {}) => {
    const opened = await browser.openPage({ url: `${address}/?view=${view}`, ...options });
    await opened.page.locator('main').waitFor();
    return opened;
  };

  it('review: a remark leads to its place, is carried out, or is dismissed with a reason and taken up again', async () => {
    const { page, problems } = await open('review');
    await page.getByRole('button', { name: /Voir sur la carte.*Onboarding/ }).click();
    expect(await page.evaluate(() => shown.went)).toEqual([{ at: 'stage', stageId: 'stage-wait' }]);
    await page.getByRole('button', { name: 'Renommer' }).click();
    expect(await page.evaluate(() => shown.map.stages['stage-wait']?.title)).toBe('Je commence');

    await page.getByText('Objectif sans point de départ').click();
    const dismiss = page.getByRole('button', { name: /^Écarter.*décompte se comprenne/ });
    await dismiss.click();
    await page.keyboard.press('Escape');
    expect(await dismiss.evaluate((button) => button === document.activeElement)).toBe(true);
    await dismiss.click();
    await page.getByRole('button', { name: 'Écarter', exact: true }).click();
    await page.getByText('Dites pourquoi').waitFor();
    await page.getByLabel('Pourquoi l’écarter').fill('Mesuré ailleurs');
    await page.getByRole('button', { name: 'Écarter', exact: true }).click();
    expect(await dismiss.count()).toBe(0);
    expect(
      await page.evaluate(() => Object.values(shown.map.dismissals).map(({ reason }) => reason)),
    ).toEqual(['Mesuré ailleurs']);
    await page.getByText('1 remarque écartée').click();
    await page.getByRole('button', { name: /^Reprendre/ }).click();
    expect(await page.evaluate(() => shown.map.dismissals)).toEqual({});
    expect(problems).toEqual([]);
  });

  it('compare: the curve in words, the changes by kind, each to be looked at on its own map', async () => {
    const { page, problems } = await open('compare', { locale: 'en' });
    await page.getByText('3 changes between “A” and “B”').waitFor();
    await page.getByText('felt today,').waitFor();
    await page.getByText('The worrier').click();
    await page.getByText(/What gains most: “I wait without news”, from −2.1 to \+1.2/).waitFor();
    await page.getByText('Removed', { exact: true }).click();
    expect(await page.getByText('Day three').count()).toBe(0);
    await page.getByRole('button', { name: /^See/ }).click();
    expect(await page.evaluate(() => shown.went)).toEqual([
      { at: 'cell', laneId: 'lane-pain-points', stepId: 'step-silence', itemId: 'pain-points-silence-1' },
      'before',
    ]);
    expect(problems).toEqual([]);
  });

  it('story: composed, kept, rewritten, and replaced only when asked twice', async () => {
    const { page, problems } = await open('story');
    await page.getByText('Raconté par L’inquiète').waitFor();
    await page.getByRole('button', { name: 'Garder ce récit' }).click();
    await page.getByRole('button', { name: 'Écrire' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Fin.');
    expect(await page.evaluate(() => shown.map.story)).toMatch(/copie de tout\. Fin\.$/);
    await page.getByRole('button', { name: 'Terminer' }).click();
    await page.getByText('Depuis la carte').click();
    await page.getByText('Le pressé').click();
    await page.getByRole('button', { name: 'Garder ce récit' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler' }).click();
    expect(await page.evaluate(() => shown.map.story)).toMatch(/Fin\.$/);
    await page.getByRole('button', { name: 'Garder ce récit' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remplacer' }).click();
    expect(await page.evaluate(() => shown.map.story)).not.toMatch(/Fin\.$/);
    await page
      .getByRole('button', { name: 'Voir « J’attends » sur la carte'.replace(/(?<=«) | (?=»)/g, '\u202f') })
      .click();
    expect(await page.evaluate(() => shown.went)).toEqual([{ at: 'stage', stageId: 'stage-wait' }]);
    expect(problems).toEqual([]);
  });

  it('inventory: by the keyboard alone, a touchpoint is added where one is missing, renamed and taken away', async () => {
    const { page, problems } = await open('inventory');
    await page.getByRole('button', { name: /^Site web, Je vérifie mes droits/ }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'ArrowLeft']) await page.keyboard.press(key);
    const missing = page.getByRole('button', { name: /^Agence ou magasin, Je suis mon dossier manque/ });
    expect(await missing.evaluate((cell) => cell === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Guichet');
    await page.keyboard.press('Enter');
    const cell = page.getByRole('button', { name: /^Agence ou magasin, Je suis mon dossier Guichet/ });
    await cell.waitFor();
    expect(await cell.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByLabel('Nom').fill('Accueil');
    await page.getByRole('button', { name: 'Voir sur la carte' }).click();
    expect(await page.evaluate(() => shown.went)).toMatchObject([
      'm',
      { at: 'cell', laneId: 'lane-touchpoints' },
    ]);
    await page.getByRole('button', { name: 'Retirer Accueil' }).click();
    await missing.waitFor();
    expect(problems).toEqual([]);
  });

  it('presentation: from any stage, by keys, with notes, and back', async () => {
    const { page, problems } = await open('present');
    await page.getByRole('heading', { name: 'J’attends', exact: true }).waitFor();
    await page.keyboard.press('n');
    await page.getByText('Le moment de vérité. Laisser un silence').waitFor();
    await page.keyboard.press('PageDown');
    await page.getByRole('heading', { name: 'Je suis payé' }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('heading', { name: 'Ce qu’on pourrait faire' }).waitFor();
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: 'Être remboursé de mes soins' }).waitFor();
    // Tab goes round inside the presentation.
    for (let count = 0; count < 20; count++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByText('closed').waitFor();
    expect(problems).toEqual([]);
  });

  it('chooser: answers propose a kind with its reasons, the reader may take another', async () => {
    const { page, problems } = await open('chooser', { locale: 'en' });
    await page.getByLabel('Find needs that nobody serves').check();
    await page.getByLabel('A need, with or without us').check();
    await page.getByText('Plan three interviews').waitFor();
    expect(await page.evaluate(() => shown.kind)).toBe('experience');
    await page.getByLabel(/^Service blueprint/).check();
    await page.getByText('“Experience map” was proposed because:').waitFor();
    expect(await page.evaluate(() => shown.kind)).toBe('blueprint');
    await page.getByLabel('Repair a service that works badly').check();
    await page.getByLabel('One service, in detail').check();
    expect(await page.evaluate(() => shown.kind)).toBe('blueprint');
    expect(problems).toEqual([]);
  });

  it.each(['review', 'compare', 'story', 'inventory', 'present', 'chooser'])(
    '%s has no accessibility fault and stays inside a telephone',
    async (view) => {
      for (const options of [
        { width: 1440, locale: 'fr', dark: false },
        { width: 390, locale: 'en', dark: true },
      ] as const) {
        const { page, context } = await open(view, options);
        expect(await axe(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
        await context.close();
      }
    },
  );
});
