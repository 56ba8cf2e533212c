import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { uploadSchema } from '#kit/upload.ts';
import { axe } from '#testing/browser.ts';
import { customerGroups } from '#testing/customer-groups.ts';
import { openPersonaWorld, type PersonaWorld } from '#testing/persona-world.ts';

const telco = new URL('../../../../shared/data/telco-churn/Telco-Customer-Churn.csv', import.meta.url)
  .pathname;

/** From a table of customers to personas that are recognised, in a real browser. */
describe('personas out of a table', () => {
  let room: PersonaWorld;
  let folder: string;

  beforeAll(async () => {
    [room, folder] = await Promise.all([openPersonaWorld(), mkdtemp(join(tmpdir(), 'parcours-from-table-'))]);
  });
  afterAll(async () => {
    await room?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const customers = async (): Promise<string> => {
    const { names, rows } = customerGroups({ rows: 500, seed: 5 });
    const path = join(folder, 'clients.csv');
    const lines = [['client_id', ...names, 'pays'], ...rows.map((row, at) => [`C-${at}`, ...row, 'France'])];
    await writeFile(path, lines.map((line) => line.join(';')).join('\n'));
    return path;
  };

  it('are found, judged, put in the team’s words and kept; a questionnaire recognises them', async () => {
    const workspaceId = await room.workspace();
    const { page, problems } = await room.open(workspaceId, '/discover');
    await page.locator('input[type="file"]').setInputFiles(await customers());
    await page.getByText('500 clients · 10 colonnes').waitFor();
    await page.getByText('«\u202fclient_id\u202f» est écarté\u202f: il nomme chaque client.').waitFor();
    await page
      .getByText('«\u202fpays\u202f» est écarté\u202f: il vaut «\u202fFrance\u202f» partout')
      .waitFor();
    await page.getByText('8 colonnes participent, 2 sont écartées.').waitFor();
    await page.getByRole('combobox', { name: 'visits\u202f: rôle' }).selectOption('aside');
    await page.getByText('7 colonnes participent, 3 sont écartées.').waitFor();
    // The table and what was said of it are in the address or told to the server: nothing hangs on this page.
    await page.getByRole('radio', { name: 'Exactement' }).check();
    await page.getByRole('combobox', { name: 'Combien de personas\u202f?' }).selectOption('4');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Chercher des personas' }).click();
    await page.waitForURL(/\/discover\/[\w-]+$/);
    await page.reload();
    await page.getByRole('heading', { name: '4 personas se détachent parmi 500 clients' }).waitFor();
    expect(await axe(page)).toEqual([]);

    const name = (at: number) => page.getByRole('textbox', { name: `Nom du persona ${at}`, exact: true });
    await name(1).fill('Le jeune connecté');
    await page.getByRole('combobox', { name: 'Réunir le persona 2 avec' }).selectOption('p3');
    await page.getByText('Réunis\u202f: Persona 2 + Persona 3').waitFor();
    await page.getByRole('checkbox', { name: 'Garder le persona 4' }).uncheck();
    await page.getByText('Laissé de côté').waitFor();
    const sentence = page.getByRole('textbox', { name: 'Phrase' }).first();
    await sentence.fill('Vient du site, rarement du téléphone');
    await page.getByRole('button', { name: 'Garder 2 personas' }).click();
    await page.getByText('2 personas de cette recherche sont dans la galerie.').waitFor();
    const [young] = await room.api.persona.list({ workspaceId });
    expect(young).toMatchObject({ title: 'Le jeune connecté', proof: { share: 1 } });
    const { statements } = await room.stored(workspaceId, young!.id);
    const rewritten = Object.values(statements).find(({ text }) => text.startsWith('Vient du site'));
    expect(rewritten?.evidence[0]).toMatchObject({ kind: 'figure', date: room.today });

    await page.getByRole('link', { name: 'Faire le questionnaire court' }).click();
    await page.getByRole('radio', { name: 'Choisi selon les réponses' }).check();
    await page.getByText(/En moyenne .* questions suffisent/).waitFor();
    await page.getByRole('textbox', { name: 'Question sur age' }).fill('Quel âge avez-vous\u202f?');
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Nom du questionnaire').fill('Au guichet');
    await page.getByRole('button', { name: 'Créer le questionnaire' }).click();
    await page.getByText('Question 1', { exact: true }).waitFor();
    expect(await axe(page)).toEqual([]);
    // Nobody has to answer: skipped to the end, nobody is named.
    for (let at = 1; at <= 7; at++) {
      await page.getByText(`Question ${at}`, { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Ne se prononce pas' }).click();
    }
    await page.getByRole('heading', { name: 'Indécis' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('are not invented where there are none, on a phone and in the dark', async () => {
    const workspaceId = await room.workspace();
    const path = join(folder, 'trois.csv');
    await writeFile(path, 'nom;age;ville\nA;30;Lyon\nB;40;Nice\nC;50;Lyon\n');
    const { page, problems } = await room.open(workspaceId, '/discover', { width: 390, dark: true });
    await page.locator('input[type="file"]').setInputFiles(path);
    await page.getByRole('button', { name: 'Chercher des personas' }).click();
    await page.getByRole('heading', { name: 'Pas de résultat pour trois.csv' }).waitFor();
    await page.getByText('Lignes utilisables\u202f: 3. Il en faut 60 pour chercher des personas.').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Supprimer cette recherche' }).click();
    await page.getByText('Déposez ici un tableau de clients').waitFor();
    expect(await room.api.persona.discoveries({ workspaceId })).toEqual([]);
    expect(problems).toEqual([]);
  });

  /** What these customers lived: all joined and got a bill, those who left ended their contract. Their map. */
  async function livedMap(workspaceId: WorkspaceId): Promise<string> {
    const { api, world } = room;
    const [header = '', ...lines] = (await readFile(telco, 'utf8')).trim().split(/\r?\n/);
    const [id, churn] = ['customerID', 'Churn'].map((name) => header.split(',').indexOf(name));
    const events = lines.flatMap((line) => {
      const cells = line.split(',');
      const of = (name: string, day: string) => `${cells[id!]};${day};${name}`;
      return [
        of('Souscription', '2024-01-02'),
        of('Facture', '2024-02-02'),
        ...(cells[churn!] === 'Yes' ? [of('Résiliation', '2024-06-02')] : []),
      ];
    });
    const sent = await fetch(`${world.address}/api/v1/workspaces/${workspaceId}/uploads/vecu.csv`, {
      method: 'PUT',
      body: ['client;date;evenement', ...events].join('\n'),
    });
    const { uploadId } = uploadSchema.parse(await sent.json());
    const { mapping } = await api.measure.previewEvents({ workspaceId, uploadId });
    const started = await api.measure.startImport({
      workspaceId,
      uploadId,
      sourceId: null,
      name: 'Vécu',
      mapping: mapping!,
    });
    await expect
      .poll(async () => (await api.measure.importState({ workspaceId, ...started })).status, {
        timeout: 60_000,
      })
      .toBe('complete');
    const { sourceId } = started;
    return (await api.measure.proposeMap({ workspaceId, sourceId, language: 'fr', title: 'Vécu' })).mapId;
  }

  it.skipIf(!existsSync(telco))(
    'telco-churn: named, given to contacts, recognised by a few questions, printed, and churn read for each',
    async () => {
      const workspaceId = await room.workspace();
      const mapId = await livedMap(workspaceId);
      const { page, problems } = await room.open(workspaceId, '/discover');
      const home = page.url().replace(/\/personas.*$/, '');
      await page.locator('input[type="file"]').setInputFiles(telco);
      await page.getByText(/«.Churn.» ressemble à un résultat/).waitFor();
      await page.getByRole('radio', { name: 'Exactement' }).check();
      await page.getByRole('combobox', { name: 'Combien de personas\u202f?' }).selectOption('3');
      await page.getByRole('button', { name: 'Chercher des personas' }).click();
      await page
        .getByRole('heading', { name: '3 personas se détachent parmi 7\u202f043 clients' })
        .waitFor({ timeout: 120_000 });
      const names = ['Les fibrés', 'Les raccordés', 'Sans internet'];
      for (const [at, title] of names.entries())
        await page.getByRole('textbox', { name: `Nom du persona ${at + 1}`, exact: true }).fill(title);
      await page.getByRole('button', { name: 'Garder 3 personas' }).click();

      await page.getByRole('link', { name: 'Faire le questionnaire court' }).click();
      await page.getByText(/^Mesuré sur 3\s521 clients/).waitFor();
      await page.getByRole('radio', { name: '4', exact: true }).check();
      await page.getByLabel('Nom du questionnaire').fill('Quatre questions');
      await page.getByRole('button', { name: 'Créer le questionnaire' }).click();
      for (let at = 1; at <= 4; at++) {
        await page.getByText(`Question ${at} sur 4`).waitFor();
        const no = page.getByRole('radio', { name: /^No internet service$|^No$/ }).last();
        if (await no.count()) {
          await no.check();
          await page.getByRole('button', { name: 'Suivant' }).click();
        } else await page.getByRole('button', { name: 'Ne se prononce pas' }).click();
      }
      await page.getByRole('heading', { name: 'Probablement\u202f: Sans internet' }).waitFor();
      const [asked] = await room.api.persona.questionnaires({ workspaceId });
      expect(asked).toMatchObject({ order: 'fixed', basis: 'held-out' });
      expect(asked!.expected.agreement).toBeGreaterThan(0.95);

      await page.goto(`${home}/personas/contacts`);
      await page.locator('input[type="file"]').setInputFiles(telco);
      await page.getByRole('button', { name: 'Importer ces contacts' }).click();
      await page
        .getByRole('button', { name: 'Attribuer un persona à chaque contact' })
        .click({ timeout: 60_000 });
      await page.getByText('Part de chaque persona').waitFor({ timeout: 60_000 });

      const [first] = await room.api.persona.list({ workspaceId });
      await page.goto(`${home}/personas/${first!.id}`);
      await page.getByRole('button', { name: 'Affiche, livret' }).click();
      await page.getByRole('dialog').getByRole('link', { name: 'Télécharger le PDF' }).waitFor();
      await page.keyboard.press('Escape');

      await page.goto(`${home}/maps/${mapId}`);
      await page.getByRole('combobox', { name: 'Comparer par' }).click();
      await page.getByRole('option', { name: /par «.Telco-Customer-Churn.»/ }).click();
      const left = page.getByRole('gridcell').locator('[data-place]').filter({ hasText: 'Résiliation' });
      await left.first().click();
      const panel = page.getByRole('complementary', { name: 'Détails' });
      await panel.getByText('Selon le persona').waitFor();
      const said: string[] = [];
      for (const name of names) {
        const churn = panel.getByRole('img', { name: new RegExp(name) });
        await churn.waitFor();
        said.push((await churn.getAttribute('aria-label')) ?? '');
      }
      for (const one of said)
        expect(one).toMatch(/^[\p{L}\s]+\s: [\d,]+\s%, entre [\d,]+ et [\d,]+\s%, [\d\s]+ personnes$/u);
      // 1,526 customers of this table have no internet, and 113 of them left.
      expect(said[2]!.replace(/\s/g, ' ')).toBe('Sans internet : 7,4 %, entre 6,2 et 8,8 %, 1 526 personnes');
      expect(problems).toEqual([]);
    },
  );
});
