import { describe, expect, it } from 'vitest';
import { holdingChanges, whoIsWho } from './identity.ts';

describe('identities', () => {
  it('follow links to the person, the last link of an id counting', () => {
    const links = [
      { alias: 'cookie-1', person: 'mail-7' },
      { alias: 'cookie-2', person: 'nobody' },
      { alias: 'mail-7', person: 'C-1' },
      { alias: 'cookie-2', person: 'C-2' },
      { alias: 'cookie-3', person: 'C-3' },
      { alias: 'cookie-3', person: 'cookie-3' },
    ];
    expect(Object.fromEntries(whoIsWho(links).personOf)).toEqual({
      'cookie-1': 'C-1',
      'mail-7': 'C-1',
      'cookie-2': 'C-2',
    });
  });

  it('name the ids that lead back to themselves', () => {
    const { cycle, personOf } = whoIsWho([
      { alias: 'a', person: 'b' },
      { alias: 'b', person: 'c' },
      { alias: 'c', person: 'a' },
    ]);
    expect([...cycle].sort()).toEqual(['a', 'b', 'c']);
    expect(personOf.size).toBe(0);
  });

  it('hold until they are taken back, and again when that is taken back', () => {
    const change = (version: number, undoes: number | null = null) => ({ version, undoes });
    expect(holdingChanges([change(1), change(2)])).toEqual([1, 2]);
    expect(holdingChanges([change(1), change(2), change(3, 1)])).toEqual([2]);
    expect(holdingChanges([change(1), change(2), change(3, 1), change(4, 3)])).toEqual([1, 2]);
    expect(holdingChanges([change(1), change(2, 1), change(3, 2), change(4, 3)])).toEqual([]);
    expect(holdingChanges([])).toEqual([]);
  });
});
