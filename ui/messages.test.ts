import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { MessageTree } from './i18n.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = globSync(['{ui,platform,apps/*}/**/messages.ts', 'features/*/**/messages.ts'], {
  cwd: root,
}).sort();

const leaves = (tree: MessageTree, path = ''): [key: string, value: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );

/** A French plural may say `_many` ("un million de …"); English has no such form. */
const comparable = (keys: string[]): string[] => keys.filter((key) => !key.endsWith('_many')).sort();

/** What French readers would notice: a normal space where a narrow no-break one goes, a straight apostrophe, three dots. */
const faults: readonly [name: string, pattern: RegExp][] = [
  ['no narrow no-break space (U+202F) before ; ! ? » or %', /[^\u202f][;!?»%]/],
  ['no narrow no-break space (U+202F) before :', /(?<!\u202f):(?=\s|$)/],
  ['no narrow no-break space (U+202F) after «', /«(?!\u202f)/],
  ['a straight apostrophe', /'/],
  ['a straight quotation mark', /"/],
  ['three dots instead of …', /\.\.\./],
];

const french = (text: string): string[] => {
  // An address or a code is not prose: its colon and question mark follow other rules.
  const prose = text.replace(/https?:\/\/\S+|\{\{[^}]*\}\}%?/g, 'x');
  return faults.filter(([, pattern]) => pattern.test(prose)).map(([name]) => name);
};

describe('the check of French typography', () => {
  it('sees each fault', () => {
    expect(french('Vraiment ?')).toHaveLength(1);
    expect(french('Vraiment\u00a0?')).toHaveLength(1);
    expect(french('Voici : rien')).toHaveLength(1);
    expect(french('Voici: rien')).toHaveLength(1);
    expect(french('« non »')).toHaveLength(2);
    expect(french("l'espace")).toHaveLength(1);
    expect(french('Patience...')).toHaveLength(1);
    expect(french('«\u202fOui\u202f»\u202f: à 10:30, https://exemple.fr/?a=1')).toEqual([]);
  });
});

describe.each(files)('%s', async (file) => {
  const { messages } = (await import(join(root, file))) as { messages: { en: MessageTree; fr: MessageTree } };

  it('says everything in both languages', () => {
    const [en, fr] = [leaves(messages.en), leaves(messages.fr)];
    expect(comparable(fr.map(([key]) => key))).toEqual(comparable(en.map(([key]) => key)));
    expect([...en, ...fr].filter(([, value]) => value.trim() === '')).toEqual([]);
  });

  it('asks for the same parameters in both languages', () => {
    const parameters = (value: string) => [...new Set(value.match(/\{\{\w+\}\}/g))].sort();
    const english = new Map(leaves(messages.en));
    const different = leaves(messages.fr).filter(
      ([key, value]) =>
        !/_(one|zero|many)$/.test(key) && `${parameters(value)}` !== `${parameters(english.get(key) ?? '')}`,
    );
    expect(different).toEqual([]);
  });

  it('keeps French typography', () => {
    const found = leaves(messages.fr).flatMap(([key, value]) =>
      french(value).map((name) => `${key}: ${name}`),
    );
    expect(found).toEqual([]);
  });
});
