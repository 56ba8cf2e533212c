/** The words of a card as running text: without marks of bold and links, bullets and line ends. */
export const plainWords = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-*•‣◦–—]\s+/, '').trim())
    .filter((line) => line !== '')
    .join(', ')
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();

/** Without the full stop it was written with, so that it can stand inside a sentence. */
export const clause = (text: string): string => plainWords(text).replace(/\s*[.;,:]+$/u, '');

/** Ends as a sentence does; after a quotation, only where the quotation did not end as one. */
export const sentence = (text: string): string =>
  text === '' || /[.!?…]\s*[»”"]?$/u.test(text) ? text : `${text}.`;

/**
 * A common word loses its capital inside a sentence; a name and a quotation keep theirs. Common are the words of
 * `small`, and those the map writes in lower case elsewhere (`common`).
 */
export function lowered(text: string, small: ReadonlySet<string>, common: ReadonlySet<string>): string {
  const first = text.match(/^\p{L}+/u)?.[0];
  const word = first?.toLowerCase();
  return first && word && (small.has(word) || common.has(word)) ? word + text.slice(first.length) : text;
}

/** The words that texts write in lower case. */
export const commonWords = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? []));

/** "a", "a or b", "a, b or c". */
export const listed = (parts: readonly string[], link: string): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${link} ${parts.at(-1)}`;

/** What is between quotation marks, when all of it is. */
export const unquoted = (text: string): string => text.match(/^[«“"]\s*([^«»“”"]*?)\s*[»”"]$/u)?.[1] ?? text;
