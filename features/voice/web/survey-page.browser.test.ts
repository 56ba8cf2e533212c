import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const fileName = 'réponses.csv';
/** 120 people; every tenth wrote 11 where the scale ends at 10, every eighth is 6 on 1–5; p3 comes twice. */
const file = [
  'id_client,NPS,satisfaction,poids,ville',
  ...Array.from({ length: 120 }, (_, i) =>
    [
      `p${i}`,
      [10, 9, 9, 8, 7, 5, 10, 9, 10, 11][i % 10],
      [5, 4, 3, 4, 5, 2, 4, 6][i % 8],
      (0.5 + (i % 10) / 10).toFixed(1),
      i % 2 ? 'Lyon' : 'Paris',
    ].join(','),
  ),
  'p3,0,1,1.0,Paris',
].join('\n');

/** Without the spaces that do not break. */
const plain = (text: string | null): string => (text ?? '').replace(/[\u202f\u00a0]/g, ' ');

/** The page as it is built, on the real server, in a real browser. */
describe('the page of a survey', () => {
  let world: TestWorld;
  let browser: TestBrowser;
  let workspaceId: WorkspaceId;
  let address: string;

  beforeAll(async () => {
    [world, browser] = await Promise.all([openTestWorld({ locale: 'fr' }), startBrowser()]);
    workspaceId = (await world.api.workspace.create({ name: 'Boutique', language: 'fr' })).id;
    const sent = await fetch(
      `${world.address}/api/v1/workspaces/${workspaceId}/uploads/${encodeURIComponent(fileName)}`,
      { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: file },
    );
    const { uploadId } = (await sent.json()) as { uploadId: string };
    const { mapping } = await world.api.voice.previewSurvey({ workspaceId, uploadId });
    const { surveyId, importId } = await world.api.voice.importSurvey({
      workspaceId,
      uploadId,
      name: 'Clients du printemps',
      // As somebody would who did not look: 11 and 6 are no declared codes.
      mapping: { ...mapping!, scores: mapping!.scores.map((score) => ({ ...score, noAnswer: [] })) },
    });
    while ((await world.api.voice.surveyImportState({ workspaceId, importId })).status === 'running');
    address = `${world.address}/w/${workspaceId}/surveys/${surveyId}`;
  });

  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it('tells scores in sentences, what was refused, and lets the rows set aside be taken', async () => {
    const { page, problems } = await browser.openPage({ url: address });
    await page.getByText('Le score de recommandation est de').waitFor();
    const nps = page.getByRole('article', { name: 'NPS' });
    const said = plain(await nps.textContent());
    // 72 promoters, 12 detractors of 108.
    expect(said).toContain('Le score de recommandation est de +55,6.');
    expect(said).toContain('n = 108');
    expect(said).toContain('Pondéré : ');
    expect(said).toContain('Valeurs refusées : 11 (12)');
    const balance = plain(await page.getByText('lignes lues').first().textContent());
    expect(balance).toBe('121 lignes lues');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger les lignes mises de côté' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    expect(problems).toEqual([]);
  });

  it.each([
    { width: 1440, dark: false, locale: 'fr' },
    { width: 390, dark: true, locale: 'en' },
  ] as const)('has no accessibility fault at $width px, dark: $dark, $locale', async (options) => {
    const { page, problems } = await browser.openPage({ url: address, ...options });
    await page.getByRole('article', { name: 'NPS' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('splits by a column and explains each figure', async () => {
    const { page } = await browser.openPage({ url: address });
    await page.getByRole('combobox', { name: 'Ventiler par' }).click();
    await page.getByRole('option', { name: 'ville' }).click();
    const nps = page.getByRole('article', { name: 'NPS' });
    await nps.getByRole('img', { name: /Lyon/ }).waitFor();
    await nps.getByRole('img', { name: /Paris/ }).waitFor();
    await nps.getByRole('button', { name: /entre/ }).click();
    await page.getByText('Part des 9 et 10 moins part des 0 à 6').waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('corrects the reading without importing again', async () => {
    const { page } = await browser.openPage({ url: address });
    await page.getByRole('button', { name: 'Corriger la lecture' }).click();
    const code = page.getByRole('button', { name: '11 12 refusée' });
    await code.click();
    await page.getByRole('button', { name: /11.*pas de réponse/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Nom de l’enquête' }).fill('Clients du printemps 2025');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('heading', { level: 1, name: 'Clients du printemps 2025' }).waitFor();
    const nps = page.getByRole('article', { name: 'NPS' });
    await nps.getByText('12 sans réponse').waitFor();
    expect(plain(await nps.textContent())).not.toContain('refusée');
    expect(plain(await nps.textContent())).toContain('+55,6');
  });

  it('becomes a map, and goes when it is deleted', async () => {
    const { page } = await browser.openPage({ url: address });
    await page.getByRole('button', { name: 'En faire une carte' }).click();
    await page.getByRole('button', { name: 'Créer la carte' }).click();
    await page.waitForURL(/\/maps\/[A-Za-z0-9_-]+$/);
    const maps = await world.api.journey.list({ workspaceId });
    expect(maps).toMatchObject([{ title: 'Clients du printemps 2025', touchpoints: 2, bound: 2 }]);

    await page.goto(address);
    await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await page.getByRole('button', { name: 'Supprimer l’enquête' }).click();
    await page.waitForURL(/\/sources$/);
    expect(await world.api.voice.surveys({ workspaceId })).toEqual([]);
  });
});
