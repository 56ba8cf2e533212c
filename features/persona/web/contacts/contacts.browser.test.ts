import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from '#testing/browser.ts';
import { openPersonaWorld, type PersonaWorld } from '#testing/persona-world.ts';

/** Contacts and the persona of each, in a real browser. */
describe('contacts', () => {
  let room: PersonaWorld;
  let folder: string;

  beforeAll(async () => {
    [room, folder] = await Promise.all([openPersonaWorld(), mkdtemp(join(tmpdir(), 'parcours-contacts-'))]);
  });
  afterAll(async () => {
    await room?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const file = async (name: string, web: number): Promise<string> => {
    const path = join(folder, name);
    const rows = Array.from(
      { length: 200 },
      (_, at) => `K${at};${at < web ? 'site' : at < 190 ? 'agence' : ''};${20 + (at % 60)}`,
    );
    await writeFile(path, ['client;canal;age', ...rows, ';site;30'].join('\n'));
    return path;
  };

  it('get a persona by expected answers written by hand; brought in again, what moved is told', async () => {
    const workspaceId = await room.workspace();
    const [worrier = ''] = await room.examples(workspaceId);
    const { page, problems } = await room.open(workspaceId, '/contacts');
    await page.getByText('Pas encore de contacts').waitFor();
    await page.locator('input[type="file"]').setInputFiles(await file('clients.csv', 60));
    const idColumn = page.getByRole('combobox', { name: 'Quelle colonne dit qui est le contact\u202f?' });
    await idColumn.waitFor();
    expect(await idColumn.inputValue()).toBe('client');
    await page.getByRole('button', { name: 'Importer ces contacts' }).click();
    await page.getByText(/^Lignes lues\s: 201 = 200 contacts gardés \+ 1 mises de côté/).waitFor();
    expect(await page.getByText('K0', { exact: true }).count()).toBe(0);

    await page.getByRole('button', { name: 'Écrire un modèle à la main' }).click();
    await page.getByRole('combobox', { name: 'Colonnes à regarder' }).press('ArrowDown');
    await page.getByRole('option', { name: 'canal', exact: true }).click();
    await page.keyboard.press('Escape');
    const expected = async (persona: string, answer: string) => {
      await page
        .getByRole('combobox', { name: `${persona}, canal\u202f: réponses attendues` })
        .press('ArrowDown');
      await page.getByRole('option', { name: answer, exact: true }).click();
      await page.keyboard.press('Escape');
    };
    await expected('L’inquiète', 'agence');
    await expected('L’autonome', 'site');
    await expected('Le pressé', 'site');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Garder ce modèle' }).click();
    await page.getByRole('button', { name: 'Attribuer un persona à chaque contact' }).click();
    // Two of them expect the same: their contacts cannot be told apart, and nobody is forced.
    await page
      .getByRole('img', { name: /^L’inquiète\s: 65\s%, entre 58\s% et 71\s%, 200 contacts$/ })
      .waitFor();
    await page.getByRole('img', { name: /^Indécis\s: 35\s%/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    const [first] = await room.api.persona.attributions({ workspaceId });
    expect(first!.summary.personas.find(({ personaId }) => personaId === worrier)?.contacts).toBe(130);

    await page.getByRole('link', { name: 'Contacts', exact: true }).first().click();
    await page.locator('input[type="file"]').setInputFiles(await file('export.csv', 60));
    await page.getByRole('button', { name: 'Importer ces contacts' }).click();
    await page.getByRole('heading', { name: 'Ces contacts sont déjà là' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await room.api.persona.contactLists({ workspaceId })).toHaveLength(1);
    await page.getByRole('link', { name: 'Ouvrir «\u202fclients\u202f»' }).click();

    await page.getByRole('link', { name: 'Importer de nouveau…' }).click();
    await page.locator('input[type="file"]').setInputFiles(await file('clients-2027.csv', 140));
    await page.getByRole('button', { name: 'Remplacer «\u202fclients\u202f» par ces contacts' }).click();
    await page.getByText(/^Quelque chose a bougé depuis le/).waitFor();
    await page.getByText(/L’inquiète\s: −40 points/).waitFor();
    await page.getByRole('heading', { name: 'Toutes les attributions' }).waitFor();

    // A file dropped without a list in mind finds the list it belongs to.
    await page.getByRole('link', { name: 'Contacts', exact: true }).first().click();
    await page.locator('input[type="file"]').setInputFiles(await file('clients-2028.csv', 141));
    await page.getByRole('combobox', { name: 'Où les mettre' }).click();
    await page.getByRole('option', { name: 'clients', exact: true }).click();
    await page.getByRole('button', { name: 'Remplacer «\u202fclients\u202f» par ces contacts' }).click();
    await page.getByText(/^Rien n’a bougé au-delà du hasard depuis le/).waitFor();
    expect(await room.api.persona.contactLists({ workspaceId })).toMatchObject([{ version: 3 }]);

    await page.getByRole('button', { name: 'Envoyer à une adresse…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Adresse' }).fill('http://169.254.169.254/');
    await dialog.getByRole('button', { name: 'Envoyer 200 contacts' }).click();
    await dialog.getByText(/^Rien n’est envoyé à/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Télécharger en CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^parcours-personas-.*\.csv$/);
    // Only the refusal was one.
    expect(problems.filter((problem) => !problem.includes('422'))).toEqual([]);
  });
});
