import { describe, expect, it } from 'vitest';
import { alreadyThere, type ContactList } from './contact-list.ts';

const list = (id: string, fingerprint: string | null): ContactList => ({
  id,
  name: id,
  version: 1,
  versionId: `${id}-1`,
  fileName: `${id}.csv`,
  idColumn: 'client',
  columns: [],
  contacts: 1,
  balance: { read: 1, kept: 1, setAside: 0, reasons: {} },
  fingerprint,
  importedAt: '2026-11-22T10:00:00.000Z',
});

describe('a file of contacts brought in again', () => {
  const lists = [list('old', null), list('shops', 'aa'), list('web', 'bb')];
  const wanted = { fingerprint: 'bb', idColumn: 'client', listId: undefined };

  it('is the list that it made', () => {
    expect(alreadyThere(lists, wanted)?.id).toBe('web');
    expect(alreadyThere(lists, { ...wanted, listId: 'web' })?.id).toBe('web');
    expect(alreadyThere(lists, { ...wanted, fingerprint: 'cc' })).toBeUndefined();
  });

  it('is another list where another column says who is who, or where another list is to become it', () => {
    expect(alreadyThere(lists, { ...wanted, idColumn: 'card' })).toBeUndefined();
    expect(alreadyThere(lists, { ...wanted, listId: 'shops' })).toBeUndefined();
  });
});
