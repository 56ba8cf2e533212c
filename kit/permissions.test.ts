import { describe, expect, it } from 'vitest';
import { may, type Policy } from './permissions.ts';

const policies: Policy[] = [
  { 'board.read': ['owner', 'reader'], 'board.write': ['owner'] },
  { 'note.read': ['owner', 'editor'] },
];

describe('may', () => {
  it('answers as the lists say', () => {
    expect(may(policies, 'reader', 'board.read')).toBe(true);
    expect(may(policies, 'reader', 'board.write')).toBe(false);
    expect(may(policies, 'editor', 'note.read')).toBe(true);
    expect(may(policies, 'editor', 'board.read')).toBe(false);
  });

  it('refuses what nobody named', () => {
    expect(may(policies, 'owner', 'note.write')).toBe(false);
    expect(may(policies, 'owner', 'constructor.read')).toBe(false);
    expect(may([], 'owner', 'board.read')).toBe(false);
  });
});
