/** A text as it is searched: without case nor accents, so that "etape" finds "Étape". */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
