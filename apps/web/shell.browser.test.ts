import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

/** The pages as they are built, on the real server, in a real browser. */
describe('the shell of the application', () => {
  let world: TestWorld;
  let browser: TestBrowser;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openTestWorld({ locale: 'fr' }), startBrowser()]);
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const open = (path: string, options: { locale?: 'fr' | 'en'; width?: number; dark?: boolean } = {}) =>
    browser.openPage({ url: `${world.address}${path}`, ...options });

  it('leads from nothing to a workspace and a map, by keyboard alone', async () => {
    const { page, problems } = await open('/');
    await page.getByRole('heading', { level: 1, name: 'Pas encore d’espace' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Créer l’espace' }).focus();
    await page.keyboard.press('Enter');
    const name = page.getByRole('textbox', { name: 'Nom', exact: true });
    await name.waitFor();
    await focused(page, name);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Donnez-lui un nom.').waitFor();
    await page.keyboard.type('Mutuelle du Lac');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mutuelle du Lac' }).waitFor();
    const [workspace] = await world.api.workspace.list();
    expect(workspace).toMatchObject({ name: 'Mutuelle du Lac', language: 'fr', zone: 'Europe/Paris' });

    await page.getByRole('button', { name: 'Créer une carte' }).focus();
    await page.keyboard.press('Enter');
    await focused(page, page.getByRole('textbox', { name: 'Que vit le client' }));
    expect(await axe(page)).toEqual([]);
    await page.keyboard.type('Être remboursé de mes soins');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/maps\/[A-Za-z0-9_-]+$/);
    const maps = await world.api.journey.list({ workspaceId: workspace!.id });
    expect(maps.map((map) => map.title)).toEqual(['Être remboursé de mes soins']);
    expect(page.url()).toContain(maps[0]!.id);
    expect(problems).toEqual([]);
  });

  it('keeps the language and the colours a reader chose', async () => {
    const { page } = await open('/', { locale: 'en' });
    const look = () =>
      page.evaluate(() => [
        document.documentElement.lang,
        document.documentElement.dataset.mantineColorScheme,
      ]);
    await page.getByRole('button', { name: 'Language and colours' }).click();
    expect(await look()).toEqual(['en', 'light']);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.getByRole('radio', { name: 'Français' }).check();
    await page.getByText('Couleurs').waitFor();
    expect(await look()).toEqual(['fr', 'dark']);
    expect(await axe(page)).toEqual([]);
    await page.reload();
    expect(await look()).toEqual(['fr', 'dark']);
    await page.getByText('Cartes récentes').waitFor();
  });

  it('changes the settings of a workspace', async () => {
    const { page } = await open('/');
    await page.getByRole('button', { name: 'Espace : Mutuelle du Lac' }).click();
    await page.getByRole('menuitem', { name: 'Réglages de cet espace' }).click();
    const minimum = page.getByRole('textbox', { name: 'Nombre minimal de réponses' });
    await minimum.fill('50');
    const zone = page.getByRole('combobox', { name: 'Fuseau horaire' });
    await zone.fill('Reunion');
    await page.getByRole('option', { name: 'Indian/Reunion' }).click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const [workspace] = await world.api.workspace.list();
    expect(workspace).toMatchObject({ minimum: 50, zone: 'Indian/Reunion', name: 'Mutuelle du Lac' });
  });

  it('takes a map away as a file, deletes it, and opens the file again', async () => {
    const [workspace] = await world.api.workspace.list();
    const { page } = await open(`/w/${workspace!.id}/maps`);
    const actions = page.getByRole('button', { name: 'Actions sur' });
    await actions.click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Télécharger comme fichier' }).click();
    const file = await (await download).path();
    await actions.click();
    await page.getByRole('menuitem', { name: 'Supprimer…' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Supprimer la carte' }).click();
    await page.getByRole('heading', { name: 'Pas encore de carte' }).waitFor();
    expect(await world.api.journey.list({ workspaceId: workspace!.id })).toEqual([]);

    await page.getByLabel('Ouvrir un fichier de carte').setInputFiles({
      name: 'autre.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format":"autre"}'),
    });
    await page.getByText('Ce fichier n’est pas une carte Parcours.').waitFor();
    await page.getByLabel('Ouvrir un fichier de carte').setInputFiles(file);
    await page.waitForURL(/\/maps\/[A-Za-z0-9_-]+$/);
    const maps = await world.api.journey.list({ workspaceId: workspace!.id });
    expect(maps.map((map) => map.title)).toEqual(['Être remboursé de mes soins']);
  });

  it('makes a to-be and a map of one stage, shows how they hang together, and lets none vanish silently', async () => {
    const [workspace] = await world.api.workspace.list();
    const workspaceId = workspace!.id as WorkspaceId;
    const maps = () => world.api.journey.list({ workspaceId });
    const [asIs] = await maps();
    const { map } = await world.api.journey.get({ workspaceId, mapId: asIs!.id });
    const [stageId] = Object.keys(map.stages);
    const { page, problems } = await open(`/w/${workspaceId}/maps/${asIs!.id}`);
    await page.getByRole('button', { name: 'Plus', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Créer une cible' }).click();
    await page.getByRole('button', { name: 'Créer la cible', exact: true }).click();
    const links = page.getByRole('navigation', { name: 'Liens avec d’autres cartes' });
    await links.getByRole('link', { name: /^Ce qui change/ }).click();
    await page.getByText('changement entre').waitFor();
    expect(await axe(page)).toEqual([]);

    await page.goto(`${world.address}/w/${workspaceId}/maps/${asIs!.id}/versions`);
    await page.getByRole('textbox', { name: 'Nom de la version' }).fill('Avant le comité');
    await page.getByRole('button', { name: 'Garder cette version' }).click();
    await page.getByText('Rien n’a changé entre les deux').waitFor();
    await page.getByRole('radio', { name: 'La carte d’alors' }).check();
    await page.getByRole('navigation', { name: 'Étapes' }).waitFor();

    await page.goto(`${world.address}/w/${workspaceId}/maps/${asIs!.id}#stage:${stageId}`);
    await page.getByRole('button', { name: 'Créer la carte détaillée' }).click();
    await links.getByText('Raconte').waitFor();
    await links.getByRole('link').click();
    await page.getByRole('button', { name: 'Ouvrir la carte qui raconte cette étape' }).waitFor();

    await page.goto(`${world.address}/w/${workspaceId}/maps`);
    await page.getByRole('radio', { name: 'Portefeuille' }).check();
    await page.getByText('Détail de').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Liste' }).check();
    for (const { title } of (await maps()).filter(({ id }) => id !== asIs!.id)) {
      await page.getByRole('button', { name: `Actions sur «\u202f${title}\u202f»` }).click();
      await page.getByRole('menuitem', { name: 'Supprimer…' }).click();
      await page.getByText('Cette carte est liée').waitFor();
      await page.getByRole('button', { name: 'Supprimer la carte' }).click();
      await page.getByRole('link', { name: title, exact: true }).waitFor({ state: 'detached' });
    }
    expect(await maps()).toMatchObject([{ id: asIs!.id, subMaps: [] }]);
    expect(problems).toEqual([]);
  });

  it('says so when there is nothing at an address, and when the server refuses', async () => {
    const lost = await open('/nowhere');
    await lost.page.getByRole('heading', { name: 'Rien à cette adresse' }).waitFor();
    await lost.page.getByRole('button', { name: 'Aller à l’accueil' }).click();
    await lost.page.getByText('Cartes récentes').waitFor();
    const unknown = await open('/w/nobody');
    await unknown.page.getByRole('heading', { name: 'Rien à cette adresse' }).waitFor();
  });

  it('offers the content first to who moves by keyboard, and shows the focus', async () => {
    const { page } = await open('/');
    await page.getByText('Cartes récentes').waitFor();
    await page.keyboard.press('Tab');
    await focused(page, page.getByRole('link', { name: 'Aller au contenu' }));
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 2px');
  });

  it('moves the focus with the page, and says where it is', async () => {
    const { page } = await open('/');
    await page.getByRole('link', { name: 'Cartes', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Cartes' }).waitFor();
    await focused(page, page.getByRole('main'));
    expect(await page.title()).toBe('Cartes · Parcours');
    expect(await page.locator('[aria-current="page"]').allInnerTexts()).toEqual(['Cartes']);
  });

  it('takes a file dropped anywhere, on the page that imports it', async () => {
    const { page, problems } = await open('/about');
    await page.getByRole('link', { name: 'Importer', exact: true }).waitFor();
    const dataTransfer = await page.evaluateHandle(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['client,date,event\nA,2026-01-01 10:00,ouverture\n'], 'essai.csv'));
      return dropped;
    });
    await page.dispatchEvent('body', 'dragenter', { dataTransfer });
    await page.getByText('Relâchez pour voir ce que contient le fichier').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer });
    await page.waitForURL(/\/import$/);
    await page.getByText('essai.csv').first().waitFor();
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it.each([
    { width: 1440, dark: true, locale: 'en' },
    { width: 390, dark: false, locale: 'fr' },
  ] as const)('has no accessibility fault at $width px, dark: $dark, in $locale', async (options) => {
    const [workspace] = await world.api.workspace.list();
    const { page, context, problems } = await open('/', options);
    for (const path of ['/', `/w/${workspace!.id}/maps`, '/about', '/nowhere']) {
      await page.goto(new URL(path, page.url()).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const found = { path, faults: await axe(page), problems, overflow };
      expect(found).toEqual({ path, faults: [], problems: [], overflow: 0 });
    }
    await context.close();
  });
});

async function focused(page: Page, locator: ReturnType<Page['locator']>): Promise<void> {
  await expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(page.isClosed()).toBe(false);
}
