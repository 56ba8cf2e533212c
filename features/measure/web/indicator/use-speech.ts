import { useMemo } from 'react';
import { useFormat, useLocale } from '#ui/i18n.ts';
import { useText } from './text.ts';
import type { IndicatorSpeech } from './words.ts';

/** The words of indicators in the language shown now; dates in the zone of the workspace. */
export function useSpeech(zone: string): IndicatorSpeech {
  const t = useText();
  const format = useFormat(zone);
  const locale = useLocale();
  return useMemo(() => ({ t, format, locale }), [t, format, locale]);
}
