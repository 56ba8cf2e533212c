import type { CDPSession, Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from '#testing/browser.ts';
import { large } from './_large-map.ts';

const letters = 150;

/** The large map in Chromium: opened, typed in, scrolled, pasted into and undone. All in milliseconds. */
export async function editInBrowser(address: string, runs: number) {
  const browser = await startBrowser();
  try {
    const url = `${address}/w/bench/maps/m`;
    const runsOpened: Awaited<ReturnType<typeof open>>[] = [];
    for (let run = 0; run < runs; run++) runsOpened.push(await open(browser, url));
    const opened = runsOpened.map(({ drawn }) => drawn);
    const whole = runsOpened.map((run) => run.whole);
    const openedBusy = runsOpened.map(({ busy }) => busy);
    const { page, context, problems } = await browser.openPage({ url, locale: 'en' });
    await page
      .locator('[role="gridcell"] li')
      .nth(large.cards - 1)
      .waitFor({ state: 'attached' });
    await page.evaluate(watchTasks);
    const typed = await type(page);
    const scrolled = await scroll(page);
    const undone = await undoPaste(page);
    await context.close();
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return { opened, whole, openedBusy, typed, scrolled, undone };
  } finally {
    await browser.close();
  }
}

type Opened = { readonly drawn: number; readonly whole: number; readonly busy: number };

/**
 * From asking for the page, in a browser with an empty cache, to the painted map: what is in sight (`drawn`, and `busy` until
 * then), then every card of it (`whole`).
 */
async function open(browser: TestBrowser, url: string): Promise<Opened> {
  const { page, context } = await browser.openPage({ url: new URL('/healthz', url).href, locale: 'en' });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[role="gridcell"] li')) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          document.documentElement.dataset.drawn = String(performance.now());
        }, 0),
      );
    }).observe(document, { childList: true, subtree: true });
  });
  const watch = await processorTime(page);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset.drawn !== undefined);
  const drawn = Number(await page.evaluate(() => document.documentElement.dataset.drawn));
  const busy = await watch();
  const all = await page.waitForFunction(
    (cards) => document.querySelectorAll('[role="gridcell"] li').length >= cards && performance.now(),
    large.cards,
  );
  const whole = Number(await all.jsonValue());
  await context.close();
  return { drawn, whole, busy };
}

/** Begins to count the processor time of the page's main thread; what is given tells it, in milliseconds. */
async function processorTime(page: Page): Promise<() => Promise<number>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await busy();
  return async () => (await busy()) - before;
}

/** Runs in the page: notes when each key came, when it was painted, and how long the page was busy with it. */
function watchTasks(): void {
  const notes = { painted: [] as number[], tasks: [] as number[] };
  Object.assign(globalThis, { notes });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.tasks.push(entry.duration);
  }).observe({ type: 'longtask' });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => notes.painted.push(performance.now() - timeStamp);
        painted.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

type Notes = { painted: number[]; tasks: number[] };
const takeNotes = (page: Page): Promise<Notes> =>
  page.evaluate(() => {
    const { notes } = globalThis as unknown as { notes: Notes };
    const taken = { painted: [...notes.painted], tasks: [...notes.tasks] };
    notes.painted.length = 0;
    notes.tasks.length = 0;
    return taken;
  });

/** Letters into a card, one after the other. */
async function type(page: Page): Promise<{ painted: readonly number[]; busy: number }> {
  await page.locator('[role="gridcell"] li').nth(45).click();
  await page.keyboard.press('Enter');
  await page.locator('[role="grid"] textarea').waitFor();
  await takeNotes(page);
  const watch = await processorTime(page);
  for (let count = 0; count < letters; count++) {
    await page.keyboard.press('abcdefghij'[count % 10]!);
    await page.waitForTimeout(40);
  }
  const busy = (await watch()) / letters;
  const { painted } = await takeNotes(page);
  await page.keyboard.press('Escape');
  return { painted: painted.slice(-letters), busy };
}

/** To the last column and back, then down and up, by the wheel; the time between two frames, each. */
async function scroll(page: Page) {
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(globalThis, { frames });
  });
  await takeNotes(page);
  for (const [x, y] of [
    [120, 0],
    [-120, 0],
    [0, 120],
    [0, -120],
  ] as const) {
    for (let turn = 0; turn < 60; turn++) {
      await page.mouse.wheel(x, y);
      await page.waitForTimeout(16);
    }
  }
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number[] }).frames.slice(2));
  const { tasks } = await takeNotes(page);
  return { frames, tasks };
}

/** A hundred lines pasted as a hundred cards, and taken back: from the key to the paint. */
async function undoPaste(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const cell = page.locator('[role="grid"] [role="gridcell"]').nth(3);
    await cell.click();
    await page.evaluate(
      (lines) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', lines);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      Array.from({ length: 100 }, (_, index) => `Pasted ${index}`).join('\n'),
    );
    await page.getByText('Pasted 99', { exact: true }).waitFor();
    await page.waitForTimeout(600);
    const undone = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let pressed = 0;
          addEventListener(
            'keydown',
            ({ timeStamp, key }) => {
              if (key === 'z') pressed = timeStamp;
            },
            { capture: true },
          );
          const observer = new MutationObserver(() => {
            if (
              [...document.querySelectorAll('[role="gridcell"] li')].some((item) =>
                item.textContent?.startsWith('Pasted'),
              )
            )
              return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed), 0));
          });
          observer.observe(document.body, { childList: true, subtree: true });
        }),
    );
    await page.keyboard.press('Control+z');
    times.push(await undone);
  }
  return times;
}
