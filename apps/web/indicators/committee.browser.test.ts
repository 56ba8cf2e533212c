import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { addSource } from '#testing/add-source.ts';
import { axe, plain, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { importEvents } from '#testing/import-events.ts';
import { focused } from '#testing/keyboard.ts';
import type { LivedJourney } from '#testing/lived-journeys.ts';
import { type MailServer, openMailServer } from '#testing/mail-server.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';

const day = 86_400_000;

/** So many quotes asked on a day; those numbered under `signed` become contracts two days later. */
const quotes = (date: string, count: number, signed: number): LivedJourney[] =>
  Array.from({ length: count }, (_, index) => ({
    customer: `${date}-${index}`,
    attributes: { profil: index % 2 === 0 ? 'pro' : 'particulier' },
    events: ['Devis', ...(index < signed ? ['Contrat'] : [])].map((name, at) => ({
      time: Date.parse(`${date}T10:00:00Z`) + at * 2 * day,
      seq: at,
      name,
      channel: 'web',
      score: null,
      attributes: {},
    })),
  }));

/** A figure of the committee, from its choice to one single journey behind it, on the real server, in a real browser. */
describe('a figure of the committee', () => {
  let world: TestWorld;
  let browser: TestBrowser;
  let base: string;
  let workspaceId: WorkspaceId;
  let mail: MailServer;

  beforeAll(async () => {
    mail = await openMailServer();
    [world, browser] = await Promise.all([
      openTestWorld({ locale: 'fr', config: { mail: { url: mail.url, from: 'parcours@example.org' } } }),
      startBrowser(),
    ]);
    const created = await world.api.workspace.create({ name: 'Assurance', language: 'fr', zone: 'UTC' });
    workspaceId = created.id as WorkspaceId;
    base = `${world.address}/w/${workspaceId}`;
    await addSource(world.world, workspaceId, 'assurance', [
      ...quotes('2024-01-10', 120, 84),
      ...quotes('2024-02-10', 120, 40),
      ...quotes('2024-03-20', 40, 20),
    ]);
    await world.api.measure.proposeMap({
      workspaceId,
      sourceId: 'assurance',
      language: 'fr',
      title: 'Souscrire',
    });
  });

  afterAll(async () => {
    await browser.close();
    await world.close();
    await mail.close();
  });

  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('leads from the report to the map, to the flow, to one single journey', async () => {
    const { page, problems } = await browser.openPage({ url: `${base}/indicators` });
    await page.getByRole('button', { name: 'Suivre un chiffre' }).click();
    await page.getByRole('textbox', { name: 'Nom' }).fill('Souscription');
    await choose(page, 'Ce qu’il compte', 'La conversion d’un endroit à un autre');
    await choose(page, 'Source', 'assurance');
    await choose(page, 'Se lit comme', 'Souscrire');
    await page.getByRole('radio', { name: 'Sous-étapes' }).check();
    await page.getByRole('button', { name: 'Le suivre' }).click();
    await page.getByRole('alert').getByText('Complétez ce qui manque').waitFor();
    await choose(page, 'De', 'Devis');
    await choose(page, 'À', 'Contrat');
    await page.getByRole('button', { name: 'Le suivre' }).click();
    await page.getByText('il a bougé au-delà du bruit').waitFor();
    expect(await axe(page)).toEqual([]);

    await page.getByRole('link', { name: 'Souscription', exact: true }).click();
    await choose(page, 'Comparer', 'profil');
    const groups = page.getByRole('figure', { name: 'Souscription, groupe par groupe' });
    await groups.getByRole('img', { name: /^particulier\s: 33\s% .*février 2024$/ }).waitFor();
    await page.getByRole('checkbox', { name: 'Aussi dans le rapport du mois' }).check();
    await page
      .getByRole('figure', { name: 'Souscription, période par période' })
      .getByText('Tableau', { exact: true })
      .click();
    await page.getByRole('table', { name: 'Souscription, période par période' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('link', { name: 'Indicateurs' }).first().click();

    await page.getByRole('link', { name: 'Rapport du mois' }).click();
    await page.getByLabel('Mois', { exact: true }).fill('2024-02');
    await page.getByText('1 indicateur sur 1 a bougé au-delà du bruit.').waitFor();
    await page
      .getByRole('listitem')
      .getByText(/^particulier\s: 33\s%/)
      .waitFor();
    await page.getByText('C’est dans le mauvais sens.').waitFor();
    expect(await axe(page)).toEqual([]);
    const [printed] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Enregistrer en PDF' }).click(),
    ]);
    expect(printed.suggestedFilename()).toBe('Comité expérience client 2024-02.pdf');

    await page.getByRole('link', { name: 'Les parcours commencés dans cette période' }).first().click();
    const flow = page.getByRole('figure', { name: 'Le chemin des parcours' });
    await flow.getByText('120 sur 280 parcours').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Le voir sur « Souscrire »' }).first().click();
    await page.getByRole('button', { name: 'Plus', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Parcours vécus' }).click();
    await flow.locator('[data-part="0"]').focus();
    await page.keyboard.press('Enter');
    const see = page.getByRole('menuitem', { name: 'Voir ces parcours un par un' });
    await see.click();
    await page
      .getByRole('button', { name: /^Ouvrir le parcours du client/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Retour à la liste' }).waitFor();
    await page.getByRole('img', { name: /^1\. Devis/ }).waitFor();
    expect(problems).toEqual([]);
  });

  it('stands on a dashboard, arranged by keyboard', async () => {
    const { page, problems } = await browser.openPage({ url: `${base}/dashboards`, width: 390, dark: true });
    await page.getByRole('button', { name: 'Créer un tableau de bord' }).click();
    const add = async () => page.getByRole('button', { name: 'Ajouter une tuile' }).first().click();
    const confirm = () => page.getByRole('dialog').getByRole('button', { name: 'Ajouter une tuile' }).click();
    await add();
    await choose(page, 'Lequel', 'Souscription');
    await confirm();
    await add();
    await page.getByRole('radio', { name: 'Une carte' }).check();
    await choose(page, 'Lequel', 'Souscrire');
    await confirm();
    const tiles = page.locator('main li article h2');
    await page.getByRole('table', { name: 'Étapes de Souscrire' }).waitFor();
    expect(await tiles.allInnerTexts()).toEqual(['Souscription', 'Souscrire']);
    await page.getByRole('button', { name: 'Plus tard : Souscription' }).focus();
    await page.keyboard.press('Enter');
    await focused(page, page.getByRole('button', { name: 'Plus tard : Souscription' }));
    expect(await tiles.allInnerTexts()).toEqual(['Souscrire', 'Souscription']);
    await page.getByRole('group', { name: 'Largeur de Souscription' }).getByText('moitié').click();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Terminer' }).click();
    await page.reload();
    await page.getByRole('table', { name: 'Étapes de Souscrire' }).waitFor();
    await page.getByText('il a bougé au-delà du bruit').waitFor();
    expect(await tiles.allInnerTexts()).toEqual(['Souscrire', 'Souscription']);
    expect(problems).toEqual([]);
  });

  it('is told by e-mail, where its page says, once the data that breach it are in', async () => {
    const { api } = world;
    const events = (day: string, count: number, signed: number): string[] =>
      Array.from({ length: count }, (_, at) => [
        `${day}-${at};2024-${day} 10:00;Demande`,
        ...(at < signed ? [`${day}-${at};2024-${day} 11:00;Contrat`] : []),
      ]).flat();
    const imported = (rows: readonly string[], into: string | null) =>
      importEvents(world, workspaceId, 'Demandes', ['client;date;evenement', ...rows], into);
    const sourceId = await imported(events('01-10', 100, 80), null);
    const { indicator } = await api.indicator.addIndicator({
      workspaceId,
      name: 'Demandes abouties',
      definition: {
        of: 'conversion',
        sourceId,
        unit: 'event',
        filters: [],
        first: 'Demande',
        second: 'Contrat',
      },
      target: { value: 0.6, direction: 'at-least', by: null },
    });
    const { page, problems } = await browser.openPage({ url: `${base}/indicators` });
    await page.getByRole('button', { name: 'Où vont les alertes' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Chaque alerte leur est envoyée').waitFor();
    await dialog.getByRole('textbox', { name: 'Adresses e-mail' }).fill('ines@example.org, paul@example.org');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'detached' });

    await imported([...events('02-10', 100, 20), ...events('03-20', 40, 30)], sourceId);
    const told = () => mail.texts().filter((text) => text.includes('La cible est manquée'));
    await expect.poll(told, { timeout: 30_000 }).toHaveLength(1);
    expect(plain(told()[0] ?? '')).toContain('En février 2024, 20 %');
    const recipients = mail.received.filter((line) => line.startsWith('RCPT'));
    expect(recipients).toEqual(['RCPT TO:<ines@example.org>', 'RCPT TO:<paul@example.org>']);
    await page.reload();
    const alert = page.getByRole('listitem').filter({ hasText: 'La cible est manquée' });
    await alert.getByText('e-mail envoyé').waitFor();
    await alert.getByRole('link', { name: 'Demandes abouties' }).waitFor();
    await api.indicator.removeIndicator({ workspaceId, indicatorId: indicator.id });
    expect(problems).toEqual([]);
  });
});
