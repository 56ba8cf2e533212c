import { describe, expect, it } from 'vitest';
import { laneTypes } from '../domain/schema.ts';
import { messages } from './messages.ts';

type Tree = { readonly [key: string]: string | Tree };
const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}/`),
  );

describe('the words of the map', () => {
  const english = new Map(leaves(messages.en));
  const french = new Map(leaves(messages.fr));

  it('exist in both languages, with the same parameters', () => {
    expect([...french.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    const params = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    for (const [key, text] of english) expect(params(french.get(key)!), key).toEqual(params(text));
  });

  it('name every type of lane', () => {
    for (const type of laneTypes) expect(messages.fr.lane[type]).not.toBe('');
  });

  it('keep French punctuation with its word', () => {
    for (const [key, text] of french) {
      expect(text, key).not.toMatch(
        /[^\u202f\u00a0\d][;!?»]|[^\u202f\u00a0\d/](?<!https?):(?!\d)|«[^\u202f]/,
      );
      expect(text, key).not.toContain("'");
    }
  });
});
