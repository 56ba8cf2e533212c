import type { Locator, Page } from 'playwright-core';

/** Waits until a thing has the focus. */
export const focused = (page: Page, thing: Locator): Promise<void> =>
  thing.and(page.locator(':focus')).waitFor();

/** Presses a key until a thing has the focus, as somebody does who has no mouse. */
export async function until(page: Page, thing: Locator, key: string): Promise<void> {
  for (let count = 0; count < 40; count++) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never led there`);
}
