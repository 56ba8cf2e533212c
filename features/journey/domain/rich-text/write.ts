import { safeHref } from './rich-text.ts';

/** A text and what is selected in it, in UTF-16 units. */
export type Written = { readonly text: string; readonly start: number; readonly end: number };

/** Makes what is selected bold, or no longer; without selection, the two signs with the caret between them. */
export function toggleBold({ text, start, end }: Written): Written {
  const chosen = text.slice(start, end);
  if (text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**' && start >= 2) {
    return { text: text.slice(0, start - 2) + chosen + text.slice(end + 2), start: start - 2, end: end - 2 };
  }
  if (chosen.length > 4 && chosen.startsWith('**') && chosen.endsWith('**')) {
    const bare = chosen.slice(2, -2);
    return { text: text.slice(0, start) + bare + text.slice(end), start, end: start + bare.length };
  }
  // Bold holds inside a line: spaces and line ends around the words stay outside.
  const before = chosen.length - chosen.trimStart().length;
  const after = chosen.length - chosen.trimEnd().length;
  const [from, to] = chosen.trim() === '' ? [start, start] : [start + before, end - after];
  const words = text
    .slice(from, to)
    .split('\n')
    .map((line) => (line.trim() === '' && line !== text.slice(from, to) ? line : `**${line}**`))
    .join('\n');
  return {
    text: text.slice(0, from) + words + text.slice(to),
    start: from + 2,
    end: from + words.length - 2,
  };
}

/** Makes the selected lines a list, or plain lines again when all of them are one. */
export function toggleList({ text, start, end }: Written): Written {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const all = lines.every((line) => line.startsWith('- '));
  const written = lines.map((line) => (all ? line.slice(2) : line.startsWith('- ') ? line : `- ${line}`));
  const block = written.join('\n');
  const firstShift = written[0]!.length - lines[0]!.length;
  return {
    text: text.slice(0, from) + block + text.slice(to),
    start: Math.max(from, start + firstShift),
    end: Math.max(from, end + block.length - (to - from)),
  };
}

/** Makes what is selected a link; the address itself where nothing is. The same text for an address nobody may follow. */
export function writeLink({ text, start, end }: Written, address: string): Written {
  const href = safeHref(address);
  if (href === null) return { text, start, end };
  // Signs of the form inside the words or the address would end the link too early.
  const words = text
    .slice(start, end)
    .replace(/[\][\n]/g, ' ')
    .trim();
  const safe = href.replaceAll('(', '%28').replaceAll(')', '%29');
  const link = words === '' ? href : `[${words}](${safe})`;
  const after = start + link.length;
  return { text: text.slice(0, start) + link + text.slice(end), start: after, end: after };
}
