import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import { orderedLanes, outline } from '../../domain/outline.ts';

/** What a map is made of — stages, time, lanes, pictures — by keyboard, on the real server. */
describe('the frame of a map', () => {
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

  const drawn = async () => {
    const { id } = await world.api.journey.create({
      workspaceId,
      title: 'Essai',
      kind: 'journey',
      language: 'fr',
    });
    const url = `${world.address}/w/${workspaceId}/maps/${id}`;
    const opened = await browser.openPage({ url });
    await opened.page.getByRole('grid').waitFor();
    return { ...opened, id };
  };
  const stored = async (mapId: string) => (await world.api.journey.get({ workspaceId, mapId })).map;
  const stages = async (mapId: string) => outline(await stored(mapId)).stages.map(({ stage }) => stage.title);
  const head = (page: Page, name: string) => page.getByRole('columnheader').filter({ hasText: name });

  it('is cut, joined and copied, and each can be taken back', async () => {
    const { id, page, problems } = await drawn();
    const keys = page.keyboard;
    const begun = await stages(id);
    await page.getByRole('grid').locator('[tabindex="0"]').focus();

    await keys.press('Control+j');
    await page.getByText('Fusionné').waitFor();
    const joined = `${begun[0]} · ${begun[1]}`;
    await head(page, joined).waitFor();
    await expect.poll(() => stages(id)).toEqual([joined, ...begun.slice(2)]);

    // The second step of the joined stage begins a stage of its own, which is named at once.
    await keys.press('ArrowDown');
    await keys.press('ArrowRight');
    await keys.press('Control+k');
    await page.getByText('Coupé en deux').waitFor();
    await keys.type('Je fouille');
    await keys.press('Enter');
    await expect.poll(() => stages(id)).toEqual([joined, 'Je fouille', ...begun.slice(2)]);

    await keys.press('ArrowUp');
    await keys.press('Control+d');
    await page.getByText('Dupliqué').waitFor();
    await expect.poll(() => stages(id)).toEqual([joined, 'Je fouille', 'Je fouille', ...begun.slice(2)]);
    await keys.press('Control+z');
    await expect.poll(() => stages(id)).toEqual([joined, 'Je fouille', ...begun.slice(2)]);

    // Said how long it lasts, its time is drawn above the map.
    await head(page, 'Je fouille').click();
    await page.getByRole('textbox', { name: 'Combien' }).fill('9');
    await page.getByRole('region', { name: 'Le temps du client' }).getByText('environ 9 jours').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('has lanes of the next kind, in colour, kept for the next map', async () => {
    const { id, page, problems } = await drawn();
    const before = Object.keys((await stored(id)).lanes).length;
    await page.getByRole('combobox', { name: 'Nature de la carte' }).click();
    await page.getByRole('option', { name: 'Blueprint de service' }).click();
    await page.getByRole('rowheader', { name: /^En coulisses/ }).click();
    await page.getByRole('button', { name: 'bleu', exact: true }).click();
    await expect
      .poll(
        async () => orderedLanes(await stored(id)).find(([, { type }]) => type === 'back-office')?.[1].colour,
      )
      .toBe(1);
    expect(Object.keys((await stored(id)).lanes).length).toBeGreaterThan(before);

    await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
    await page.getByRole('menuitem', { name: 'Garder ces lignes comme jeu…' }).click();
    await page.getByLabel('Nom du jeu').fill('Au guichet');
    await page.getByRole('button', { name: 'Garder le jeu' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await axe(page)).toEqual([]);

    await page.goto(`${world.address}/w/${workspaceId}/maps`);
    await page.getByRole('button', { name: 'Créer une carte' }).first().click();
    await page.getByLabel('Que vit le client').fill('Être entendu');
    await page.getByRole('combobox', { name: 'Lignes' }).click();
    await page.getByRole('option', { name: 'Au guichet' }).click();
    await page.getByRole('button', { name: 'Créer la carte' }).click();
    await page.getByRole('rowheader', { name: /^En coulisses/ }).waitFor();
    const next = page.url().split('/').at(-1)!;
    expect(next).not.toBe(id);
    expect(orderedLanes(await stored(next)).map(([, { type }]) => type)).toEqual(
      orderedLanes(await stored(id)).map(([, { type }]) => type),
    );
    expect(problems).toEqual([]);
  });

  it('shows a picture from the keyboard, and says why a file is none', async () => {
    const { id, page, problems } = await drawn();
    const keys = page.keyboard;
    const choose = async (name: string, bytes: Buffer) => {
      await keys.press('Shift+F10');
      await page.getByRole('menu').waitFor();
      const chooser = page.waitForEvent('filechooser');
      await keys.type('Joindre');
      await keys.press('Enter');
      await (await chooser).setFiles({ name, mimeType: 'image/png', buffer: bytes });
    };
    await page.getByRole('gridcell').first().click();
    await choose('dessin.png', Buffer.from('<svg onload="alert(1)"></svg>'));
    await page.getByText('n’est pas une image, un son ou une vidéo').waitFor();
    expect(Object.keys((await stored(id)).cards)).toEqual([]);

    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    // On its way it can be stopped, and nothing comes of it.
    await page.route('**/media', () => {});
    await choose('lent.png', Buffer.from(dot, 'base64'));
    const onTheirWay = page.getByRole('region', { name: 'Fichiers en cours d’envoi' });
    await onTheirWay.getByRole('progressbar', { name: /lent.png/ }).waitFor();
    await onTheirWay.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('Rien n’en est gardé').waitFor();
    await page.unroute('**/media');
    await choose('guichet.png', Buffer.from(dot, 'base64'));
    await page.getByRole('textbox', { name: 'Texte' }).first().waitFor();
    await keys.type('Le guichet, un lundi');
    await keys.press('Enter');
    await keys.press('ArrowUp');
    const shown = page.getByRole('complementary').getByRole('img', { name: 'Le guichet, un lundi' });
    await shown.waitFor();
    await expect
      .poll(async () => Object.values((await stored(id)).cards).map(({ text }) => text))
      .toEqual(['Le guichet, un lundi']);
    const [card] = Object.values((await stored(id)).cards);
    expect(card!.mediaId).toMatch(/^image-[0-9a-f]{32}$/);
    expect(
      await shown.evaluate((picture: HTMLImageElement) => picture.decode().then(() => picture.naturalWidth)),
    ).toBe(1);
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});
