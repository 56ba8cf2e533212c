import { useMemo } from 'react';
import { createFormat } from '#ui/format.ts';
import { translate } from '#ui/i18n.ts';
import type { messages } from '../messages.ts';
import { useWays } from '../ways.tsx';

/** Words and figures in the language of the workspace: what is written into documents is in it, whoever reads the page. */
export function useContentWords() {
  const { language } = useWays();
  return useMemo(
    () => ({
      t: translate<(typeof messages)['en']>('persona', language),
      format: createFormat(language),
    }),
    [language],
  );
}
