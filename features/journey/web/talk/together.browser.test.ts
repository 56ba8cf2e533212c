import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import { journeyMapDocument } from '../../domain/document.ts';
import { reimbursementExample } from '../../domain/examples/reimbursement.ts';

/** Two people on one map: they talk, one locks the structure, one follows the other. */
describe('together on a map', () => {
  let world: TestWorld;
  let browser: TestBrowser;
  let workspaceId: WorkspaceId;
  let mapId: string;
  let claire: Page;
  let ann: Page;
  const problems: (readonly string[])[] = [];

  beforeAll(async () => {
    [world, browser] = await Promise.all([openTestWorld({ locale: 'fr' }), startBrowser()]);
    const workspace = { name: 'Mutuelle', language: 'fr', zone: 'Europe/Paris' } as const;
    workspaceId = (await world.api.workspace.create(workspace)).id as WorkspaceId;
    const document = reimbursementExample('fr');
    const file = {
      format: 'parcours',
      kind: 'journey-map',
      version: journeyMapDocument.version,
      document,
    } as const;
    mapId = (await world.api.journey.import({ workspaceId, file })).id;
    const open = async (locale: 'fr' | 'en') => {
      const url = `${world.address}/w/${workspaceId}/maps/${mapId}`;
      const opened = await browser.openPage({ url, locale });
      await opened.page.getByRole('grid').waitFor();
      problems.push(opened.problems);
      return opened.page;
    };
    [claire, ann] = await Promise.all([open('fr'), open('en')]);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const stored = async () => (await world.api.journey.get({ workspaceId, mapId })).map;
  const card = (page: Page) =>
    page.getByRole('listitem').filter({ hasText: 'Je guette ma messagerie' }).first();

  it('comments on a card from the keyboard, answers, calls by name, resolves and opens again', async () => {
    await card(claire).focus();
    await claire.keyboard.press('Shift+F2');
    const field = claire.getByRole('textbox', { name: /^Commenter/ });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await claire.getByRole('textbox', { name: 'Votre nom' }).fill('Claire Bonnet');
    await field.fill('Est-ce encore vrai ?');
    await field.press('Control+Enter');
    await card(claire).getByRole('button', { name: '1 commentaire ouvert' }).waitFor();
    expect(await axe(claire)).toEqual([]);

    await card(ann).getByRole('button', { name: '1 open comment' }).click();
    await ann.getByText('Est-ce encore vrai').waitFor();
    await ann.getByRole('button', { name: 'Answer' }).click();
    await ann.getByRole('textbox', { name: 'Your name' }).last().fill('Ann');
    const answer = ann.getByRole('textbox', { name: 'Your answer' });
    await answer.pressSequentially('Yes, @cl');
    await ann.getByRole('option', { name: 'Claire Bonnet' }).waitFor();
    await answer.press('Enter');
    await answer.press('Control+Enter');
    await claire.getByText('@Claire Bonnet').waitFor();
    // She is told without having opened any list, and led to it.
    await claire.getByRole('button', { name: 'Fermer les commentaires' }).click();
    await claire.getByRole('button', { name: 'Commentaires, 1 ouvert, 1 pour moi' }).click();
    await claire.getByRole('radio', { name: /^Pour moi/, checked: true }).waitFor();

    await claire.getByRole('button', { name: 'Résoudre' }).click();
    await expect
      .poll(() =>
        card(ann)
          .getByRole('button', { name: /open comment/ })
          .count(),
      )
      .toBe(0);
    const [thread] = Object.values((await stored()).comments);
    expect(thread).toMatchObject({ author: 'Claire Bonnet', resolved: { author: 'Claire Bonnet' } });
    await claire.getByRole('radio', { name: /^Résolus/ }).check();
    await claire.getByRole('button', { name: 'Rouvrir' }).click();
    await claire.getByText('Le fil avait été résolu par Claire Bonnet').waitFor();
    await card(ann).getByRole('button', { name: '1 open comment' }).waitFor();
    await claire.getByRole('button', { name: 'Répondre' }).focus();
    await claire.keyboard.press('Escape');
    await claire.getByRole('heading', { name: 'Commentaires' }).waitFor({ state: 'detached' });
    await expect
      .poll(() => card(claire).evaluate((element) => element === document.activeElement))
      .toBe(true);
  });

  it('keeps the structure still while it is locked, says why, and lets cards be written', async () => {
    await claire.getByRole('button', { name: 'Verrouiller la structure' }).click();
    await ann.getByRole('button', { name: 'Structure locked. Unlock it' }).waitFor();
    const stage = ann.getByRole('columnheader', { name: 'J’attends', exact: true }).first();
    await stage.click();
    await ann.keyboard.press('Delete');
    await ann.getByText('The structure is locked: cards').waitFor();
    await card(ann).focus();
    await ann.keyboard.press('F2');
    await ann.keyboard.press('End');
    await ann.keyboard.type(', each hour');
    await ann.keyboard.press('Enter');
    await card(claire).getByText('each hour').waitFor();
    expect(Object.keys((await stored()).stages)).toHaveLength(5);
    await ann.getByRole('button', { name: 'Structure locked. Unlock it' }).click();
    await claire.getByRole('button', { name: 'Verrouiller la structure' }).waitFor();
  });

  it('follows somebody who asks for it, until Escape', async () => {
    await claire.getByRole('button', { name: 'Inviter les autres à me suivre' }).click();
    await ann.getByRole('button', { name: 'Follow', exact: true }).click();
    await claire.getByText('1 vous suit').waitFor();
    const last = claire.getByRole('grid').getByRole('listitem').last();
    await last.focus();
    const place = await last.getAttribute('data-place');
    const seen = ann.locator(`[data-place="${place}"][data-here]`);
    await seen.waitFor();
    await expect
      .poll(() => seen.evaluate((element) => element.getBoundingClientRect().right <= innerWidth))
      .toBe(true);
    expect(await axe(ann)).toEqual([]);
    await ann.keyboard.press('Escape');
    await expect.poll(() => ann.getByText(/You follow/).count()).toBe(0);
    expect(problems.flat()).toEqual([]);
  });
});
