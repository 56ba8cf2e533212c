import type { Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceId } from '#kit/ids.ts';
import { axe, startBrowser, type TestBrowser } from '#testing/browser.ts';
import { focused, until } from '#testing/keyboard.ts';
import { openTestWorld, type TestWorld } from '#testing/world.ts';
import { journeyMapDocument } from '../domain/document.ts';
import { reimbursementExample } from '../domain/examples/reimbursement.ts';
import { outline } from '../domain/outline.ts';

/** The map as people use it: on the real server, in real browsers. */
describe('editing a map', () => {
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
  const open = async (
    mapId: string,
    options: { width?: number; dark?: boolean; locale?: 'fr' | 'en' } = {},
  ) => {
    const opened = await browser.openPage({
      url: `${world.address}/w/${workspaceId}/maps/${mapId}`,
      ...options,
    });
    // On a phone a map is read first.
    if ((options.width ?? 1440) < 600) {
      await opened.page.getByRole('radio', { name: 'Dessiner' }).check();
      // What the page then shows under the mouse would open its tooltip.
      await opened.page.mouse.move(2, 500);
    }
    await opened.page.getByRole('grid').waitFor();
    return opened;
  };
  const stored = async (mapId: string) => (await world.api.journey.get({ workspaceId, mapId })).map;

  it('is done from the keyboard alone: stage, step, lane, card, point of the curve', async () => {
    const { id } = await emptyMap();
    const { page, problems } = await open(id);
    const keys = page.keyboard;
    const before = outline(await stored(id));
    await page.getByRole('grid').locator('[tabindex="0"]').focus();

    await keys.press('Shift+Enter');
    await keys.type('Je compare les offres');
    await keys.press('Enter');
    await keys.type('Je lis les avis');
    await keys.press('Enter');
    await keys.press('ArrowUp');
    await keys.press('Shift+Enter');
    await keys.type('Je demande à un ami');
    await keys.press('Enter');
    // In the first lane, under the new step: two cards in a row.
    await keys.type('Je l’appelle');
    await keys.press('Enter');
    await keys.type('Il me conseille');
    await keys.press('Enter');
    await keys.press('Escape');

    await keys.press('Home');
    await keys.press('Shift+Enter');
    await page.getByRole('menu').waitFor();
    await keys.type('Dimension');
    await keys.press('Enter');
    await page.getByRole('rowheader', { name: 'Dimension sociale' }).waitFor();

    const emotion = page.getByRole('rowheader').filter({ hasText: 'Ce que je ressens' });
    await until(page, emotion, 'ArrowDown');
    await keys.press('ArrowRight');
    await keys.press('Enter');
    const point = page.getByRole('slider', { name: /^ressenti en atelier/ });
    await point.waitFor();
    await keys.press('ArrowUp');
    await keys.press('ArrowUp');
    await keys.press('Shift+ArrowDown');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-valuenow') === '0.9');
    expect(await point.getAttribute('aria-valuetext')).toBe(
      '+0,9 sur une échelle de −3 à +3, plutôt contente',
    );

    await page.getByText('En direct').waitFor();
    await expect
      .poll(async () => Object.values((await stored(id)).emotions).map(({ value }) => value))
      .toEqual([0.9]);
    const map = await stored(id);
    const after = outline(map);
    expect(after.stages.map(({ stage }) => stage.title)[1]).toBe('Je compare les offres');
    expect(after.stages[1]!.steps.map(({ step }) => step.title)).toEqual([
      'Je lis les avis',
      'Je demande à un ami',
    ]);
    expect(
      Object.values(map.cards)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['Il me conseille', 'Je l’appelle']);
    expect(after.lanes).toHaveLength(before.lanes.length + 1);
    expect(after.lanes[1]![1].type).toBe('social');
    expect(problems).toEqual([]);
  });

  it('shows two people what the other does, and undoes only one’s own', async () => {
    const { id } = await exampleMap();
    const one = await open(id);
    const other = await open(id);
    const card = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Je guette ma messagerie' });

    await card(one.page).click();
    await other.page.getByRole('list', { name: 'Ici en ce moment' }).waitFor();
    await card(other.page).locator('text=/^Invité \\d$/').waitFor();

    await one.page.keyboard.press('Enter');
    await one.page.keyboard.type(', chaque matin');
    await other.page.getByText('Je guette ma messagerie, chaque matin').waitFor();
    // Both type in the same text at once: nothing is lost.
    await card(other.page).click();
    await other.page.keyboard.press('Enter');
    await other.page.keyboard.type(' et le soir');
    await one.page.keyboard.type(' tôt');
    const both = /^Je guette ma messagerie, chaque matin(?=.* tôt)(?=.* et le soir)/;
    for (const { page } of [one, other]) {
      await page.getByRole('grid').locator('textarea').filter({ hasText: both }).waitFor();
    }
    // Giving up would take the other's words away: Escape only leaves.
    await one.page.keyboard.press('Escape');
    await other.page.keyboard.press('Enter');
    await card(one.page).filter({ hasText: both }).waitFor();

    await one.page.getByRole('columnheader', { name: 'Je conteste le montant' }).click();
    await one.page.keyboard.press('Delete');
    await other.page
      .getByRole('columnheader', { name: 'Je conteste le montant' })
      .waitFor({ state: 'detached' });
    await other.page.keyboard.press('Control+z');
    expect(await one.page.getByRole('columnheader', { name: 'Je conteste le montant' }).count()).toBe(0);
    await one.page.getByRole('button', { name: 'Annuler la suppression' }).click();
    await other.page.getByRole('columnheader', { name: 'Je conteste le montant' }).waitFor();
    expect([...one.problems, ...other.problems]).toEqual([]);
  });

  it('carries cards, columns and points with the mouse', async () => {
    const { id } = await exampleMap();
    const { page, problems } = await open(id);
    const steps = () => outline(stateOf).steps.map((step) => step.id);
    let stateOf = await stored(id);
    const [first, second] = steps();
    await carry(page, `[data-place="step:${first}"]`, `[data-place="step:${second}"]`, {
      right: true,
    });
    await expect
      .poll(async () => {
        stateOf = await stored(id);
        return stateOf.steps[first!]!.stageId;
      })
      .toBe(stateOf.steps[second!]!.stageId);

    const [cardId, held] = Object.entries(stateOf.cards).find(([, one]) => one.stepId === second)!;
    const target = steps().find((step) => step !== held.stepId)!;
    await carry(
      page,
      `[data-place="cell:${held.laneId}:${held.stepId}:${cardId}"]`,
      `[data-cell="${held.laneId}:${target}"]`,
    );
    await expect.poll(async () => (await stored(id)).cards[cardId]!.stepId).toBe(target);

    await page.getByRole('radio', { name: 'L’inquiète' }).check();
    const point = page.getByRole('slider').first();
    const was = Number(await point.getAttribute('aria-valuenow'));
    await point.scrollIntoViewIfNeeded();
    const box = (await point.boundingBox())!;
    await page.mouse.move(box.x + 13, box.y + 13);
    await page.mouse.down();
    await page.mouse.move(box.x + 13, box.y + 60, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => Number(await point.getAttribute('aria-valuenow'))).toBeLessThan(was - 1);

    const stages = () => outline(stateOf).stages.map((stage) => stage.id);
    const [ahead, moved, after] = stages();
    await carry(page, `[data-place="stage:${moved}"]`, `[data-place="stage:${after}"]`, { right: true });
    await expect
      .poll(async () => {
        stateOf = await stored(id);
        return stages().slice(0, 3);
      })
      .toEqual([ahead, after, moved]);
    expect(problems).toEqual([]);
  });

  it('takes back a card that was just typed in one step, and an edit in its own', async () => {
    const { id } = await emptyMap();
    const { page } = await open(id);
    const first = page.getByRole('gridcell').first();
    await first.click();
    await page.keyboard.type('Une idée');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => first.getByRole('listitem').count()).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => first.getByRole('listitem').count()).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => first.getByRole('listitem').allInnerTexts()).toEqual(['Une idée']);
  });

  it('pastes lines as cards and a block as a block', async () => {
    const { id } = await emptyMap();
    const { page } = await open(id);
    const first = page.getByRole('gridcell').first();
    await first.click();
    await paste(page, 'un\n- deux\ntrois');
    await page.getByText('3 cartes collées').waitFor();
    await expect.poll(() => first.getByRole('listitem').allInnerTexts()).toEqual(['un', 'deux', 'trois']);
    await page.getByRole('button', { name: 'Annuler', exact: true }).last().click();
    await expect.poll(() => first.getByRole('listitem').count()).toBe(0);
  });

  it('goes on without the server and says so; two others and the one who was away end with the same map', async () => {
    const { id } = await exampleMap();
    const { page } = await open(id);
    const sockets = new Set<WebSocketRoute>();
    let cut = false;
    await page.routeWebSocket(/\/collaboration/, (socket) => {
      if (cut) return void socket.close();
      socket.connectToServer();
      sockets.add(socket);
    });
    await page.reload();
    await page.getByText('En direct').waitFor();
    const others = [(await open(id)).page, (await open(id)).page];
    for (const other of others) await other.getByText('En direct').waitFor();
    cut = true;
    for (const socket of sockets) await socket.close();
    await page.getByText('Reconnexion…').waitFor();

    const rename = async (at: Page, title: string, more: string) => {
      await at.getByRole('columnheader', { name: title }).click();
      await at.keyboard.press('F2');
      await focused(at, at.getByRole('grid').locator('textarea'));
      await at.keyboard.press('End');
      await at.keyboard.type(more);
      await at.keyboard.press('Enter');
    };
    const addTo = async (at: Page, text: string) => {
      await at.getByRole('grid').locator('[data-cell="lane-actions:step-payment"]').click();
      await at.keyboard.type(text);
      await at.keyboard.press('Enter');
      await at.keyboard.press('Escape');
      await at.getByRole('grid').getByRole('listitem').filter({ hasText: text }).waitFor();
    };
    await rename(page, 'Je vérifie mes droits', ' sans réseau');
    await addTo(page, 'note du bus');
    await rename(others[0]!, 'Je vérifie mes droits', ', d’abord');
    await addTo(others[1]!, 'note du bureau');
    await others[0]!.getByRole('columnheader', { name: 'Je suis mon dossier' }).click();
    await others[0]!.keyboard.press('Delete');
    await others[1]!
      .getByRole('columnheader', { name: 'Je suis mon dossier' })
      .waitFor({ state: 'detached' });
    expect(Object.values((await stored(id)).cards).map(({ text }) => text)).not.toContain('note du bus');

    cut = false;
    const titles = async () => Object.values((await stored(id)).steps).map(({ title }) => title);
    const both = /^Je vérifie mes droits(?=.* sans réseau)(?=.*, d’abord)/;
    await expect.poll(titles, { timeout: 30_000 }).toContainEqual(expect.stringMatching(both));
    const written = (await titles()).find((title) => both.test(title))!;
    for (const one of [page, ...others]) {
      await one.getByRole('columnheader', { name: written }).waitFor();
      for (const note of ['note du bus', 'note du bureau']) {
        await expect
          .poll(() => one.getByRole('grid').getByRole('listitem').filter({ hasText: note }).count())
          .toBe(1);
      }
      await one.getByRole('columnheader', { name: 'Je suis mon dossier' }).waitFor({ state: 'detached' });
    }
    const seen = (at: Page) =>
      at
        .getByRole('grid')
        .locator('[data-place]')
        .evaluateAll((places) => places.map((place) => place.getAttribute('data-place')));
    const first = await seen(page);
    expect(first.length).toBeGreaterThan(100);
    for (const other of others) await expect.poll(() => seen(other)).toEqual(first);
  });

  it('has nothing that axe would object to, whatever is chosen, light and dark, wide and narrow', async () => {
    const { id } = await exampleMap();
    for (const options of [
      { width: 1440, dark: true, locale: 'en' as const },
      { width: 390, dark: false },
    ]) {
      const { page, context, problems } = await open(id, options);
      expect(await axe(page), 'nothing chosen').toEqual([]);
      for (const role of ['columnheader', 'rowheader', 'listitem', 'slider'] as const) {
        const things = page.getByRole('grid').getByRole(role);
        await things.nth(role === 'columnheader' ? 5 : 0).focus();
        if (options.width < 600) await page.getByRole('complementary').getByRole('button').first().click();
        expect(await axe(page), `${role} at ${options.width}`).toEqual([]);
        if (options.width < 600) await page.getByRole('complementary').getByRole('button').first().click();
      }
      expect(problems).toEqual([]);
      await context.close();
    }
  });
});

/** Drags from the head of one thing to another; to its right half when asked. */
async function carry(page: Page, from: string, to: string, { right = false } = {}): Promise<void> {
  const start = (await page.locator(from).boundingBox())!;
  const end = (await page.locator(to).boundingBox())!;
  await page.mouse.move(start.x + 20, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(start.x + 32, start.y + 12, { steps: 3 });
  await page.mouse.move(right ? end.x + end.width - 12 : end.x + 40, end.y + 8, { steps: 8 });
  await page.mouse.up();
}

const paste = (page: Page, text: string) =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
