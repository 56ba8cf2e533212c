import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import { blockType } from '../../domain/clipboard/block.ts';
import { journeyMapDocument } from '../../domain/document.ts';
import { reimbursementExample } from '../../domain/examples/reimbursement.ts';
import { outline } from '../../domain/outline.ts';

/** Several at once, search, filter, size, personas side by side: by keyboard, on the real server. */
describe('the tools of a map', () => {
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

  const open = async (mapId: string, search = '') => {
    const opened = await browser.openPage({
      url: `${world.address}/w/${workspaceId}/maps/${mapId}${search}`,
    });
    await opened.page.getByRole('grid').waitFor();
    return opened;
  };
  const emptyMap = () =>
    world.api.journey.create({ workspaceId, title: 'Essai', kind: 'journey', language: 'fr' });
  const exampleMap = () =>
    world.api.journey.import({
      workspaceId,
      file: {
        format: 'parcours',
        kind: 'journey-map',
        version: journeyMapDocument.version,
        document: reimbursementExample('fr'),
      },
    });
  const cell = (page: Page, index: number) => page.getByRole('gridcell').nth(index);
  const cards = (page: Page, index: number) => cell(page, index).getByRole('listitem');

  it('pastes, chooses, moves, copies and deletes blocks of cards', async () => {
    const { id } = await emptyMap();
    const { page, problems } = await open(id);
    const { map } = await world.api.journey.get({ workspaceId, mapId: id });
    const steps = outline(map).steps.length;
    const keys = page.keyboard;
    await cell(page, 0).click();

    // One column wider than the map: it is said, and a step is added.
    await clipboard(page, 'paste', {
      'text/plain': Array.from({ length: steps + 1 }, (_, at) => `c${at}`).join('\t'),
    });
    await page.getByRole('dialog', { name: 'Le bloc est plus large que la carte' }).waitFor();
    await page.getByRole('button', { name: 'Ajouter 1 sous-étape et tout coller' }).waitFor();
    await keys.press('Enter');
    await page.getByText(`${steps + 1} cartes collées`).waitFor();
    await expect.poll(() => cards(page, steps).allInnerTexts()).toEqual([`c${steps}`]);

    await keys.press('Escape');
    await keys.press('Shift+ArrowRight');
    await page.getByRole('heading', { name: '2 cartes choisies' }).waitFor();
    const copied = await clipboard(page, 'copy');
    expect(copied['text/plain']).toBe('c0\tc1');
    await keys.press('Alt+ArrowDown');
    await page.getByText('2 cartes déplacées').waitFor();
    await expect.poll(() => cards(page, 0).count()).toBe(0);
    await keys.press('Delete');
    await page.getByText('2 cartes supprimées').waitFor();
    await keys.press('Control+z');
    await keys.press('Control+z');
    await expect.poll(() => cards(page, 1).allInnerTexts()).toEqual(['c1']);

    // Another map gets them as they are, with ids of their own.
    const other = await open((await emptyMap()).id);
    await cell(other.page, 2).click();
    await clipboard(other.page, 'paste', copied);
    await expect.poll(() => cards(other.page, 3).allInnerTexts()).toEqual(['c1']);

    await clipboard(page, 'paste', { 'text/plain': 'x'.repeat(5_000_000) });
    await page.getByText('C’est trop à coller d’un coup').waitFor();
    expect([...problems, ...other.problems]).toEqual([]);
  });

  it('finds, filters by address, and is drawn larger, by keyboard', async () => {
    const { id } = await exampleMap();
    const { page, problems } = await open(id, '?proof=unfounded');
    const keys = page.keyboard;
    const strip = page.getByRole('region', { name: 'Filtre' });
    await strip.getByText('Sans preuve').waitFor();
    const faded = page.getByRole('listitem').filter({ hasText: 'Je guette ma messagerie' });
    await expect.poll(() => faded.getAttribute('data-faded')).toBe('');
    await page.getByRole('button', { name: 'Filtrer les cartes : 1 critère' }).press('Enter');
    await page.getByRole('radio', { name: 'Masquer' }).check();
    await faded.waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).toContain('others=hidden');
    await keys.press('Escape');
    await strip.getByRole('button', { name: 'Retirer le filtre' }).press('Enter');
    await faded.waitFor();

    await keys.press('Control+f');
    const field = page.getByRole('search').getByRole('textbox');
    await field.fill('ORDONNANCE');
    await page.getByRole('search').getByText('1 sur').waitFor();
    expect(await axe(page), 'the search').toEqual([]);
    await keys.press('Escape');
    await focused(page, 'l’ordonnance');

    await keys.press('Control+-');
    await page.getByRole('button', { name: /^90\s%, Taille réelle$/ }).waitFor();
    await page.getByRole('button', { name: 'Toute la carte dans la fenêtre' }).press('Enter');
    const seen = page.locator('[data-scroller]');
    await expect.poll(() => seen.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    expect(problems).toEqual([]);
  });

  it('puts personas side by side, told in words too', async () => {
    const { id } = await exampleMap();
    const { page, problems } = await open(id);
    await page.getByRole('button', { name: 'Comparer des personas' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Le pressé' }).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('compare')?.split('.').length).toBe(3);
    expect(await axe(page), 'choosing').toEqual([]);
    await page.keyboard.press('Escape');
    const panel = page.getByRole('complementary', { name: 'Détails' });
    await panel.getByText(/^Plus grand écart/).waitFor();
    const lane = page.getByRole('rowheader').filter({ hasText: 'Ce que je ressens' });
    await lane
      .getByText(/^Ressenti, Le pressé\u202f: .*descend de \+1,7 à −2 entre/)
      .waitFor({ state: 'attached' });
    await panel.getByRole('button', { name: 'Irritants, J’envoie ma facture' }).press('Enter');
    await focused(page, 'diffère selon le persona');
    expect(await axe(page), 'side by side').toEqual([]);
    await page.getByRole('button', { name: 'Arrêter de comparer' }).press('Enter');
    await page.waitForFunction(() => !location.search.includes('compare'));
    expect(problems).toEqual([]);
  });
});

/** Waits until a place of the map that holds these words has the focus. */
const focused = (page: Page, words: string) =>
  page.waitForFunction((text) => {
    const here = document.activeElement;
    return here?.matches('[data-place]') === true && here.textContent?.includes(text) === true;
  }, words);

/** What a key for the clipboard does on the thing that has the focus; gives what it put there. */
const clipboard = (page: Page, type: 'copy' | 'paste', held: Readonly<Record<string, string>> = {}) =>
  page.evaluate(
    ([event, written, own]) => {
      const clipboardData = new DataTransfer();
      for (const [kind, text] of Object.entries(written)) clipboardData.setData(kind, text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent(event, { clipboardData, bubbles: true, cancelable: true }),
      );
      return Object.fromEntries(['text/plain', own].map((kind) => [kind, clipboardData.getData(kind)]));
    },
    [type, held, blockType] as const,
  );
