import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unwrap } from '#kit/result.ts';
import { type ImportWorld, mappingOf, openImportWorld, workspaceId } from '#testing/import-world.ts';
import { importEvents } from './import-events.ts';
import { recoverImports } from './recover-imports.ts';
import { removeImport } from './remove-import.ts';

let world: ImportWorld;
let source = '';
let sources = 0;

beforeAll(async () => {
  world = await openImportWorld();
});
afterAll(() => world?.close());
beforeEach(() => {
  source = `s${++sources}`;
});

const importing = (content: string | Buffer, request: Parameters<ImportWorld['importing']>[1] = {}) =>
  world.importing(content, { sourceId: source, ...request });

/** As the next process finds things: the engine was not closed. */
const restarted = () => ({ ...world.setting, engine: { ...world.setting.engine, settled: false } });

describe('after the commit point', () => {
  it('an import interrupted at any step is finished at the next start', async () => {
    const mapping = mappingOf({ attributes: [{ column: 'agent', name: 'agent' }] });
    const contents = [
      'client,date,etape,agent\nA,2025-01-01,a,x\nB,2025-01-01,b,x\n',
      'client,date,etape,agent\nA,2025-01-02,c,y\nC,2025-01-01,a,x\n',
    ];
    const whole = `s${++sources}`;
    for (const content of contents) unwrap(await importing(content, { sourceId: whole, mapping }));
    const expected = await world.journeys(whole);
    let interrupted = 0;
    for (let step = 1; step < 20; step++) {
      const sourceId = `s${++sources}`;
      unwrap(await importing(contents[0] ?? '', { sourceId, mapping }));
      let steps = Number.NEGATIVE_INFINITY;
      const { engine, imports } = world.setting;
      const dying = {
        ...world.setting,
        engine: {
          ...engine,
          command: async (...call: Parameters<typeof engine.command>) => {
            if (++steps === step) throw new Error('killed');
            return engine.command(...call);
          },
        },
        imports: {
          ...imports,
          change: async (...call: Parameters<typeof imports.change>) => {
            await imports.change(...call);
            if (call[2].status === 'publishing') steps = 0;
          },
        },
      };
      const second = { workspaceId, sourceId, mapping, file: world.file(contents[1] ?? '') };
      const died = await importEvents(dying, second).then(
        () => false,
        () => true,
      );
      if (died) interrupted++;
      const { finished } = await recoverImports(restarted());
      expect(finished.length).toBeLessThanOrEqual(1);
      expect(await world.journeys(sourceId), `step ${step}`).toEqual(expected);
      expect((await world.leftovers()).scratch).toEqual([]);
      const statuses = (await imports.list(workspaceId, sourceId)).map(({ status }) => status);
      expect(statuses).toEqual(['complete', 'complete']);
      if (!died) break;
    }
    expect(interrupted).toBeGreaterThan(4);
  });

  it('a removal interrupted at any step is finished at the next start', async () => {
    let interrupted = 0;
    for (let step = 1; step < 40; step++) {
      const sourceId = `s${++sources}`;
      unwrap(await importing('client,date,etape\nA,2025-01-01,a\n', { sourceId }));
      const { record } = unwrap(
        await importing('client,date,etape\nA,2025-01-02,b\nB,2025-01-02,b\n', { sourceId }),
      );
      const { engine } = world.setting;
      let steps = 0;
      const dying = {
        ...engine,
        command: async (...call: Parameters<typeof engine.command>) => {
          if (++steps === step) throw new Error('killed');
          return engine.command(...call);
        },
      };
      const died = await removeImport({ ...world.setting, engine: dying }, workspaceId, record.id).then(
        () => false,
        () => true,
      );
      if (died) interrupted++;
      await recoverImports(restarted());
      expect(
        (await world.journeys(sourceId)).map(({ customer, names }) => [customer, names]),
        `step ${step}`,
      ).toEqual([['A', ['a']]]);
      expect(await world.setting.imports.list(workspaceId, sourceId)).toHaveLength(1);
      expect((await world.leftovers()).scratch).toEqual([]);
      if (!died) break;
    }
    expect(interrupted).toBeGreaterThan(8);
  });
});
