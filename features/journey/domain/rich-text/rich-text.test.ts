import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, parseRichText, plainText, safeHref } from './rich-text.ts';
import { toggleBold, toggleList, type Written, writeLink } from './write.ts';

const seed = 20_261_121;
const spans = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'line' ? block.spans : block.items.flat()));
/** Text with many of the signs that mean something here. */
const marked = fc
  .array(
    fc.constantFrom(
      '**',
      '*',
      '[',
      ']',
      '(',
      ')',
      '- ',
      '\n',
      'https://a.fr',
      'javascript:x',
      'été',
      ' ',
      'b',
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

describe('the form of a text', () => {
  it('is bold words, lists and links', () => {
    expect(parseRichText('Je **guette** ma boîte')).toEqual([
      {
        kind: 'line',
        spans: [
          { text: 'Je ', bold: false, href: null },
          { text: 'guette', bold: true, href: null },
          { text: ' ma boîte', bold: false, href: null },
        ],
      },
    ]);
    expect(parseRichText('Avant\n- un\n- **deux**\nAprès').map(({ kind }) => kind)).toEqual([
      'line',
      'list',
      'line',
    ]);
    expect(spans(parseRichText('voir **[l’étude](https://a.fr/x)**, ou https://b.fr/y.'))).toEqual([
      { text: 'voir ', bold: false, href: null },
      { text: 'l’étude', bold: true, href: 'https://a.fr/x' },
      { text: ', ou ', bold: false, href: null },
      { text: 'https://b.fr/y', bold: false, href: 'https://b.fr/y' },
      { text: '.', bold: false, href: null },
    ]);
  });

  it('leads nowhere but to the web and to the post', () => {
    for (const address of ['https://a.fr', 'http://a.fr/?q=1#x', 'mailto:a@b.fr']) {
      expect(safeHref(address)).toBe(address);
    }
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//a.fr',
      'file:///etc',
      'java\nscript:x',
      'https:',
    ]) {
      expect(safeHref(address), address).toBeNull();
      expect(spans(parseRichText(`[words](${address})`)).every(({ href }) => href === null)).toBe(true);
    }
  });

  it('loses no word, makes no other link, and reads any string', () => {
    fc.assert(
      fc.property(fc.oneof(marked, fc.string()), (text) => {
        const read = spans(parseRichText(text));
        for (const { href } of read) if (href !== null) expect(safeHref(href)).toBe(href);
        const letters = (words: string) => words.replace(/[^b-zé]/g, '');
        const addresses = text.replace(/\]\([^()\s]*\)/g, ']');
        expect(letters(read.map((span) => span.text).join('')).length).toBeGreaterThanOrEqual(
          letters(addresses).length,
        );
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is read fast whatever is written', () => {
    const hostile = ['**a'.repeat(1600), '['.repeat(4900), '[a]('.repeat(1200), '*'.repeat(4999)];
    for (const text of hostile) expect(plainText(text).length).toBeGreaterThan(0);
  });

  it('is not part of what is searched', () => {
    expect(plainText('- **un**\n- [deux](https://a.fr)')).toBe('un\ndeux');
    expect(plainText('2 * 3 - 1')).toBe('2 * 3 - 1');
  });
});

describe('writing the form', () => {
  const chosen = ({ text, start, end }: Written) => text.slice(start, end);

  it('makes bold and takes it away again', () => {
    const bold = toggleBold({ text: 'Je guette ici', start: 3, end: 9 });
    expect(bold.text).toBe('Je **guette** ici');
    expect(chosen(bold)).toBe('guette');
    expect(toggleBold(bold)).toEqual({ text: 'Je guette ici', start: 3, end: 9 });
    expect(toggleBold({ text: 'ab', start: 1, end: 1 })).toEqual({ text: 'a****b', start: 3, end: 3 });
  });

  it('makes a list and takes it away again', () => {
    const list = toggleList({ text: 'un\ndeux\ntrois', start: 1, end: 6 });
    expect(list.text).toBe('- un\n- deux\ntrois');
    expect(toggleList(list).text).toBe('un\ndeux\ntrois');
  });

  it('makes a link that is read as one', () => {
    const link = writeLink({ text: 'voir l’étude', start: 5, end: 12 }, 'https://a.fr/x_(y)');
    expect(link.text).toBe('voir [l’étude](https://a.fr/x_%28y%29)');
    expect(spans(parseRichText(link.text)).at(-1)).toMatchObject({
      text: 'l’étude',
      href: 'https://a.fr/x_%28y%29',
    });
    expect(writeLink({ text: 'x', start: 0, end: 1 }, 'javascript:x').text).toBe('x');
  });

  it('keeps the caret in the text, and bold toggled twice is the text as it was', () => {
    const selection = fc.tuple(fc.stringMatching(/^[a-z \n]{1,30}$/), fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(selection, ([text, a, b]) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const bold = toggleBold({ text, start, end });
        for (const { text: now, start: from, end: to } of [bold, toggleList({ text, start, end })]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(now.length);
        }
        if (!text.slice(start, end).includes('\n')) expect(toggleBold(bold).text).toBe(text);
      }),
      { seed, numRuns: 300 },
    );
  });
});
