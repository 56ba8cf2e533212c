import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import type { FoundStatement } from '../../domain/discovery/result.ts';
import type { messages } from '../messages.ts';

type Speech = { readonly t: Translate<(typeof messages)['en']>; readonly format: Format };

/** From this standardised distance on a difference is large (Cohen 1988). */
const large = 0.8;
/** Shares from which nearly all, most, or hardly any customers answer so. */
const nearlyAll = 0.9;
const most = 0.5;
const hardlyAny = 0.05;

/** What is said of a persona out of one figure, without the figure: "Contract: mostly “Month-to-month”". */
export function statementWords(
  { t }: Speech,
  { code, attribute, value, persona, effect }: FoundStatement,
): string {
  const params = { attribute: plainName(attribute), value: valueWords(t, value ?? '') };
  if (code === 'number-higher' || code === 'number-lower')
    return t(Math.abs(effect) >= large ? `says.${code}-much` : `says.${code}`, params);
  const share = persona.withheld ? 0 : persona.value;
  if (code === 'level-more' || code === 'option-more')
    return t(
      share >= nearlyAll ? 'says.level-always' : share >= most ? 'says.level-most' : 'says.level-more',
      params,
    );
  return t(share <= hardlyAny ? 'says.level-never' : 'says.level-less', params);
}

/** The figure behind it in words: what its evidence is called. */
export function proofWords({ t, format }: Speech, { code, persona, everyone }: FoundStatement): string {
  if (persona.withheld || everyone.withheld) return '';
  const mean = code === 'number-higher' || code === 'number-lower';
  const say = (x: number): string => (mean ? format.decimal(x, digitsOf(persona.value)) : format.share(x));
  return t(mean ? 'says.proofMean' : 'says.proofShare', {
    persona: say(persona.value),
    low: say(persona.low),
    high: say(persona.high),
    everyone: say(everyone.value),
  });
}

/** Decimals that tell something: none for large amounts. */
export const digitsOf = (value: number): number =>
  Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;

/** An answer as it is said: what counts as "other" is kept as an ellipsis. */
export const valueWords = (t: Speech['t'], value: string): string =>
  value === '…' ? t('questions.other') : value;

/** A column name as it is said: "monthly_charges" is two words; capitals inside are left as the team wrote them. */
export const plainName = (attribute: string): string => attribute.replace(/_/g, ' ').trim();
