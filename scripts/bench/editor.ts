import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editInBrowser } from './_editor-page.ts';
import { startEditorServer } from './_editor-server.ts';
import { editTogether, load, type Together } from './_editor-together.ts';
import { large } from './_large-map.ts';

const editors = 25;
const perSecond = 2;

/**
 * A map of 40 steps and 20 lanes with 800 cards and 4 curves, on the whole of Parcours as a process of its own: in
 * Chromium, where people wait for the page; and with 25 simulated editors at two edits a second each, beside a bare
 * Hocuspocus server with the same map, the same editors and neither checks nor storage. Then the document after ten
 * thousand edits. `size` is the seconds that the 25 edit.
 */
export async function run({ size: seconds = 20 }: { size?: number }): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-bench-editor-'));
  const parcours = await startEditorServer('parcours', folder);
  const bare = await startEditorServer('bare', folder);
  try {
    const page = await editInBrowser(parcours.address, 5);
    const theirs = await editTogether(bare, { editors, perSecond, seconds });
    const ours = await editTogether(parcours, { editors, perSecond, seconds });
    const many = 10_000 - ours.edits;
    const grown = await editTogether(parcours, { editors, perSecond: 12, seconds: many / editors / 12 });
    const loads: number[] = [];
    for (let count = 0; count < 5; count++) loads.push(await load(parcours.address));
    const frames = [...page.scrolled.frames].sort((a, b) => a - b);
    const mebibytes = (grown.documentBytes ?? 0) / 2 ** 20;
    return {
      map: large,
      page: {
        opens: under(1500, median(page.opened), 'ms, median of 5, empty cache'),
        everyCardDrawn: round(median(page.whole)),
        opensProcessorTime: round(median(page.openedBusy)),
        letterPainted: under(
          32,
          percentile(page.typed.painted, 95),
          `ms, 95th percentile of ${page.typed.painted.length}`,
        ),
        letterPaintedMedian: round(median(page.typed.painted)),
        letterProcessorTime: round(page.typed.busy),
        longestFrameOfScroll: under(50, frames.at(-1) ?? 0, `ms, of ${frames.length} frames`),
        framesOver50: frames.filter((frame) => frame > 50).length,
        longTasksOfScroll: page.scrolled.tasks.map(round),
        undoOfHundredCards: under(200, Math.max(...page.undone), 'ms, worst of 3'),
      },
      together: {
        editors,
        editsPerSecond: editors * perSecond,
        seenByAll: under(150, percentile(ours.delays, 95), `ms, 95th percentile of ${ours.edits}`),
        cpuOfOneCore: under(60, ours.cpuShare * 100, '%'),
        resident: under(400, Math.max(ours.residentMiB, grown.residentMiB), 'MiB'),
        ours: tell(ours),
        peer: { name: 'bare Hocuspocus with a bare Y.Doc', ...tell(theirs) },
        ratio: {
          seenByAllP95: round(percentile(ours.delays, 95) / percentile(theirs.delays, 95)),
          cpuPerEdit: round(ours.cpuMillisecondsPerEdit / theirs.cpuMillisecondsPerEdit),
          resident: round(ours.residentMiB / theirs.residentMiB),
        },
      },
      afterTenThousandEdits: {
        edits: ours.edits + grown.edits,
        unseen: grown.unseen,
        stored: under(3, mebibytes, 'MiB'),
        loads: under(300, median(loads), 'ms, median of 5'),
        atTwelveEditsPerSecondEach: tell(grown),
      },
    };
  } finally {
    await parcours.stop();
    await bare.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const tell = ({
  edits,
  unseen,
  delays,
  cpuShare,
  cpuMillisecondsPerEdit,
  residentMiB,
  ownMiB,
}: Together) => ({
  edits,
  unseen,
  seenByAllMedian: round(median(delays)),
  seenByAllP95: round(percentile(delays, 95)),
  cpuShare: round(cpuShare),
  cpuMillisecondsPerEdit: round(cpuMillisecondsPerEdit),
  residentMiB: Math.round(residentMiB),
  ownMiB: ownMiB === null ? null : Math.round(ownMiB),
});

/** `ratio` above 1 is better than the target. */
const under = (target: number, value: number, unit: string) => ({
  value: round(value),
  target,
  unit,
  ratio: round(target / value),
  met: value <= target,
});

const round = (value: number): number => Math.round(value * 100) / 100;

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

const median = (values: readonly number[]): number => percentile(values, 50);
