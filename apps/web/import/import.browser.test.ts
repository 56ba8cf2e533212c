import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe, plain, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const data = (path: string) => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url));
const receipt = data('event-logs/receipt.xes.gz');
const airport = data('sfo-airport-survey/2017_SFO_Customer_Survey_20250817.csv');

const two = (n: number) => String(n).padStart(2, '0');

/** 40 customers × 3 events whose dates can be read both ways, with a code among the marks; then seven rows that cannot be kept. */
function uglyCsv(): string {
  const events = ['Appel', 'Formulaire envoyé', 'Remboursé'];
  const channels = ['téléphone', 'web', 'banque'];
  const good = Array.from({ length: 40 }, (_, customer) =>
    events.map(
      (event, at) =>
        `C${two(customer)};${two((customer % 9) + 1)}/${two(at + 1)}/2025 10:${two(customer)};${event};${channels[at]};${customer % 10 === 0 ? 11 : (customer % 5) + 1};${customer % 2 ? 'A' : 'B'};x`,
    ),
  ).flat();
  const bad = [
    'C90;32/01/2025 10:00;Appel;web;3;A;x',
    ';03/04/2025 10:00;Appel;web;3;A;x',
    'C91;;Appel;web;3;A;x',
    'C92;03/04/2025 10:00;;web;3;A;x',
    'C93;hier;Appel;web;3;A;x',
    'C94;03/04/2025 10:00;Appel;web;3;A;x;trop;de;cases',
    'C95;03/04/2025',
  ];
  return `\ufeff${['numero client;date;evenement;canal;note;segment;segment', ...good, ...bad].join('\r\n')}\r\n`;
}

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const said = async (locator: Locator): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, not what is hidden
  plain(await locator.innerText());

/** How long the page may take on a busy machine. */
const soon = { timeout: 20_000 };

