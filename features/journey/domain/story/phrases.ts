import type { KnownChannel } from '#kit/channel.ts';
import type { Locale } from '#kit/locale.ts';
import type { Duration } from '../schema.ts';

/*
 * The words a story is told with. They are content, in the language of the map, as the stages of a template are; they
 * avoid whatever would need the gender of who speaks.
 */

/** From the worst to the best; the bounds are those of the words of the curve. */
type Moods = readonly [string, string, string, string, string, string, string];

export type Phrases = {
  /** Opens a step that follows another, in turn. */
  readonly next: readonly string[];
  readonly last: string;
  readonly after: (duration: Duration) => string;
  readonly chain: string;
  readonly thinks: readonly string[];
  readonly wonders: readonly string[];
  readonly likes: readonly string[];
  readonly suffers: readonly string[];
  readonly moods: Moods;
  readonly falls: readonly string[];
  readonly rises: readonly string[];
  readonly turning: string;
  readonly happens: string;
  readonly reaches: string;
  readonly rest: string;
  readonly and: string;
  readonly or: string;
  readonly by: Readonly<Record<Exclude<KnownChannel, 'other'>, string>>;
  readonly byOther: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly open: string;
  readonly close: string;
  /** Words that lose their capital inside a sentence, wherever they are met. */
  readonly small: ReadonlySet<string>;
  /** The customer speaks. */
  readonly speaks: RegExp;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const french: Phrases = {
  next: ['Ensuite,', 'Puis', 'Après cela,'],
  last: 'Enfin,',
  after: ({ value, unit }) => `Au bout de ${counted('fr', value, unit)},`,
  chain: ', puis ',
  thinks: ['Je me dis', 'Je pense', 'Dans ma tête'],
  wonders: ['Je me demande', 'Une question me vient'],
  likes: ['Ce qui me plaît', 'Bonne surprise', 'Ce que j’apprécie'],
  suffers: ['Ce qui me pèse', 'Ce qui m’agace', 'Ce qui me coûte'],
  moods: [
    'je suis à bout',
    'je le vis très mal',
    'je le vis plutôt mal',
    'cela ne me fait ni chaud ni froid',
    'je me sens plutôt bien',
    'je me sens vraiment bien',
    'je suis aux anges',
  ],
  falls: ['Là, tout bascule', 'Et là, je déchante', 'D’un coup, c’est autre chose'],
  rises: ['Et là, quel soulagement', 'Tout s’éclaire', 'L’humeur remonte'],
  turning: 'C’est ici que tout se joue.',
  happens: 'Cela se passe',
  reaches: 'Cela m’arrive',
  rest: 'la suite m’arrive',
  and: 'et',
  or: 'ou',
  by: {
    web: 'sur le site',
    app: 'dans l’application',
    phone: 'par téléphone',
    'e-mail': 'par e-mail',
    sms: 'par SMS',
    post: 'par courrier',
    store: 'en agence',
    chat: 'par messagerie',
    social: 'sur les réseaux sociaux',
    bank: 'par virement',
    partner: 'par un partenaire',
    event: 'lors d’un événement',
  },
  byOther: 'par',
  colon: '\u202f:',
  semicolon: '\u202f;',
  open: '«\u202f',
  close: '\u202f»',
  small: set(
    'je j le la les l un une des du de d on il elle ils elles ce cet cette ces c ça cela mon ma mes son sa ses leur ' +
      'leurs notre nos votre vos deux trois quatre plusieurs pas plus rien personne tout toute tous toutes trop très ' +
      'quand si que qu qui être avoir savoir pouvoir payé payée enfin même chaque aucun aucune en au aux à dès sans ' +
      'avec pour par courrier courriers délai délais appel appels',
  ),
  speaks: /^(je |j[’'])/i,
};

const english: Phrases = {
  next: ['Then', 'Next,', 'After that,'],
  last: 'Finally,',
  after: ({ value, unit }) => `After ${counted('en', value, unit)},`,
  chain: ', then ',
  thinks: ['I tell myself', 'I think', 'In my head'],
  wonders: ['I wonder', 'A question comes to me'],
  likes: ['What I like', 'A good surprise', 'What I appreciate'],
  suffers: ['What weighs on me', 'What annoys me', 'What costs me'],
  moods: [
    'I am at the end of my tether',
    'I take it very badly',
    'I take it rather badly',
    'I feel neither good nor bad',
    'I feel rather good',
    'I feel really good',
    'I am over the moon',
  ],
  falls: ['This is where it turns', 'And my heart sinks', 'All at once, it is another story'],
  rises: ['And then, what a relief', 'Things look up', 'My mood lifts'],
  turning: 'This is where everything is decided.',
  happens: 'It happens',
  reaches: 'It reaches me',
  rest: 'the rest reaches me',
  and: 'and',
  or: 'or',
  by: {
    web: 'on the website',
    app: 'in the app',
    phone: 'by telephone',
    'e-mail': 'by e-mail',
    sms: 'by text message',
    post: 'by post',
    store: 'at the branch',
    chat: 'in the chat',
    social: 'on social media',
    bank: 'by bank transfer',
    partner: 'through a partner',
    event: 'at an event',
  },
  byOther: 'by',
  colon: ':',
  semicolon: ';',
  open: '“',
  close: '”',
  small: set(
    'the a an my it its they he she this that these those no not one two three four several some all every each nobody ' +
      'nothing everything someone somebody too very when if being having to paid finally even with without for by on in ' +
      'at as there we you your our their his her post mail letters delays calls',
  ),
  speaks: /^i\b/i,
};

export const phrases: Readonly<Record<Locale, Phrases>> = { fr: french, en: english };

type LongUnit = 'day' | 'week' | 'month' | 'year';

const units: Readonly<Record<Locale, Readonly<Record<LongUnit, readonly [one: string, many: string]>>>> = {
  fr: { day: ['jour', 'jours'], week: ['semaine', 'semaines'], month: ['mois', 'mois'], year: ['an', 'ans'] },
  en: { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'], year: ['year', 'years'] },
};

/** Long enough for the story to say that time has gone by. */
export const isLong = (duration: Duration | null): duration is Duration & { readonly unit: LongUnit } =>
  duration !== null && duration.value > 0 && Object.hasOwn(units.fr, duration.unit);

function counted(language: Locale, value: number, unit: Duration['unit']): string {
  const [one, many] = units[language][unit as LongUnit];
  const written = language === 'fr' ? String(value).replace('.', ',') : String(value);
  const single = language === 'fr' ? value < 2 : value === 1;
  return `${written}\u00a0${single ? one : many}`;
}
