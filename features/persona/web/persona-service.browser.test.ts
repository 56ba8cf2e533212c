import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPersonaWorld, type PersonaWorld } from '#testing/persona-world.ts';

/** What personas serve to: recognising, training, comparing, sharing out segments. In real browsers. */
describe('personas at work', () => {
  let room: PersonaWorld;

  beforeAll(async () => {
    room = await openPersonaWorld();
  });

  afterAll(() => room.close());

  it('are recognised by what is heard, and honestly not', async () => {
    const workspaceId = await room.workspace();
    await room.examples(workspaceId);
    const { page, problems } = await room.open(workspaceId, '/recognise');
    await page.getByRole('heading', { name: 'Rien entendu encore' }).waitFor();
    await page.getByRole('checkbox', { name: 'Cite un article du contrat' }).check();
    await page.getByRole('checkbox', { name: /^Demande combien de temps/ }).check();
    await page.getByRole('heading', { name: 'Trop tôt pour le dire' }).waitFor();
    await page.getByText('guettez ceci\u202f: cela trancherait').waitFor();
    await page.getByRole('checkbox', { name: 'N’a pas son numéro sous la main' }).check();
    await page.getByRole('heading', { name: 'Probablement\u202f: Le pressé' }).waitFor();
    await page.getByRole('heading', { name: /^Le pressé\s: que lui dire/ }).waitFor();
    await page.getByText('Un lien par SMS pour photographier la pièce').waitFor();
    await page.getByRole('button', { name: /^L’autonome/ }).click();
    await page.getByText('Pas encore reconnu').waitFor();
    await page.getByRole('button', { name: 'Recommencer' }).click();
    await page.getByRole('heading', { name: 'Rien entendu encore' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('train whoever answers, with a score of their own', async () => {
    const workspaceId = await room.workspace();
    const [worrier] = await room.examples(workspaceId);
    const one = await room.open(workspaceId, '/training');
    await one.page.getByRole('button', { name: 'Écrire la première' }).click();
    await one.page.getByRole('button', { name: 'Ajouter une situation' }).click();
    const dialog = one.page.getByRole('dialog');
    await dialog.getByLabel('Ce que l’on entend').fill('Vous l’avez bien reçue ?');
    await dialog.getByLabel('Pourquoi, et que faire').fill('Elle veut savoir que c’est arrivé.');
    await dialog.getByRole('button', { name: 'Ajouter une situation' }).click();
    await one.page.getByText('Vous l’avez bien reçue ?').waitFor();
    const [question] = await room.api.persona.quizQuestions({ workspaceId });
    expect(question).toMatchObject({ personaId: worrier });

    await one.page.getByRole('radio', { name: 'S’entraîner' }).check();
    await one.page.getByRole('radio', { name: 'Le pressé' }).check();
    await one.page.getByRole('button', { name: 'Répondre' }).click();
    await one.page.getByText('Non, c’était\u202f: L’inquiète.').waitFor();
    await one.page.getByText('Elle veut savoir que c’est arrivé.').waitFor();
    await one.page.getByText('0 juste sur 1').waitFor();
    await one.page.getByRole('button', { name: 'Recommencer' }).press('Enter');
    await one.page.getByRole('radio', { name: 'L’inquiète' }).check();
    await one.page.keyboard.press('Enter');
    await one.page.getByText('1 juste sur 1').waitFor();
    await one.page.reload();
    await one.page.getByText('1 juste sur 1').waitFor();
    const other = await room.open(workspaceId, '/training');
    await other.page.getByText('Pas encore de réponse.').waitFor();
    expect([...one.problems, ...other.problems]).toEqual([]);
  });

  it('share out segments, never more than all of one', async () => {
    const workspaceId = await room.workspace();
    const [worrier, reliant] = await room.examples(workspaceId);
    const { page, problems } = await room.open(workspaceId, '/segments');
    await page.getByRole('button', { name: 'Ajouter un segment' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nom').fill('60 ans et plus');
    await dialog.getByRole('button', { name: 'Ajouter un critère' }).click();
    await dialog.getByLabel('Attribut des données').fill('âge');
    await dialog.getByLabel('Valeurs').fill('60-74, 75+');
    await dialog.getByRole('button', { name: 'Ajouter un segment' }).click();
    await page.getByText('âge\u202f: 60-74, 75+').waitFor();
    const [segment] = await room.api.persona.segments({ workspaceId });
    expect(segment!.conditions).toEqual([
      { is: 'one-of', criterion: 'demographic', attribute: 'âge', values: ['60-74', '75+'] },
    ]);
    const cell = (name: string) =>
      page.getByRole('textbox', { name: `Part de ${name} dans «\u202f60 ans et plus\u202f»` });
    await cell('L’inquiète').fill('60');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Aucun, ou indécis 40/ }).waitFor();
    await cell('L’autonome').fill('55');
    await page.keyboard.press('Enter');
    await page.getByText('115').waitFor();
    const shares = await room.api.persona.shares({ workspaceId });
    expect(shares.map(({ personaId, share }) => [personaId, share])).toEqual([[worrier, 0.6]]);
    await cell('L’autonome').fill('35,5');
    await page.keyboard.press('Enter');
    await expect
      .poll(
        async () =>
          (await room.api.persona.shares({ workspaceId })).find(({ personaId }) => personaId === reliant)
            ?.share,
      )
      .toBeCloseTo(0.355);
    // The browser notes the refusal by itself; nothing else went wrong.
    expect(problems.filter((problem) => !problem.includes('Failed to load resource'))).toEqual([]);
  });

  it('stand side by side, as many as are chosen', async () => {
    const workspaceId = await room.workspace();
    const [worrier] = await room.examples(workspaceId);
    const { page, problems } = await room.open(workspaceId, `/compare?with=${worrier}`);
    await page.getByRole('columnheader', { name: 'L’inquiète' }).waitFor();
    expect(await page.locator('thead th').count()).toBe(2);
    await page.getByRole('checkbox', { name: 'Le pressé' }).check();
    await page.getByRole('columnheader', { name: 'Le pressé' }).waitFor();
    expect(await page.locator('thead th').count()).toBe(3);
    expect(page.url()).toContain('with=');
    const goals = page.getByRole('row', { name: /^Ses buts/ });
    await goals.getByText('En finir tout de suite').waitFor();
    expect(await goals.getByRole('cell').count()).toBe(3);
    expect(problems).toEqual([]);
  });
});
