/**
 * Where the caret goes when somebody else changes the text I am typing in: it stays between the same two letters.
 * The change is taken to be one replaced stretch (common beginning and end kept), which is what one keystroke is.
 */
export function movedCaret(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (caret <= start) return caret;
  if (caret >= before.length - end) return caret + after.length - before.length;
  return Math.min(caret, after.length - end);
}
