import type { EngineSettings, ParamValue, QueryParams } from './engine.ts';

const escaped: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
  "'": "\\'",
};
const escapeText = (text: string): string => text.replace(/[\\\t\n\r\0']/g, (char) => escaped[char] ?? char);

function format(value: ParamValue, nested: boolean): string {
  if (value === null) return nested ? 'NULL' : '\\N';
  if (typeof value === 'string') return nested ? `'${escapeText(value)}'` : escapeText(value);
  if (typeof value === 'boolean') return nested ? String(value) : value ? '1' : '0';
  if (value instanceof Date) {
    const moment = (value.getTime() / 1000).toFixed(3);
    return nested ? `'${moment}'` : moment;
  }
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return `[${value.map((item) => format(item, true)).join(',')}]`;
}

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Throws unless `name` is a plain identifier: names of tables and columns never come from outside. */
export function checkedIdentifier(name: string): string {
  if (!identifier.test(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return name;
}

const placeholder = /\{([A-Za-z_][A-Za-z0-9_]*)\s*:/g;

/**
 * SET statements that bind the parameters on one connection. The embedded engine keeps them until they are set again, so
 * a placeholder without a value is refused here rather than answered with the value of an earlier query.
 */
export function bindStatements(sql: string, params: QueryParams): string[] {
  for (const [, name] of sql.matchAll(placeholder)) {
    if (name && !(name in params)) throw new Error(`no value for parameter ${name}`);
  }
  return Object.entries(params).map(
    ([name, value]) => `SET param_${checkedIdentifier(name)} = '${escapeText(format(value, false))}'`,
  );
}

export const setStatements = (settings: EngineSettings): string[] =>
  Object.entries(settings).map(([name, value]) => {
    const literal = typeof value === 'string' ? `'${escapeText(value)}'` : String(Number(value));
    return `SET ${checkedIdentifier(name)} = ${literal}`;
  });
