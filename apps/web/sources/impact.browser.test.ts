import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { addSource } from '#testing/add-source.ts';
import { axe, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { importEvents } from '#testing/import-events.ts';
import { focused } from '#testing/keyboard.ts';
import type { LivedJourney } from '#testing/lived-journeys.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const day = 24 * 3_600_000;

/** Who is badly served at the call gives a bad last score, and signs less often. One in two is a professional. */
const served: LivedJourney[] = Array.from({ length: 240 }, (_, index) => {
  const badly = index % 2 === 0;
  const signs = index % (badly ? 4 : 3) !== 0;
  const events: (readonly [string, number | null])[] = [
    ['Devis', 1 + (index % 5)],
    ['Appel', badly ? 1 : 5],
    ...(index % 3 === 0 ? ([['Relance', null]] as const) : []),
    ...(signs ? ([['Contrat', null]] as const) : []),
    ['Avis', badly ? 1 + (index % 3) : 3 + (index % 3)],
  ];
  return {
    customer: `c${index}`,
    attributes: { profil: index % 4 < 2 ? 'pro' : 'particulier' },
    events: events.map(([name, score], at) => ({
      time: Date.UTC(2024, 0, 1) + ((index % 60) + at) * day,
      seq: at,
      name,
      channel: 'web',
      score,
      attributes: {},
    })),
  };
});
/** What tells that the others are over. */
const late: LivedJourney = {
  ...served[0]!,
  customer: 'late',
  events: served[0]!.events.slice(0, 1).map((event) => ({ ...event, time: Date.UTC(2024, 11, 1) })),
};

describe('what counts in lived journeys, and who is who in them', () => {
  let world: TestWorld;
  let browser: TestBrowser;
  let workspaceId: WorkspaceId;
  let mapId: string;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openTestWorld({ locale: 'fr' }), startBrowser()]);
    const created = await world.api.workspace.create({ name: 'Assurance', language: 'fr', zone: 'UTC' });
    workspaceId = created.id as WorkspaceId;
    await addSource(world.world, workspaceId, 'assurance', [...served, late]);
    ({ mapId } = await world.api.measure.proposeMap({
      workspaceId,
      sourceId: 'assurance',
      language: 'fr',
      title: 'Souscrire',
    }));
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const saved = async (page: Page, button: string): Promise<Buffer> => {
    const figure = page.getByRole('figure').first();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: button, exact: true }).click(),
    ]);
    return readFile(await download.path());
  };

  it.each([
    ['outcome&goal=Contrat', /^Relance\s: /],
    ['drivers&about=score', /^Appel\s: /],
    ['moments', /^Appel\s: /],
    ['touchpoints&goal=Contrat', /^Devis\s: 100\s%/],
    ['personas&by=profil', /(pro|particulier)/],
  ])('is read by keyboard, as a table, and taken away as a file: %s', async (ask, first) => {
    const { page, problems } = await browser.openPage({
      url: `${world.address}/w/${workspaceId}/sources/assurance/impact?ask=${ask}`,
    });
    const figure = page.getByRole('figure').first();
    await figure.getByText('Image', { exact: true }).click();
    const part = (at: number) => figure.locator(`[data-part="${at}"]`);
    await figure.getByRole('img', { name: first }).first().waitFor();
    // One stop of the Tab key, then the arrows.
    await part(0).focus();
    await page.keyboard.press('ArrowDown');
    await focused(page, part(1));
    expect(await part(1).getAttribute('aria-label')).toMatch(/\d/);
    expect((await saved(page, 'SVG')).toString()).toMatch(/^<svg[\s\S]*<text[\s\S]*<\/svg>$/);
    expect((await saved(page, 'PNG')).subarray(1, 4).toString()).toBe('PNG');
    expect((await saved(page, 'CSV')).toString()).toMatch(/^\ufeff.+\r\n.+/);
    await figure.getByText('Tableau', { exact: true }).click();
    await figure.getByRole('table').waitFor();
    expect(await figure.getByRole('row').count()).toBeGreaterThan(2);
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('marks a moment of truth on a map, with the figure that shows it, and takes it back', async () => {
    const { page, problems } = await browser.openPage({
      url: `${world.address}/w/${workspaceId}/sources/assurance/impact?ask=moments`,
    });
    const mark = page.getByRole('button', { name: 'Marquer comme moment de vérité : « Appel »' });
    const dialog = page.getByRole('dialog');
    const marking = async () => {
      await mark.click();
      await dialog.getByText('La sous-étape est marquée').waitFor();
      await dialog.getByRole('button', { name: 'Marquer', exact: true }).click();
      await page
        .getByRole('status')
        .getByText('« Appel » est un moment de vérité sur « Souscrire »')
        .waitFor();
    };
    const onMap = async () => {
      const { map } = await world.api.journey.get({ workspaceId, mapId });
      const cards = Object.values(map.cards).filter((card) => card.momentOfTruth);
      return [
        Object.values(map.steps).flatMap(({ title, momentOfTruth }) => (momentOfTruth ? title : [])),
        cards.flatMap(({ evidence }) => evidence.map(({ kind, n }) => [kind, n])),
      ];
    };
    await marking();
    expect(await onMap()).toEqual([['Appel'], [['figure', 240]]]);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('La marque est retirée de « Appel »').waitFor();
    expect(await onMap()).toEqual([[], []]);
    await marking();
    await page.getByRole('link', { name: 'Ouvrir la carte' }).click();
    const head = page.getByRole('columnheader', { name: /^Appel/ });
    await head.getByText('Moment de vérité').waitFor();
    await page
      .getByText(/^À «\sAppel\s», l’écart entre bien et mal servis/)
      .first()
      .click();
    await page.getByRole('link', { name: 'voir le chiffre' }).click();
    await mark.waitFor();
    expect(problems).toEqual([]);
  });

  it('joins two ids into one person, and sets them apart again: the figures follow', async () => {
    const created = await world.api.workspace.create({ name: 'Boutique', language: 'fr', zone: 'UTC' });
    const shop = created.id as WorkspaceId;
    const rows = Array.from({ length: 8 }, (_, at) => [
      `cookie-${at};2024-01-0${at + 1} 10:00;Visite`,
      `carte-${at};2024-01-1${at} 10:00;Achat`,
    ]).flat();
    const sourceId = await importEvents(world, shop, 'Boutique', ['client;date;evenement', ...rows]);
    const { page, problems } = await browser.openPage({
      url: `${world.address}/w/${shop}/sources/identities`,
    });
    await page.getByText('Personne n’est réuni à personne').first().waitFor();
    await page.getByRole('button', { name: 'Réunir deux identifiants' }).click();
    await page.getByRole('textbox', { name: 'Cet identifiant' }).fill('cookie-3');
    await page.getByRole('textbox', { name: 'appartient à cette personne' }).fill('carte-3');
    await page.getByRole('button', { name: 'Les réunir' }).click();
    await page.getByRole('cell', { name: '« cookie-3 » est « carte-3 »' }).waitFor();
    expect(await axe(page)).toEqual([]);

    // Sixteen ids were sixteen journeys; two of them are one person now.
    const journeys = async () =>
      (await world.api.measure.source({ workspaceId: shop, sourceId })).stats?.journeys ?? null;
    await expect.poll(journeys, { timeout: 30_000 }).toBe(15);
    const flow = await browser.openPage({ url: `${world.address}/w/${shop}/sources/${sourceId}/paths` });
    await flow.page.getByRole('figure').getByText('15 parcours').first().waitFor();
    await page.getByRole('button', { name: 'Annuler la modification 1' }).click();
    await page.getByRole('cell', { name: 'Annule la modification 1' }).waitFor();
    await expect.poll(journeys, { timeout: 30_000 }).toBe(16);
    await flow.page.reload();
    await flow.page.getByRole('figure').getByText('16 parcours').first().waitFor();
    expect([...problems, ...flow.problems]).toEqual([]);
  });
});
