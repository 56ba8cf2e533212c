const number = /^[-+]?\d[\d.,]*$/;

/**
 * A cell that no spreadsheet takes for a formula: one that starts like a formula gets an apostrophe in front, unless it is
 * simply a number.
 */
export const neutralCell = (value: string): string =>
  /^[=+\-@\t\r]/.test(value) && !number.test(value) ? `'${value}` : value;

/** One line of CSV (RFC 4180, comma, `\r\n`), safe to open in a spreadsheet. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells
    .map((cell) => {
      const text = neutralCell(String(cell));
      return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',')}\r\n`;
