import { asideOf, reasonsMet } from '#measure/web/import/balance-words.ts';
import { messages } from '#measure/web/messages.ts';
import type { Output } from './output.ts';

type Balance = {
  readonly read: number;
  readonly kept: number;
  readonly setAside: Readonly<Partial<Record<string, number>>>;
};

/** Read = kept + set aside, and why, in the words of the pages. */
export function balanceLines({ say, format, locale }: Output, balance: Balance): string[] {
  const words: Readonly<Record<string, string>> = messages[locale].setAside;
  return [
    say('import.done', {
      read: format.integer(balance.read),
      kept: format.integer(balance.kept),
      setAside: format.integer(asideOf(balance)),
    }),
    ...reasonsMet(balance).map(({ reason, rows }) =>
      say('import.reason', { reason: words[reason] ?? reason, count: format.integer(rows) }),
    ),
  ];
}
