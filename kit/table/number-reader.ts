export type Decimal = '.' | ',';

const plain = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
const spaces = /[\s\u00a0\u202f]/g;

/**
 * Reads a number as people and programs write it: `12.5`, `12,5`, `1 234,5`, `1,234.5`, `1.234,5`, `85 %`. NaN when it is
 * none. A thousands separator is accepted only between groups of three digits.
 */
export function readNumber(text: string, decimal: Decimal): number {
  if (decimal === '.' && plain.test(text)) return Number(text);
  let digits = text.replace(spaces, '').replace(/%$/, '').replace('\u2212', '-');
  const group = decimal === '.' ? ',' : '.';
  if (digits.includes(group)) {
    const whole = digits.split(decimal)[0] ?? '';
    const grouped = decimal === '.' ? /^[-+]?\d{1,3}(,\d{3})+$/ : /^[-+]?\d{1,3}(\.\d{3})+$/;
    if (!grouped.test(whole)) return Number.NaN;
    digits = digits.replaceAll(group, '');
  }
  if (decimal === ',') digits = digits.replace(',', '.');
  return plain.test(digits) ? Number(digits) : Number.NaN;
}

/** The decimal sign that reads the most of these values; a point when they say nothing. */
export function guessDecimal(values: readonly string[]): Decimal {
  let commas = 0;
  let points = 0;
  for (const value of values) {
    const comma = !Number.isNaN(readNumber(value, ','));
    const point = !Number.isNaN(readNumber(value, '.'));
    if (comma && !point) commas++;
    else if (point && !comma) points++;
    else if (comma && point && /^\s*[-+]?\d+,\d+\s*$/.test(value) && !/,\d{3}$/.test(value.trim())) commas++;
  }
  return commas > points ? ',' : '.';
}
