import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { addSource } from '#testing/add-source.ts';
import { axe, plain, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { focused, until } from '#testing/keyboard.ts';
import type { LivedJourney } from '#testing/lived-journeys.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const day = 24 * 3_600_000;

/** So many journeys a day apart, each event a day after the one before. */
const lived = (count: number, from: number, names: readonly string[], region: string): LivedJourney[] =>
  Array.from({ length: count }, (_, index) => ({
    customer: `${region}-${names.join('')}-${index}`,
    attributes: { Région: region },
    events: names.map((name, at) => ({
      time: Date.UTC(2024, 0, 1) + (from + index + at) * day,
      seq: at,
      name,
      channel: 'web',
      score: null,
      attributes: {},
    })),
  }));

/** The lived journeys of a source, on the real server, in a real browser. */
describe('the lived journeys of a source', () => {
  let world: TestWorld;
  let browser: TestBrowser;
  let workspaceId: WorkspaceId;
  let mapId: string;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openTestWorld({ locale: 'fr' }), startBrowser()]);
    const created = await world.api.workspace.create({ name: 'Assurance', language: 'fr', zone: 'UTC' });
    workspaceId = created.id as WorkspaceId;
    // Who stops did so long before the data end; who goes to the end comes last.
    await addSource(world.world, workspaceId, 'assurance', [
      ...lived(10, 0, ['Devis', 'Appel'], 'Sud'),
      ...lived(20, 0, ['Devis', 'Contrat'], 'Sud'),
      ...lived(30, 60, ['Devis', 'Appel', 'Contrat'], 'Nord'),
    ]);
    await addSource(world.world, workspaceId, 'seul', lived(1, 0, ['Devis'], 'Sud'));
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

  const picture = (page: Page, name: string) => page.getByRole('figure', { name });

  it('leads from the map to the flow, filters it by keyboard, and reads the funnel and its table', async () => {
    const { page, problems } = await browser.openPage({
      url: `${world.address}/w/${workspaceId}/maps/${mapId}`,
    });
    await page.getByRole('button', { name: 'Plus', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Parcours vécus' }).click();
    const flow = picture(page, 'Le chemin des parcours');
    await flow.locator('svg').waitFor();
    expect(page.url()).toContain(`map=${mapId}`);
    await flow.getByText('· 60 parcours ·').waitFor();
    expect(await axe(page)).toEqual([]);

    // One stop of the Tab key for the picture, then the arrows.
    await flow.locator('[data-part="0"]').focus();
    const call = flow.getByRole('button', { name: /^Appel, pas 2/ });
    await until(page, call, 'ArrowRight');
    await focused(page, call);
    // Enter offers what can be done; Escape gives the focus back, Enter again takes the first.
    await page.keyboard.press('Enter');
    await focused(page, page.getByRole('menuitem', { name: 'Garder ceux qui passent ici' }));
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await focused(page, call);
    await page.keyboard.press('Enter');
    await focused(page, page.getByRole('menuitem', { name: 'Garder ceux qui passent ici' }));
    await page.keyboard.press('Enter');
    await page.getByText('passent par Appel', { exact: true }).waitFor();
    await flow.getByText('40 sur 60 parcours').waitFor();

    await page.getByRole('radio', { name: 'Entonnoir' }).check();
    await page.getByText('75 clients sur 100').waitFor();
    await page.getByText(/^Entre 60 et 86/).waitFor();
    expect(await axe(page)).toEqual([]);
    const funnel = picture(page, 'Combien arrivent à chaque pas');
    await page.getByRole('radio', { name: 'Tableau' }).check();
    const rows = await funnel.getByRole('row').allInnerTexts();
    expect(rows.slice(1).map((row) => plain(row).split(' ').slice(0, 3))).toEqual([
      ['1', 'Devis', '40'],
      ['2', 'Appel', '40'],
      ['3', 'Contrat', '30'],
    ]);
    // Steps change places by keyboard, and the focus goes with them.
    await page.getByRole('button', { name: 'Monter Contrat' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Aucun de ces parcours n’arrive à « Appel » par ces pas.').waitFor();
    await focused(page, page.getByRole('button', { name: 'Monter Contrat' }));
    await page.goBack();
    await page.getByText('75 clients sur 100').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv.split('\r\n')[3]).toMatch(/^3,Contrat,30,0\.75,0\.59/);

    // The ten that stop at the second step, one by one, then one of them as a timeline.
    await page.getByRole('button', { name: 'Pas 2 : Voir ceux qui s’y arrêtent' }).click();
    const list = picture(page, 'Les parcours qui… s’arrêtent au pas 2, Appel');
    await list.getByRole('row').nth(10).waitFor();
    expect(await list.getByRole('row').count()).toBe(11);
    expect(await page.locator('main').textContent()).not.toContain('Sud-');
    expect(await axe(page)).toEqual([]);
    await list
      .getByRole('button', { name: /^Ouvrir le parcours du client/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 passages en').waitFor();
    await page.getByRole('radio', { name: 'Image', exact: true }).check();
    await page.getByRole('img', { name: /^2\. Appel, 24 h après le précédent/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Retour à la liste' }).click();
    await list.waitFor();
    await page.getByRole('radio', { name: 'Entonnoir' }).check();
    await page.getByText('75 clients sur 100').waitFor();

    // The way back: by the filter, or by the browser.
    await page.getByRole('button', { name: 'Retirer le filtre : passent par Appel' }).click();
    await page.getByText('50 clients sur 100').waitFor();
    await page.goBack();
    await page.getByText('75 clients sur 100').waitFor();
    expect(problems).toEqual([]);
  });

  it('answers from an address alone, and says so where there is nothing to draw', async () => {
    const at = (search: string) => `${world.address}/w/${workspaceId}/sources/assurance/paths?${search}`;
    const { page, problems } = await browser.openPage({ url: at('show=variants'), locale: 'en', dark: true });
    await page.getByText('3 different paths').waitFor();
    await page
      .getByRole('button', { name: /^Devis › Appel › Contrat: 30 journeys, 50% of the journeys/ })
      .waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Typical journeys' }).check();
    await page.getByText(/^3 typical journeys stand for \d+ journeys/).waitFor();
    await page.getByRole('button', { name: /^Devis › Contrat: 3\d%.* Taken exactly: 20\./ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Winning journeys' }).check();
    await page.getByText('Choose the goal').waitFor();
    await page.goto(at('show=winning&goal=Contrat'));
    await page.getByText(/^Fewer than 30 journeys that are over do not reach “Contrat”/).waitFor();
    await page.goto(at('show=winning&goal=Devis'));
    await page.getByText(/^None of these journeys reaches “Devis” after another place/).waitFor();
    await page.goto(at('show=winning&goal=Appel&start=Devis'));
    await page
      .getByText(/^Fewer than 30 journeys that are over do not reach “Appel”|journeys? reach “Appel”/)
      .first()
      .waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Time' }).check();
    await page.getByText(/^From “Devis” to “Contrat”, half take less than/).waitFor();
    await page.getByText('50 arrived').first().waitFor();
    expect(await axe(page)).toEqual([]);
    const filter = (value: unknown) => `filter=${encodeURIComponent(JSON.stringify([value]))}`;
    await page.goto(at(filter({ is: 'then', place: 'Contrat', later: 'Appel' })));
    await page.getByText('No journey answers this question.').waitFor();
    expect(await page.locator('figure').count()).toBe(0);
    await page.goto(at(`show=funnel&steps=${encodeURIComponent('[["Contrat"],["Appel"]]')}`));
    await page.getByText('None of these journeys comes to “Appel” by these steps.').waitFor();
    await page.goto(at(filter({ is: 'through', place: 'Ailleurs' })));
    await page.getByRole('alert').getByText('Ailleurs').waitFor();
    await page.getByRole('button', { name: 'Remove all' }).first().click();
    await page.getByRole('figure', { name: 'The way of the journeys' }).waitFor();
    await page.goto(`${world.address}/w/${workspaceId}/sources/seul/paths`);
    await page.getByText('Each journey is one passage only').waitFor();
    await page.getByRole('radio', { name: 'Funnel' }).check();
    await page.getByText('1 journey', { exact: true }).waitFor();
    await page.getByRole('radio', { name: 'Time' }).check();
    await page.getByText('Choose from where to where.').waitFor();
    await page.getByRole('radio', { name: 'One by one' }).check();
    await page.getByText('They are fewer than five').waitFor();
    // A question that cannot be answered is refused in words; nothing breaks.
    expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
  });
});
