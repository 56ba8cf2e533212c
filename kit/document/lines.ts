/**
 * The lines of a pasted text, one thing each: empty ones and the bullets of a list are dropped; a line longer than a
 * collaborative text holds is cut into several rather than refused. `longest` in UTF-16 units.
 */
export const linesOf = (text: string, longest = 20_000): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/^\s*[-*•‣◦–—]\s+/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) =>
      Array.from({ length: Math.ceil(line.length / longest) }, (_, index) =>
        line.slice(index * longest, (index + 1) * longest),
      ),
    );
