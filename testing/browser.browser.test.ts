import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, startBrowser, type TestBrowser } from './browser.ts';

/** The tool is tested before what it tests: a browser that sees no fault would let every page pass. */
describe('the browser of the tests', () => {
  let browser: TestBrowser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        request.url === '/faulty'
          ? '<!doctype html><html><title>x</title><button></button><script>throw new Error("broken page")</script>'
          : '<!doctype html><html lang="fr"><title>Bonjour</title><main><h1>Bonjour</h1></main></html>',
      );
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('opens a page in the language, width and colours asked for', async () => {
    const { page, problems } = await browser.openPage({ url: origin, locale: 'en', width: 390, dark: true });
    const seen = await page.evaluate(() => ({
      language: navigator.language,
      width: innerWidth,
      dark: matchMedia('(prefers-color-scheme: dark)').matches,
    }));
    expect(seen).toEqual({ language: 'en-GB', width: 390, dark: true });
    expect(await axe(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('says what is wrong with a faulty page', async () => {
    const { page, problems } = await browser.openPage({ url: `${origin}/faulty` });
    expect(problems.join()).toContain('broken page');
    const faults = (await axe(page)).join('\n');
    expect(faults).toContain('html-has-lang');
    expect(faults).toContain('button-name');
  });
});
