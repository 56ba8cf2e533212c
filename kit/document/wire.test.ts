import { describe, expect, it } from 'vitest';
import type { WorkspaceId } from '../ids.ts';
import {
  answerSync,
  documentName,
  greeting,
  isFinalReason,
  parseDocumentName,
  parseGreeting,
  syncAnswer,
  syncQuestion,
} from './wire.ts';

describe('the name of a document on the wire', () => {
  it('is read back', () => {
    const address = { workspaceId: 'w1' as WorkspaceId, kind: 'board', documentId: 'b_-9' };
    expect(parseDocumentName(documentName(address))).toEqual(address);
  });

  it.each(['', 'w1', 'w1/board', 'w1/board/', 'w1//b', 'w1/board/b/more', '../board/b', 'w1/board/b\0x'])(
    'is not %j',
    (name) => {
      expect(parseDocumentName(name)).toBeUndefined();
    },
  );
});

it('a greeting tells the version of the page, and nothing else passes for one', () => {
  expect(parseGreeting(greeting(12))).toBe(12);
  for (const token of ['', 'parcours', 'parcours x', 'parcours 1 2', '12'])
    expect(parseGreeting(token)).toBeUndefined();
});

it('the question whether all is kept is answered with its number', () => {
  expect(syncAnswer(answerSync(syncQuestion(42))!)).toBe(42);
  expect(answerSync('kept 42')).toBeUndefined();
  expect(answerSync('document.deleted')).toBeUndefined();
  expect(syncAnswer('kept? 42')).toBeUndefined();
});

it('final reasons are told from passing ones', () => {
  expect(isFinalReason('document.deleted')).toBe(true);
  expect(isFinalReason('document.too-fast')).toBe(false);
  expect(isFinalReason('Reset Connection')).toBe(false);
});