/** From a file to its figures on a map, on the real server, in a real browser. */
describe('the import of a file from the page', () => {
  let world: TestWorld;
  let browser: TestBrowser;
  let workspaceId: WorkspaceId;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parcours-import-'));
    [world, browser] = await Promise.all([openTestWorld({ locale: 'fr' }), startBrowser()]);
    const created = await world.api.workspace.create({
      name: 'Mairie du Lac',
      language: 'fr',
      zone: 'Europe/Paris',
      minimum: 30,
    });
    workspaceId = created.id;
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const open = (path: string, options: { locale?: 'fr' | 'en'; width?: number; dark?: boolean } = {}) =>
    browser.openPage({ url: `${world.address}/w/${workspaceId}${path}`, ...options });

  const choose = async (page: Page, file: string | ReturnType<typeof csv>) => {
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText('Ce fichier contient').waitFor({ timeout: 60_000 });
  };
  const start = (page: Page) => page.locator('button:visible', { hasText: 'Importer ce fichier' }).click();
  const result = (page: Page, title: RegExp | string) =>
    page.getByRole('heading', { level: 2, name: title }).waitFor({ timeout: 60_000 });

  it.skipIf(!existsSync(receipt))(
    'reads the reference figures of receipt.xes.gz on the map it proposes',
    async () => {
      const { page, problems } = await open('/import');
      await page.getByRole('heading', { level: 1, name: 'Importer' }).waitFor();
      expect(await axe(page)).toEqual([]);
      await choose(page, receipt);
      await page.getByText('XES est un format de journaux d’événements.').waitFor();
      expect(await axe(page)).toEqual([]);
      await start(page);
      await result(page, 'receipt.xes.gz est importé');
      expect(await said(page.getByRole('main'))).toContain('8 577 lignes lues, toutes gardées.');
      await page.getByText('parcours vécus').waitFor();
      expect(await axe(page)).toEqual([]);
      await page.getByRole('button', { name: 'Proposer une carte à partir de ce fichier' }).click();
      await page.waitForURL(/\/maps\/[A-Za-z0-9_-]+$/);
      const strip = page.getByRole('region', { name: 'Données de la carte' });
      await strip.waitFor();
      expect(await said(strip)).toContain('1 434 parcours · 8 577 événements · 27 noms · 116 variantes');
      await page.getByRole('complementary', { name: 'Détails' }).getByText('Dessiné et parcouru').waitFor();
      expect(await axe(page)).toEqual([]);
      expect(problems).toEqual([]);

      const again = await open('/import');
      await choose(again.page, receipt);
      await start(again.page);
      await result(again.page, 'Ce fichier est déjà là');
      expect(await world.api.measure.sources({ workspaceId })).toHaveLength(1);
    },
  );

  it.skipIf(!existsSync(airport))(
    'reads the score of the 2017 airport survey on the map it proposes',
    async () => {
      const { page, problems } = await open('/import');
      await choose(page, airport);
      await page.getByText('Cela ressemble à des réponses').waitFor();
      expect(await page.getByRole('radio', { name: 'Des réponses' }).isChecked()).toBe(true);
      expect(await axe(page)).toEqual([]);
      await start(page);
      await result(page, /est importé$/);
      expect(await said(page.getByRole('main'))).toContain('2 831 lignes lues, toutes gardées.');
      await page.getByRole('button', { name: 'Proposer une carte à partir de ce fichier' }).click();
      await page.waitForURL(/\/maps\/[A-Za-z0-9_-]+$/);
      const strip = page.getByRole('region', { name: 'Données de la carte' });
      await strip.waitFor();
      expect(await said(strip)).toMatch(
        /2 831 répondants .*\(NPS\) : \+39,84 \(.*\), n = 2 746, pondéré \+40,40$/,
      );
      expect(problems).toEqual([]);
    },
  );

  it('asks what it cannot know, and tells what became of every row', async () => {
    const { page, problems } = await open('/import');
    await choose(page, csv('ugly.csv', uglyCsv()));
    await page.getByText('Deux colonnes s’appellent').waitFor();
    const questions = page.getByRole('region', { name: 'À regarder d’abord' });
    expect(await said(questions)).toContain('Le jour ou le mois d’abord ?');
    expect(await said(questions)).toContain('Dans quel fuseau sont ces heures ?');
    expect(await said(questions)).toContain('11 est-il vraiment une note ?');
    // The two readings of one date stand side by side.
    expect(await said(questions)).toMatch(/2 janv\. 2025|1 févr\. 2025|1 mars 2025/);
    await page
      .getByRole('spinbutton', { name: 'Note la plus basse' })
      .or(page.getByLabel('Note la plus basse'))
      .first()
      .fill('1');
    await page.getByLabel('Note la plus haute').fill('5');
    await page.getByLabel('Codes qui veulent dire').fill('11');
    await expect.poll(() => said(questions), soon).not.toContain('11 est-il vraiment');
    expect(await axe(page)).toEqual([]);

    await start(page);
    await result(page, 'ugly.csv est importé');
    const main = page.getByRole('main');
    expect(await said(main)).toContain('127 lignes lues = 120 gardées + 7 mises de côté.');
    const reasons = page.getByRole('table', { name: 'Lignes mises de côté, par raison' });
    expect(await reasons.getByRole('row').count()).toBe(8);
    for (const reason of ['pas de client', 'une date qui n’existe pas', 'plus de cases que de colonnes']) {
      expect(await reasons.getByRole('row', { name: reason }).count()).toBe(1);
    }
    expect(await said(main)).toContain('12 notes hors échelle ou « sans réponse »');
    const href = await page
      .getByRole('link', { name: 'Télécharger les lignes mises de côté' })
      .getAttribute('href');
    const rows = await (await page.request.get(`${world.address}${href}`)).text();
    expect(rows.trim().split('\n')).toHaveLength(8);
    expect(rows).toContain('no-customer');
    expect(await axe(page)).toEqual([]);

    await page.getByRole('link', { name: 'Voir la source' }).click();
    await page.getByRole('heading', { level: 1, name: 'ugly' }).waitFor();
    await page.getByRole('table', { name: 'Ce qui se passe' }).waitFor();
    expect(await said(main)).toMatch(/40 [^0-9]* parcours vécus 120 [^0-9]* événements/);
    expect(await said(main)).toContain('127 lignes lues = 120 gardées + 7 mises de côté.');
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('opens each figure of a map, compares groups, links and draws from the panel', async () => {
    const source = (await world.api.measure.sources({ workspaceId })).find(({ name }) => name === 'ugly');
    const { mapId } = await world.api.measure.proposeMap({
      workspaceId,
      sourceId: source!.id,
      language: 'fr',
      title: 'Être remboursé',
    });
    const { map } = await world.api.journey.get({ workspaceId, mapId });
    const [gone] =
      Object.entries(map.touchpoints).find(([, { stepId }]) => map.steps[stepId]?.title === 'Remboursé') ??
      [];
    await world.api.journey.change({
      workspaceId,
      mapId,
      changes: [{ op: 'remove', path: ['touchpoints', gone!] }],
    });
    const { page, problems } = await open(`/maps/${mapId}`);
    const panel = page.getByRole('complementary', { name: 'Détails' });
    await panel.getByText('La carte dessine').waitFor();
    expect(await said(panel)).toContain('La carte dessine 67 % des événements de ses sources.');
    await panel.getByRole('button', { name: 'Ajouter « Remboursé » à une sous-étape' }).click();
    await page.getByRole('option').first().click();
    await expect
      .poll(() => said(panel), soon)
      .toContain('La carte dessine tous les événements de ses sources.');
    const drawn = await world.api.journey.get({ workspaceId, mapId });
    expect(
      Object.values(drawn.map.touchpoints).filter(
        ({ title, bindings }) => title === 'Remboursé' && bindings.length === 1,
      ),
    ).toHaveLength(1);

    await page.getByRole('combobox', { name: 'Comparer par' }).click();
    await page
      .getByRole('option', { name: /^segment/ })
      .first()
      .click();
    await page
      .getByRole('gridcell')
      .filter({ hasText: 'téléphone' })
      .first()
      .locator('[data-place]')
      .first()
      .click();
    await panel.getByText('Selon segment').waitFor();
    expect(await panel.getByText('trop peu pour le dire (20 sur 30)').count()).toBe(0);
    expect(await said(panel)).toContain('Aucun groupe n’a assez de monde ici pour être comparé.');
    await panel.getByRole('button', { name: 'D’où vient ce chiffre' }).first().click();
    const explanation = page.getByRole('dialog').filter({ hasText: 'Ce qu’il dit' });
    expect(await said(explanation)).toMatch(/Ce qu’il dit.*Période.*Source.*ugly/);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await panel.getByRole('button', { name: /^Modifier/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox', { name: 'Chercher un événement' }).fill('FORMULAIRE');
    await dialog.getByRole('checkbox', { name: 'Formulaire envoyé' }).check();
    await expect.poll(() => said(dialog), soon).toContain('40 événements correspondent.');
    await dialog.getByRole('checkbox', { name: 'web' }).check();
    await expect.poll(() => said(dialog), soon).toContain('80 événements correspondent.');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Relier' }).click();
    await expect
      .poll(async () => {
        const { map: now } = await world.api.journey.get({ workspaceId, mapId });
        return Object.values(now.touchpoints).some(({ bindings }) =>
          bindings.some((binding) => binding.on === 'events' && binding.rule.names.length === 2),
        );
      }, soon)
      .toBe(true);
    await expect.poll(() => said(panel), soon).toMatch(/Événements 80/);
    expect(problems).toEqual([]);
  });

  it('cancels an import under way and leaves nothing', async () => {
    const rows = Array.from(
      { length: 700_000 },
      (_, at) => `C${at % 90_000};2025-03-${two((at % 28) + 1)} 10:00;E${at % 9}`,
    );
    const file = join(folder, 'long.csv');
    await writeFile(file, ['client;date;evenement', ...rows].join('\n'));
    const before = await world.api.measure.sources({ workspaceId });
    const { page } = await open('/import');
    await choose(page, file);
    await start(page);
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await result(page, 'Import annulé');
    expect(await axe(page)).toEqual([]);
    const after = await world.api.measure.sources({ workspaceId });
    expect(after.filter(({ stats }) => stats !== null)).toHaveLength(before.length);
    await page.getByRole('button', { name: 'Corriger la lecture' }).click();
    expect(await page.getByRole('button', { name: 'Importer ce fichier' }).isVisible()).toBe(true);
  });

  it('says what is wrong with a file, and what to do', async () => {
    const { page } = await open('/import');
    await page.locator('input[type=file]').first().setInputFiles(csv('vide.csv', ''));
    await page.getByRole('alert').waitFor();
    expect(await said(page.getByRole('alert'))).toContain('vide.csv');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Autre fichier' }).click();
    await page.getByLabel('Déposez un fichier ici').waitFor();
  });

  it.each([
    { width: 1440, dark: true, locale: 'fr' as const },
    { width: 390, dark: false, locale: 'en' as const },
  ])('has no accessibility fault at $width px, dark: $dark, $locale', async ({ width, dark, locale }) => {
    const [source] = await world.api.measure.sources({ workspaceId });
    const { page, context, problems } = await open('/import', { width, dark, locale });
    const base = page.url().replace(/\/import$/, '');
    for (const path of ['/sources', `/sources/${source!.id}`, '/import']) {
      await page.goto(`${base}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ path, faults: await axe(page), overflow, problems }).toEqual({
        path,
        faults: [],
        overflow: 0,
        problems: [],
      });
    }
    await page.locator('input[type=file]').first().setInputFiles(csv('ugly.csv', uglyCsv()));
    await page.getByRole('heading', { level: 2, name: 'ugly.csv' }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect({ faults: await axe(page), overflow }).toEqual({ faults: [], overflow: 0 });
    await context.close();
  });
});
