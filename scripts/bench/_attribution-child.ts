import { workspaceIdSchema } from '#kit/ids.ts';
import { unwrap } from '#kit/result.ts';
import { createRandom } from '#kit/statistics/random.ts';
import { attributeContacts } from '#persona/analytics/attribute-contacts.ts';
import { planContacts } from '#persona/domain/detection/contact-plan.ts';
import { detectionModelSchema } from '#persona/domain/discovery/model.ts';
import { openEngine } from '#platform/clickhouse/open-engine.ts';

/**
 * Contacts with twelve traits of five answers, one in five missing; and a model of six personas run over them, as the server
 * runs it. Each in a process of its own: memory told is that of the work.
 */
export type AttributionOrder = {
  readonly what: 'prepare' | 'attribute';
  readonly folder: string;
  readonly contacts: number;
};

const workspaceId = workspaceIdSchema.parse('bench');
const versionId = 'version';
const traits = 12;
const levels = ['a', 'b', 'c', 'd', 'e'];
const personas = 6;
const columns = Array.from({ length: traits }, (_, at) => ({
  name: `trait ${at}`,
  filled: 1,
  words: levels,
  number: null,
}));

function model() {
  const random = createRandom(8);
  const logP = () => {
    const weights = levels.map(() => 0.05 + random.next() ** 2);
    const sum = weights.reduce((a, b) => a + b, 0);
    return [0, ...weights.map((weight) => Math.log(weight / sum))];
  };
  return detectionModelSchema.parse({
    version: 1,
    origin: 'discovery',
    personas: Array.from({ length: personas }, (_, p) => ({ key: `p${p}`, name: '', personaId: null })),
    attributes: columns.map(({ name }) => ({
      attribute: {
        id: name,
        column: name,
        type: 'nominal',
        levels,
        others: false,
        use: true,
        outcome: false,
        missing: [],
      },
      likelihood: { kind: 'levels', logP: Array.from({ length: personas }, logP) },
    })),
    logPrior: Array.from({ length: personas }, () => -Math.log(personas)),
    temperature: 1,
    threshold: 0.5,
    calibration: null,
  });
}

async function work({ what, folder, contacts }: AttributionOrder): Promise<unknown> {
  const engine = unwrap(await openEngine({ dataDir: folder }));
  try {
    if (what === 'prepare') {
      const words = columns.map(
        (_, at) => `if(cityHash64(number, ${at}, 'missing') % 5 = 0, 0, 1 + cityHash64(number, ${at}) % 5)`,
      );
      await engine.command(
        `INSERT INTO contact (workspace_id, version_id, contact, customer, words, numbers)
         SELECT {workspace:String}, {version:String}, number, concat('customer ', toString(number)),
           [${words.join(', ')}], []
         FROM numbers({contacts:UInt64})`,
        { workspace: workspaceId, version: versionId, contacts },
      );
      return {};
    }
    const plan = planContacts(model(), columns);
    const runs: { seconds: number; cpuSeconds: number }[] = [];
    for (let run = 0; run < 5; run++) {
      const began = performance.now();
      const cpu = process.cpuUsage();
      await attributeContacts(engine, { workspaceId, versionId, runId: `run ${run}`, plan });
      const { user, system } = process.cpuUsage(cpu);
      runs.push({ seconds: (performance.now() - began) / 1000, cpuSeconds: (user + system) / 1e6 });
    }
    const [written] = await engine.query<{ n: number }>(
      "SELECT count() AS n FROM contact_persona WHERE run_id = 'run 4'",
    );
    return { runs: runs.sort((a, b) => a.seconds - b.seconds), written: written?.n };
  } finally {
    await engine.close();
  }
}

process.once('message', async (order: AttributionOrder) => {
  const answer = await work(order);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send?.({ ...(answer as object), megabytes }, () => process.exit(0));
});
