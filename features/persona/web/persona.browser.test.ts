import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe } from '#testing/browser.ts';
import { openPersonaWorld, type PersonaWorld } from '#testing/persona-world.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { personaFileSchema } from '../contract.ts';
import { statementsBySection } from '../domain/outline.ts';

/** Personas as people write them: on the real server, in real browsers. */
describe('personas', () => {
  let room: PersonaWorld;

  beforeAll(async () => {
    room = await openPersonaWorld();
  });

  afterAll(() => room.close());

  const goals = async (workspaceId: WorkspaceId, personaId: string) =>
    statementsBySection(await room.stored(workspaceId, personaId)).goals.map(([, { text }]) => text);

  it('begin with an example, or with a name', async () => {
    const workspaceId = await room.workspace();
    const { page, problems } = await room.open(workspaceId);
    await page.getByRole('button', { name: 'Voir un exemple' }).click();
    await page.getByRole('heading', { name: 'L’inquiète' }).waitFor();
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading') })
        .count(),
    ).toBe(3);
    expect(await page.getByText(/^\d+\u202f% prouvé · 38 affirmations$/).count()).toBe(1);
    await expect.poll(async () => (await room.api.persona.shares({ workspaceId })).length).toBe(6);
    await expect.poll(async () => (await room.api.persona.quiz({ workspaceId })).length).toBeGreaterThan(4);

    await page.getByRole('button', { name: 'Créer un persona' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Créer le persona' }).click();
    await dialog.getByText('Donnez-lui un nom.').waitFor();
    await dialog.getByRole('textbox').fill('La famille nombreuse');
    await dialog.getByRole('button', { name: 'Créer le persona' }).click();
    await page.getByRole('textbox', { name: 'Nom' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Nom' }).inputValue()).toBe('La famille nombreuse');
    expect(problems).toEqual([]);
  });

  it('are written from the keyboard: statements, their order, their evidence, and back', async () => {
    const workspaceId = await room.workspace();
    const { id } = await room.api.persona.create({
      workspaceId,
      title: 'Essai',
      kind: 'people',
      language: 'fr',
    });
    const { page, problems } = await room.openSheet(workspaceId, id);
    const keys = page.keyboard;
    await page.getByRole('textbox', { name: 'Ses buts' }).first().focus();
    await keys.type('Comprendre ma facture');
    await keys.press('Enter');
    await keys.type('Payer en une fois');
    await keys.press('Enter');
    await paste(page, '- Être prévenue\n- Ne pas attendre');
    await page.getByText('2 affirmations collées').waitFor();
    await expect
      .poll(() => goals(workspaceId, id))
      .toEqual(['Comprendre ma facture', 'Payer en une fois', 'Être prévenue', 'Ne pas attendre']);
    await page.getByRole('textbox', { name: 'Ses buts' }).first().focus();
    await keys.press('Alt+ArrowDown');
    await expect.poll(async () => (await goals(workspaceId, id))[0]).toBe('Payer en une fois');

    await page.getByRole('button', { name: /^Comprendre ma facture\. supposé/ }).press('Enter');
    const card = page.getByRole('dialog', { name: 'Preuves' });
    await card.getByRole('button', { name: 'Ajouter une preuve' }).press('Enter');
    await keys.type('9 entretiens sur 12');
    await card.getByLabel('Combien de personnes').fill('9');
    await keys.press('Enter');
    await card.getByText('prouvé', { exact: true }).waitFor();
    await keys.press('Escape');
    await page.getByText('25\u202f% prouvé').waitFor();
    const [, proven] = statementsBySection(await room.stored(workspaceId, id)).goals[1]!;
    expect(proven.evidence).toMatchObject([{ kind: 'interview', label: '9 entretiens sur 12', n: 9 }]);

    await keys.press('Control+z');
    await page.getByText('0\u202f% prouvé').waitFor();
    await keys.press('Control+Shift+z');
    await page.getByText('25\u202f% prouvé').waitFor();

    const slider = page.getByRole('slider', { name: 'De «\u202fautonomie\u202f» à «\u202fconseil\u202f»' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('pas dit');
    await slider.press('ArrowRight');
    await expect.poll(async () => (await room.stored(workspaceId, id)).advice).toBeCloseTo(0.51);
    await slider.press('Delete');
    await expect.poll(async () => (await room.stored(workspaceId, id)).advice).toBeNull();
    expect(problems).toEqual([]);
  });

  it('show two people what the other writes, and undo only one’s own', async () => {
    const workspaceId = await room.workspace();
    const id = await room.example(workspaceId, 'worrier');
    const one = await room.openSheet(workspaceId, id);
    const other = await room.openSheet(workspaceId, id);
    await one.page.getByRole('list', { name: 'Ici en ce moment' }).waitFor();
    const goal = (page: Page) => page.getByRole('textbox', { name: 'Ses buts' }).first();
    await goal(one.page).focus();
    await other.page
      .getByText(/^Invité \d$/)
      .first()
      .waitFor();
    await one.page.keyboard.press('End');
    await one.page.keyboard.type(', jamais');
    await expect
      .poll(() => goal(other.page).inputValue())
      .toBe('Être remboursée sans avoir à relancer, jamais');
    await other.page.getByRole('textbox', { name: 'En une ligne' }).fill('Elle veut savoir.');
    await expect
      .poll(() => one.page.getByRole('textbox', { name: 'En une ligne' }).inputValue())
      .toBe('Elle veut savoir.');
    await other.page.keyboard.press('Control+z');
    await expect.poll(() => goal(one.page).inputValue()).toContain(', jamais');
    await expect
      .poll(async () => (await room.stored(workspaceId, id)).tagline)
      .toBe('Ce qu’elle craint n’est pas d’attendre, c’est de ne pas savoir.');
    expect([...one.problems, ...other.problems]).toEqual([]);
  });

  it('keep versions that are looked at and brought back, and leave as a file that comes back', async () => {
    const workspaceId = await room.workspace();
    const id = await room.example(workspaceId, 'worrier');
    const { page, problems } = await room.openSheet(workspaceId, id);
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Versions…' }).click();
    const versions = page.getByRole('dialog', { name: 'Versions' });
    await versions.getByRole('textbox').fill('Avant mai');
    await versions.getByRole('button', { name: 'Garder' }).click();
    await versions.getByText('Avant mai').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('textbox', { name: 'Nom' }).fill('L’impatiente');
    await page.locator('[data-statement="goals-1"]').getByRole('textbox').first().fill('');
    await page.keyboard.press('Backspace');
    await expect
      .poll(async () => Object.hasOwn((await room.stored(workspaceId, id)).statements, 'goals-1'))
      .toBe(false);

    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Versions…' }).click();
    await versions.getByRole('button', { name: 'Regarder' }).click();
    await page.getByText('Version «\u202fAvant mai\u202f»').waitFor();
    await page.getByRole('heading', { level: 1, name: 'L’inquiète' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Ses buts' }).count()).toBe(0);
    await page.getByText('2 changements depuis cette version').click();
    const changes = page.getByRole('group').getByRole('listitem');
    expect(await changes.allTextContents()).toEqual([
      'Nom L’inquiète L’impatiente',
      expect.stringContaining('Être remboursée sans avoir à relancer'),
    ]);
    await page.getByRole('button', { name: 'La rétablir' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Nom' }).inputValue()).toBe('L’inquiète');
    await page.locator('[data-statement="goals-1"]').waitFor();

    await page.getByRole('button', { name: 'Partager' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Télécharger comme fichier' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('L’inquiète.persona.json');
    const path = await download.path();
    expect(personaFileSchema.parse(JSON.parse(await readFile(path, 'utf8'))).kind).toBe('persona');
    await page.getByRole('link', { name: 'Personas' }).last().click();
    await page.getByLabel('Ouvrir un fichier de persona').setInputFiles(path);
    await page.getByRole('textbox', { name: 'Nom' }).waitFor();
    const copies = await room.api.persona.list({ workspaceId });
    expect(copies).toHaveLength(2);
    const [first, second] = await Promise.all(copies.map((one) => room.stored(workspaceId, one.id)));
    expect(second).toEqual(first);
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Dupliquer' }).click();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Nom' }).inputValue())
      .toBe('L’inquiète (copie)');
    expect(problems).toEqual([]);
  });

  it('change their face, or take a photograph', async () => {
    const workspaceId = await room.workspace();
    const id = await room.example(workspaceId, 'worrier');
    const { page, problems } = await room.openSheet(workspaceId, id);
    await page.getByRole('button', { name: 'Changer l’image' }).click();
    const dialog = page.getByRole('dialog', { name: 'L’image' });
    await dialog.getByRole('radio', { name: 'lunettes', exact: true }).check();
    await dialog.getByRole('radio', { name: 'bleu', exact: true }).check();
    await expect.poll(async () => (await room.stored(workspaceId, id)).colour).toBe(1);
    expect((await room.stored(workspaceId, id)).picture).toMatchObject({
      avatar: { eyes: 'glasses', hair: 'bobCut' },
    });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'Choisir une photographie' }).click(),
    ]);
    await chooser.setFiles({ name: 'pas-une-image.png', mimeType: 'image/png', buffer: Buffer.from('non') });
    await dialog.getByText('Ce fichier n’est pas une image que l’on puisse montrer.').waitFor();
    await page
      .locator('input[type=file][accept="image/*"]')
      .setInputFiles({ name: 'une.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') });
    await expect.poll(async () => (await room.stored(workspaceId, id)).picture.kind).toBe('upload');
    const drawn = page.getByRole('img', { name: 'Portrait de L’inquiète', includeHidden: true });
    await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    expect(problems).toEqual([]);
  });

  it('are put on a map, and cannot vanish silently from it', async () => {
    const workspaceId = await room.workspace();
    const id = await room.example(workspaceId, 'worrier');
    const map = await room.api.journey.create({
      workspaceId,
      title: 'Être remboursé',
      kind: 'journey',
      language: 'fr',
    });
    const sheet = await room.openSheet(workspaceId, id);
    await sheet.page.getByText('Sur aucune carte pour l’instant.').waitFor();
    await sheet.page.getByRole('button', { name: 'Mettre sur une carte' }).click();
    await sheet.page.getByRole('menuitem', { name: 'Être remboursé' }).click();
    await sheet.page.getByRole('link', { name: 'Être remboursé' }).waitFor();
    const { map: named } = await room.api.journey.get({ workspaceId, mapId: map.id });
    expect(Object.values(named.personas)).toMatchObject([
      { name: 'L’inquiète', personaId: id, match: { attribute: 'persona', value: 'L’inquiète' } },
    ]);
    const { page, problems } = await room.open(workspaceId);
    await page.getByRole('button', { name: 'Actions sur «\u202fL’inquiète\u202f»' }).click();
    await page.getByRole('menuitem', { name: 'Supprimer…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 carte s’en sert').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Être remboursé' }).waitFor();
    await dialog.getByRole('button', { name: 'Annuler' }).click();
    expect(await room.api.persona.list({ workspaceId })).toHaveLength(1);
    await page.getByRole('button', { name: 'Actions sur «\u202fL’inquiète\u202f»' }).click();
    await page.getByRole('menuitem', { name: 'Supprimer…' }).click();
    await dialog.getByText('1 carte s’en sert').waitFor();
    await dialog.getByRole('button', { name: 'Détacher des cartes et supprimer' }).click();
    await page.getByText('Pas encore de persona').waitFor();
    const { map: detached } = await room.api.journey.get({ workspaceId, mapId: map.id });
    expect(Object.values(detached.personas)).toMatchObject([{ name: 'L’inquiète', personaId: null }]);
    expect(problems).toEqual([]);
  });

  it('are talked about, and printed as a poster, a card and a booklet', async () => {
    const workspaceId = await room.workspace();
    const id = await room.example(workspaceId, 'worrier');
    const { page, problems } = await room.openSheet(workspaceId, id);
    await page.locator('[data-statement="fears-2"]').getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Commenter', exact: true }).click();
    const comments = page.getByRole('complementary', { name: 'Commentaires' });
    await comments.getByLabel('Votre nom').fill('Ada');
    await comments.getByRole('textbox', { name: /^Commenter/ }).fill('Encore vrai depuis le serveur vocal ?');
    await comments.getByRole('button', { name: 'Commenter', exact: true }).click();
    await page.getByRole('button', { name: '1 commentaire sur' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await comments.getByRole('button', { name: 'Fermer les commentaires' }).click();
    await expect
      .poll(async () => Object.values((await room.stored(workspaceId, id)).comments))
      .toMatchObject([{ author: 'Ada', target: { section: 'fears', statementId: 'fears-2' } }]);

    await page.getByRole('button', { name: 'Affiche, livret' }).click();
    const dialog = page.getByRole('dialog', { name: 'Imprimer' });
    await dialog.getByText('Page 1 sur 1').waitFor();
    expect(await axe(page)).toEqual([]);
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('link', { name: 'Télécharger le PDF' }).click(),
    ]);
    expect(pdf.suggestedFilename()).toBe('Affiche – L’inquiète.pdf');
    const printed = await readPdf(new Blob([await readFile(await pdf.path())]));
    expect(printed.text).toContain('Dites-moi simplement');
    await dialog.getByText('Carte A6').click();
    await dialog.getByText('Page 2 sur 2').waitFor();
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Image de la page 2' }).click(),
    ]);
    const picture = await readFile(await png.path());
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1748, 1240]);
    await dialog.getByText('Livret A4').click();
    await dialog.getByText('Page 1 sur 3').waitFor();
    expect(problems).toEqual([]);
  });

  it('print on one landscape sheet of A4 or A3, in ink on paper', async () => {
    const workspaceId = await room.workspace();
    const id = await room.example(workspaceId, 'worrier');
    const { page } = await room.openSheet(workspaceId, id, { dark: true });
    for (const format of ['A4', 'A3']) {
      const pdf = (await page.pdf({ format, landscape: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page[^s]/g), format).toHaveLength(1);
    }
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(28, 27, 25)');
    expect(await page.getByRole('button', { name: 'Partager' }).isVisible()).toBe(false);
  });

  it('have nothing that axe would object to, wide and narrow, light and dark', async () => {
    const workspaceId = await room.workspace();
    const [id] = await room.examples(workspaceId);
    const segment = await room.api.persona.addSegment({ workspaceId, name: '60 ans et plus' });
    await room.api.persona.setShares({
      workspaceId,
      cells: [{ personaId: id!, segmentId: segment.id, share: 0.4 }],
    });
    await room.api.persona.addQuizQuestion({ workspaceId, situation: 'Allô ?', personaId: id! });
    for (const options of [
      { width: 1440, dark: false },
      { width: 390, dark: true, locale: 'en' as const },
    ]) {
      for (const path of ['', `/${id}`, '/compare', '/segments', '/recognise', '/training']) {
        const { page, context, problems } = await room.open(workspaceId, path, options);
        await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        await page.getByText('L’inquiète').first().waitFor({ state: 'attached' });
        expect(await axe(page), `${path} at ${options.width}`).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, `${path} at ${options.width}`).toBeLessThanOrEqual(0);
        if (path === `/${id}`) {
          await page.locator('[data-statement="fears-2"]').getByRole('button').first().click();
          await page.getByRole('dialog').waitFor();
          expect(await axe(page), `evidence at ${options.width}`).toEqual([]);
          await page.keyboard.press('Escape');
          await page.getByRole('radio').nth(1).check();
          expect(await axe(page), `empathy at ${options.width}`).toEqual([]);
        }
        expect(problems).toEqual([]);
        await context.close();
      }
    }
  });
});

/** A PNG of one pixel. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
