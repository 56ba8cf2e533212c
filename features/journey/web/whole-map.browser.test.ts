import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { focused, until } from '#testing/keyboard.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import { outline } from '../domain/outline.ts';
import { mapKinds } from '../domain/schema.ts';

/** A map from nothing to whole by keyboard, read on a phone, and taken away while somebody writes in it. */
describe('a whole map', () => {
  let world: TestWorld;
  let browser: TestBrowser;
  let workspaceId: WorkspaceId;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openTestWorld({ locale: 'fr' }), startBrowser()]);
    const created = await world.api.workspace.create({
      name: 'Mutuelle',
      language: 'fr',
      zone: 'Europe/Paris',
    });
    workspaceId = created.id as WorkspaceId;
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const exampleMap = () =>
    world.api.journey.create({
      workspaceId,
      title: 'Être remboursé',
      kind: 'journey',
      language: 'fr',
      content: 'example',
    });
  const open = async (mapId: string) => {
    const opened = await browser.openPage({ url: `${world.address}/w/${workspaceId}/maps/${mapId}` });
    await opened.page.getByRole('grid').waitFor();
    return opened;
  };
  const stored = async (mapId: string) => (await world.api.journey.get({ workspaceId, mapId })).map;

  it.each(mapKinds)('draws a complete map from nothing by the keyboard alone: %s', async (kind) => {
    const { page, problems } = await browser.openPage({ url: `${world.address}/w/${workspaceId}/maps` });
    const keys = page.keyboard;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await until(page, page.getByRole('button', { name: 'Créer une carte' }), 'Tab');
    await keys.press('Enter');
    await focused(page, page.getByRole('textbox', { name: 'Que vit le client' }));
    await keys.type('Dessinée au clavier');
    const kinds = page.getByRole('radiogroup', { name: 'Nature de la carte' }).getByRole('radio');
    await until(page, kinds.first(), 'Tab');
    const wanted = kinds.nth(mapKinds.indexOf(kind));
    await until(page, wanted, 'ArrowDown');
    await keys.press('Space');
    await until(page, page.getByRole('button', { name: 'Créer la carte' }), 'Tab');
    await keys.press('Enter');
    await page.getByRole('grid').waitFor();
    const id = page.url().split('/').at(-1)!.split(/[?#]/)[0]!;
    const empty = await stored(id);
    expect(empty.kind).toBe(kind);
    const { lanes, steps } = outline(empty);
    const [firstStep] = steps;
    if (!firstStep) throw new Error('a template without a step');

    // Tab leads into the grid: it is one stop.
    const grid = page.getByRole('grid');
    await until(page, grid.locator('[tabindex="0"]'), 'Tab');
    await until(page, grid.locator(`[data-place="step:${firstStep.id}"]`), 'ArrowDown');
    await keys.press('F2');
    await keys.type('Je commence');
    await keys.press('Enter');
    for (const [laneId, { type }] of lanes) {
      if (type.startsWith('line-') || type === 'figures') continue;
      await until(page, grid.locator(`[data-place="cell:${laneId}:${firstStep.id}"]`), 'ArrowDown');
      if (type === 'emotion') {
        await keys.press('Enter');
        await page.getByRole('slider', { name: /^ressenti en atelier/ }).waitFor();
        await keys.press('ArrowUp');
        await page.waitForFunction(() => document.activeElement?.getAttribute('aria-valuenow') === '0.5');
        await keys.press('Escape');
      } else {
        await keys.type(`Noté en ${type}`);
        await keys.press('Enter');
        await keys.press('Escape');
      }
    }
    await page.getByText('En direct').waitFor();
    const written = lanes
      .map(([, { type }]) => type)
      .filter((type) => !/^(line-|figures|touchpoints|emotion)/.test(type));
    await expect
      .poll(async () =>
        Object.values((await stored(id)).cards)
          .map(({ text }) => text)
          .toSorted(),
      )
      .toEqual(written.map((type) => `Noté en ${type}`).toSorted());
    const map = await stored(id);
    expect(map.steps[firstStep.id]?.title).toBe('Je commence');
    expect(Object.values(map.emotions).map(({ value }) => value)).toEqual([0.5]);
    const met = lanes.some(([, { type }]) => type === 'touchpoints') ? ['Noté en touchpoints'] : [];
    expect(Object.values(map.touchpoints).map(({ title }) => title)).toEqual(met);
    expect(problems).toEqual([]);
  });

  it('is read from top to bottom on a phone, and drawn when asked', async () => {
    const { id } = await exampleMap();
    const { page, problems } = await browser.openPage({
      url: `${world.address}/w/${workspaceId}/maps/${id}`,
      width: 390,
    });
    await page.getByRole('heading', { level: 2, name: 'J’attends', exact: true }).waitFor();
    await page.getByRole('heading', { level: 3, name: 'J’attends sans nouvelles' }).waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await axe(page)).toEqual([]);
    // What holds for one persona only is read as that persona.
    const hers = page.getByText('Je fais une copie avant de poster l’original');
    await page.getByRole('radio', { name: 'Le pressé' }).check();
    await hers.waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'L’inquiète' }).check();
    await hers.waitFor();
    await page.getByRole('radio', { name: 'Dessiner' }).check();
    await page.getByRole('grid').waitFor();
    await page.getByRole('radio', { name: 'Lire' }).check();
    await page.getByRole('heading', { level: 2, name: 'J’attends', exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  it('is told, taken stock of and taken back on its other pages, and shows what they did', async () => {
    const { id } = await exampleMap();
    const before = await stored(id);
    const { page, problems } = await browser.openPage({
      url: `${world.address}/w/${workspaceId}/maps/${id}`,
      locale: 'en',
    });
    const go = async (name: string) => {
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    const back = async () => {
      await page.getByRole('link', { name: 'Back to the map' }).click();
      await page.getByRole('grid').waitFor();
    };
    await go('Versions');
    await page.getByRole('textbox', { name: 'Name of the version' }).fill('Before');
    await page.getByRole('button', { name: 'Keep this version' }).click();
    await page.getByText('Kept.').waitFor();
    await back();

    await go('Story');
    await page.getByRole('button', { name: 'Write' }).click();
    await page.getByRole('textbox', { name: 'Text of the story' }).press('Control+End');
    await page.keyboard.type(' And then it rained.');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('And then it rained.').waitFor();
    await back();

    await go('Inventory of touchpoints');
    await page
      .getByRole('button', { name: /missing$/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('textbox').fill('Counter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Counter$/ }).waitFor();
    await back();
    const counter = page.getByRole('grid').getByRole('listitem').filter({ hasText: 'Counter' });
    await counter.waitFor();
    await expect.poll(async () => (await stored(id)).story).toBe(`${before.story} And then it rained.`);

    await go('Versions');
    await page.getByText('Counter').first().waitFor();
    await page.getByRole('button', { name: 'Bring this version back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click();
    await page.getByRole('grid').waitFor();
    await counter.waitFor({ state: 'detached' });
    await expect.poll(() => stored(id)).toEqual(before);
    expect(problems).toEqual([]);
  });

  it('tells who is editing that the map was deleted, hands over a copy, and leaves others alone', async () => {
    const { id } = await exampleMap();
    const elsewhere = await exampleMap();
    const { page } = await open(id);
    const other = await open(elsewhere.id);
    await page.getByText('En direct').waitFor();
    await world.api.journey.remove({ workspaceId, mapId: id });
    const alert = page.getByRole('alert').filter({ hasText: 'Cette carte a été supprimée' });
    await alert.getByText('Enregistrez votre copie pour la garder').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      alert.getByRole('button', { name: 'Enregistrer ma copie' }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    const back = await world.api.journey.import({ workspaceId, file });
    expect(await stored(back.id)).toEqual(await stored(elsewhere.id));
    await other.page.getByRole('columnheader', { name: 'Je vérifie mes droits' }).click();
    await other.page.keyboard.press('F2');
    await other.page.keyboard.type(' encore');
    await other.page.keyboard.press('Enter');
    await expect
      .poll(async () => Object.values((await stored(elsewhere.id)).steps).map(({ title }) => title))
      .toContain('Je vérifie mes droits encore');
    expect(other.problems).toEqual([]);
  });
});
