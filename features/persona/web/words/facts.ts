import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import type { Persona, Range } from '../../domain/schema.ts';
import type { messages } from '../messages.ts';

type Words = Translate<(typeof messages)['en']>;
type Speech = { readonly t: Words; readonly format: Format };

/** Who they are, fact by fact, in a constant order; what nobody told is left out: "52–67 ans", "deux personnes au foyer". */
export function factsOf({ t, format }: Speech, persona: Persona): string[] {
  const said = (text: string): string | undefined => text.trim() || undefined;
  const facts =
    persona.kind === 'people'
      ? [
          persona.age && rangeSaid(persona.age, { t, format }, 'age'),
          said(persona.occupation),
          said(persona.sector),
          said(persona.household),
          persona.purchasingPower === null ? undefined : t(`purchasingPowerFact.${persona.purchasingPower}`),
          said(persona.circumstances),
        ]
      : [
          said(persona.sector),
          persona.size && rangeSaid(persona.size, { t, format }, 'size'),
          said(persona.role),
          said(persona.circumstances),
        ];
  return facts.filter((fact) => fact !== undefined && fact !== null);
}

/** "52–67 ans", "à partir de 52 ans", "jusqu'à 67 ans"; undefined when both ends are open. */
function rangeSaid({ from, to }: Range, { t, format }: Speech, what: 'age' | 'size'): string | undefined {
  if (from !== null && to !== null) {
    const range = from === to ? format.integer(from) : `${format.integer(from)}–${format.integer(to)}`;
    return t(`fact.${what}`, { range });
  }
  if (from !== null) return t(`fact.${what}From`, { from: format.integer(from) });
  return to === null ? undefined : t(`fact.${what}To`, { to: format.integer(to) });
}
