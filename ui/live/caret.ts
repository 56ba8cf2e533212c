/** Letters that two texts have in common at their beginning and, past those, at their end. */
function common(before: string, after: string): readonly [start: number, end: number] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [start, end];
}

/**
 * Where the caret goes when somebody else changes the text I am typing in: it stays between the same two letters.
 * The change is taken to be one replaced stretch (common beginning and end kept), which is what one keystroke is.
 */
export function movedCaret(before: string, after: string, caret: number): number {
  const [start, end] = common(before, after);
  if (caret <= start) return caret;
  if (caret >= before.length - end) return caret + after.length - before.length;
  return Math.min(caret, after.length - end);
}

/** What I made of a text, made of what somebody else has made of it meanwhile. Each is taken to be one replaced stretch. */
export function rebased(before: string, mine: string, theirs: string): string {
  const [start, end] = common(before, mine);
  const from = movedCaret(before, theirs, start);
  const to = Math.max(from, movedCaret(before, theirs, before.length - end));
  return theirs.slice(0, from) + mine.slice(start, mine.length - end) + theirs.slice(to);
}
