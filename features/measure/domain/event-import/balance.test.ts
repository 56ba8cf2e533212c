import { describe, expect, it } from 'vitest';
import { balanceSchema, balances, emptyBalance, setAsideReasons, setAsideTotal } from './balance.ts';

describe('balance', () => {
  it('adds up or does not', () => {
    const balance = { ...emptyBalance(), read: 5, kept: 2, setAside: { 'no-customer': 1, 'no-time': 2 } };
    expect(setAsideTotal(balance)).toBe(3);
    expect(balances(balance)).toBe(true);
    expect(balances({ ...balance, kept: 3 })).toBe(false);
  });

  it('knows every reason and no other', () => {
    const setAside = Object.fromEntries(setAsideReasons.map((reason) => [reason, 1]));
    expect(balanceSchema.safeParse({ ...emptyBalance(), setAside }).success).toBe(true);
    expect(balanceSchema.safeParse({ ...emptyBalance(), setAside: { mood: 1 } }).success).toBe(false);
  });
});
