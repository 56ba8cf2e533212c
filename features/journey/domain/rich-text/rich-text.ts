/**
 * The text of a card, with a little form: `**bold**`, lines that begin with `- ` as a list, `[words](https://…)` and
 * bare addresses as links. What is stored stays a plain string that several people type at once; what is read is a
 * tree, never HTML. Whatever is not of this form is text as it stands, so every string can be read.
 */
export type Span = {
  readonly text: string;
  readonly bold: boolean;
  /** Only http, https and mailto; null: no link. */
  readonly href: string | null;
};
export type Block =
  | { readonly kind: 'line'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] };

const listed = /^\s*[-*•]\s+(.*)$/;

/** The tree of a text, line by line. Linear in its length: the form of a line never looks beyond it. */
export function parseRichText(text: string): Block[] {
  const blocks: Block[] = [];
  let items: (readonly Span[])[] | undefined;
  for (const line of text.split('\n')) {
    const item = listed.exec(line)?.[1];
    if (item === undefined) {
      items = undefined;
      blocks.push({ kind: 'line', spans: spansOf(line, false) });
      continue;
    }
    if (items === undefined) {
      items = [];
      blocks.push({ kind: 'list', items });
    }
    items.push(spansOf(item, false));
  }
  return blocks;
}

/** The words alone, without the signs of the form: what is searched, listed, read aloud and told elsewhere. */
export function plainText(text: string): string {
  if (!/[*[\-•]/.test(text)) return text;
  const words = (spans: readonly Span[]) => spans.map((span) => span.text).join('');
  return parseRichText(text)
    .map((block) => (block.kind === 'line' ? words(block.spans) : block.items.map(words).join('\n')))
    .join('\n');
}

/** An address a reader may be sent to, as a browser understands it; null for any other, and for what is no address. */
export function safeHref(address: string): string | null {
  const trimmed = address.trim();
  if (!/^(https?:\/\/|mailto:)[^\s]+$/i.test(trimmed) || hasControl(trimmed)) return null;
  return trimmed;
}

/** Control characters, that browsers drop from addresses: what is shown must be where one goes. */
const hasControl = (text: string): boolean =>
  [...text].some((letter) => letter.charCodeAt(0) < 33 || letter.charCodeAt(0) === 127);

const marks =
  /\*\*(?=\S)(.+?)(?<=\S)\*\*|\[([^\][\n]{1,300})\]\(([^()\s]{1,2000})\)|\bhttps?:\/\/[^\s<>"[\]]{2,2000}/gi;
/** Longer lines are text as they stand: no form is worth reading them slowly. */
const longest = 5000;

function spansOf(line: string, bold: boolean): Span[] {
  if (line.length > longest) return [{ text: line, bold, href: null }];
  const spans: Span[] = [];
  const say = (text: string, href: string | null = null) => {
    if (text !== '') spans.push({ text, bold, href });
  };
  let from = 0;
  for (const match of line.matchAll(marks)) {
    const [whole, strong, label, address] = match;
    if (strong !== undefined && !bold) {
      say(line.slice(from, match.index));
      spans.push(...spansOf(strong, true));
    } else if (label !== undefined && address !== undefined) {
      const href = safeHref(address);
      if (href === null) continue;
      say(line.slice(from, match.index));
      say(label, href);
    } else if (strong === undefined) {
      // The full stop or the parenthesis after an address belongs to the sentence.
      const bare = whole.replace(/[.,;:!?)'’»…]+$/, '');
      say(line.slice(from, match.index));
      say(bare, safeHref(bare));
      from = match.index + bare.length;
      continue;
    } else {
      continue;
    }
    from = match.index + whole.length;
  }
  say(line.slice(from));
  return spans;
}
