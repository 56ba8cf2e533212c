import type { ColumnGuess } from './column-guess.ts';

/** Which column seems to be what in a table of events; undefined when nothing fits. */
export type EventRoles = {
  readonly customer?: string;
  readonly time?: string;
  readonly event?: string;
  readonly channel?: string;
  readonly score?: string;
  readonly text?: string;
  readonly orderId?: string;
  readonly eventId?: string;
};

type Role = keyof EventRoles;

/** Names people and programs give, in French and English, best first; compared without case, accents or punctuation. */
const names: Readonly<Record<Role, readonly string[]>> = {
  customer: [
    'case concept name',
    'case id',
    'caseid',
    'case',
    'customer id',
    'customerid',
    'customer',
    'client id',
    'id client',
    'client',
    'numero client',
    'num client',
    'no client',
    'contact id',
    'user id',
    'userid',
    'user',
    'utilisateur',
    'adherent',
    'assure',
    'abonne',
    'member id',
    'member',
    'patient',
    'passenger',
    'trace id',
    'trace',
    'dossier',
    'id dossier',
    'visitor id',
    'session id',
    'respondent',
    'cas',
    'anonymous id',
    'person id',
    'personne',
  ],
  time: [
    'time timestamp',
    'timestamp',
    'event time',
    'event date',
    'occurred at',
    'datetime',
    'date time',
    'date heure',
    'horodatage',
    'date evenement',
    'date de l evenement',
    'time',
    'date',
    'heure',
    'created at',
    'completed timestamp',
    'complete timestamp',
    'start timestamp',
    'start time',
    'at',
    'ts',
    'received at',
    'jour',
  ],
  event: [
    'concept name',
    'event',
    'evenement',
    'activity',
    'activite',
    'event name',
    'nom evenement',
    'nom de l evenement',
    'action',
    'event type',
    'type evenement',
    'type d evenement',
    'type',
    'step',
    'etape',
    'touchpoint',
    'point de contact',
    'task',
    'tache',
    'page',
    'statut',
    'status',
    'libelle',
  ],
  channel: [
    'channel',
    'canal',
    'case channel',
    'canal de contact',
    'contact channel',
    'media',
    'support',
    'medium',
    'origine',
  ],
  score: [
    'score',
    'note',
    'csat',
    'nps',
    'ces',
    'satisfaction',
    'rating',
    'note satisfaction',
    'note de satisfaction',
    'evaluation',
    'stars',
    'etoiles',
    'effort',
  ],
  text: [
    'comment',
    'commentaire',
    'verbatim',
    'text',
    'texte',
    'message',
    'review',
    'avis',
    'feedback',
    'remarque',
    'commentaires',
    'comments',
    'verbatims',
  ],
  orderId: [
    'order id',
    'orderid',
    'id commande',
    'commande',
    'numero commande',
    'order number',
    'booking id',
    'reservation',
    'invoice id',
    'facture',
  ],
  eventId: ['event id', 'eventid', 'id evenement', 'message id', 'messageid', 'event uuid', 'uuid'],
};

/** `case:concept:name`, `Nº Client`, `customerId` → `case concept name`, `n client`, `customer id`. */
export const plainName = (name: string): string =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Can the values play the role? Names alone would make a customer of a column of sentences. */
const fits: Readonly<Record<Role, (column: ColumnGuess) => boolean>> = {
  customer: ({ kind, filled, seen }) => kind !== 'time' && kind !== 'empty' && filled >= seen * 0.5,
  time: ({ kind }) => kind === 'time',
  event: ({ kind, filled, seen, distinct }) =>
    kind !== 'time' && kind !== 'empty' && filled >= seen * 0.5 && (distinct <= 500 || distinct < filled / 2),
  channel: ({ kind, distinct }) => kind === 'text' && distinct <= 50,
  score: ({ kind, number }) => kind === 'number' && number !== null && number.min >= 0 && number.max <= 100,
  text: ({ kind }) => kind === 'text',
  orderId: ({ kind }) => kind === 'text' || kind === 'number',
  // Deliveries may be repeated: nearly unique is unique enough, by this name.
  eventId: ({ kind, distinct, filled, seen }) =>
    kind !== 'time' && filled === seen && distinct >= filled * 0.9 && seen > 0,
};

/** 0 when the name says nothing; higher is better. Whole names before names that only contain the words. */
function nameScore(role: Role, name: string): number {
  const plain = plainName(name);
  const exact = names[role].indexOf(plain);
  if (exact >= 0) return 1000 - exact;
  const inside = names[role].findIndex((word) => word.length > 3 && ` ${plain} `.includes(` ${word} `));
  return inside >= 0 ? 400 - inside : 0;
}

/** Does the name of a column say that it plays this role? */
export const nameSays = (role: Role, name: string): boolean => nameScore(role, name) > 0;

function best(columns: readonly ColumnGuess[], score: (column: ColumnGuess) => number): string | undefined {
  let name: string | undefined;
  let most = 0;
  for (const column of columns) {
    const found = score(column);
    if (found > most) {
      name = column.name;
      most = found;
    }
  }
  return name;
}

/** By values, when no name helps: a key that repeats, the first moment, words that repeat a lot. */
function byValues(role: Role, columns: readonly ColumnGuess[]): string | undefined {
  const open = columns.filter(fits[role]);
  if (role === 'time') return open[0]?.name;
  if (role === 'customer')
    return best(open, ({ distinct, filled }) =>
      distinct > 1 && distinct < filled * 0.8 ? 1 - Math.abs(Math.log(filled / distinct / 5)) / 10 : 0,
    );
  if (role === 'event')
    return best(open, ({ kind, distinct, filled }) =>
      kind === 'text' && distinct > 1 && distinct < filled / 2 ? Math.min(distinct, 30) / 30 + 0.01 : 0,
    );
  return undefined;
}

const order: readonly Role[] = [
  'time',
  'event',
  'customer',
  'eventId',
  'orderId',
  'score',
  'text',
  'channel',
];

/** Guesses the role of each column of a table of events from names and values. Each column gets one role at most. */
export function guessEventRoles(columns: readonly ColumnGuess[]): EventRoles {
  const roles: { -readonly [R in Role]?: string } = {};
  const left = (): ColumnGuess[] => {
    const taken = new Set(Object.values(roles));
    return columns.filter(({ name }) => !taken.has(name));
  };
  for (const role of order) {
    const open = left().filter(fits[role]);
    const named = best(open, ({ name }) => nameScore(role, name));
    if (named !== undefined) roles[role] = named;
  }
  for (const role of ['time', 'customer', 'event'] as const) {
    const found = roles[role] ?? byValues(role, left());
    if (found !== undefined) roles[role] = found;
  }
  return roles;
}
