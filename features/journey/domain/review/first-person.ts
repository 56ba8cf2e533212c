import type { Locale } from '#kit/locale.ts';

/** Who tells a stage: the customer, the company, or nobody. */
export type Teller = 'customer' | 'company' | 'nobody';

type Words = {
  /** The customer speaks. */
  readonly self: ReadonlySet<string>;
  /** A household speaks, or a company does. */
  readonly group: ReadonlySet<string>;
  /** Somebody speaks to the customer, or about them. */
  readonly addressed: ReadonlySet<string>;
  /** What the company does, as companies name it. */
  readonly work: ReadonlySet<string>;
  /** Beginnings of verbs of work, for "we handle your request". */
  readonly workVerb: RegExp;
  /** What the customer does meanwhile: proposed as a title. */
  readonly said: Readonly<Record<string, readonly string[]>>;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const french: Words = {
  self: set('je j me m moi mon ma mes mien mienne miens miennes'),
  group: set('nous notre nos nôtre nôtres'),
  addressed: set(
    'vous votre vos vôtre client cliente clients clientes clientèle usager usagère usagers adhérent adhérente adhérents ' +
      'abonné abonnée abonnés assuré assurée assurés sociétaire sociétaires consommateur consommatrice consommateurs ' +
      'prospect prospects utilisateur utilisatrice utilisateurs acheteur acheteuse acheteurs visiteur visiteuse ' +
      'visiteurs voyageur voyageuse voyageurs passager passagère passagers bénéficiaire bénéficiaires',
  ),
  work: set(
    'traitement gestion instruction facturation relance prospection acquisition conversion fidélisation rétention ' +
      'onboarding activation qualification expédition encaissement recouvrement validation contractualisation vente ' +
      'ciblage promotion communication sav tarification édition émission envoi livraison liquidation accueil ' +
      'enregistrement clôture traiter gérer instruire facturer relancer prospecter acquérir convertir fidéliser ' +
      'activer qualifier expédier encaisser recouvrer valider vendre cibler promouvoir communiquer livrer accueillir',
  ),
  workVerb: /^(trait|gér|gèr|instrui|factur|relanc|livr|expédi|valid|qualifi|fidélis|accueill|encaiss)/,
  said: {
    'Je découvre': ['découverte', 'notoriété', 'ciblage', 'promotion', 'communication', 'prospection'],
    'Je me renseigne': ['recherche', 'information', 'exploration', 'qualification'],
    'Je compare': ['comparaison', 'considération', 'évaluation', 'tarification'],
    'Je choisis': ['choix', 'décision', 'sélection'],
    'J’achète': ['achat', 'vente', 'commande', 'acquisition', 'conversion', 'vendre', 'convertir'],
    'Je m’inscris': ['souscription', 'contractualisation', 'adhésion', 'inscription', 'abonnement'],
    'Je paie': ['paiement', 'encaissement', 'règlement', 'encaisser'],
    'Je reçois ma facture': ['facturation', 'facturer', 'édition', 'émission'],
    'Je reçois ma commande': ['livraison', 'expédition', 'envoi', 'réception', 'livrer', 'expédier'],
    'J’attends': ['attente', 'délai'],
    'J’attends la réponse': [
      'traitement',
      'instruction',
      'gestion',
      'validation',
      'traiter',
      'gérer',
      'instruire',
    ],
    'Je commence': ['onboarding', 'activation', 'installation', 'démarrage', 'prise'],
    'J’utilise': ['usage', 'utilisation', 'adoption'],
    'On m’accueille': ['accueil', 'accueillir', 'bienvenue'],
    'Je demande de l’aide': ['réclamation', 'sav', 'support', 'assistance', 'dépannage'],
    'On me relance': ['relance', 'recouvrement', 'relancer'],
    'Je reste ou je pars': ['fidélisation', 'rétention', 'renouvellement', 'fidélité', 'fidéliser'],
    'Je pars': ['résiliation', 'départ', 'clôture', 'churn'],
    'J’en parle autour de moi': ['recommandation', 'parrainage', 'advocacy'],
  },
};

const english: Words = {
  self: set('i me my mine myself'),
  group: set('we us our ours'),
  addressed: set(
    'you your yours customer customers client clients user users member members subscriber subscribers policyholder ' +
      'consumer consumers prospect prospects buyer buyers shopper shoppers visitor visitors guest guests traveller ' +
      'travellers passenger passengers applicant applicants lead leads',
  ),
  work: set(
    'acquisition conversion onboarding activation processing billing invoicing fulfilment fulfillment retention ' +
      'prospecting sales sale delivery shipping marketing handling support targeting promotion upsell qualification ' +
      'collection collections validation process handle bill invoice fulfil retain sell deliver ship target promote ' +
      'qualify collect validate acquire convert activate onboard',
  ),
  workVerb: /^(process|handl|bill|invoic|fulfil|deliver|ship|validat|qualif|onboard|collect|retain)/,
  said: {
    'I discover it': ['discovery', 'awareness', 'targeting', 'promotion', 'marketing', 'prospecting'],
    'I look into it': ['research', 'information', 'exploration', 'qualification'],
    'I compare': ['comparison', 'consideration', 'evaluation', 'pricing'],
    'I choose': ['choice', 'decision', 'selection'],
    'I buy': [
      'purchase',
      'sale',
      'sales',
      'order',
      'checkout',
      'acquisition',
      'conversion',
      'sell',
      'convert',
    ],
    'I sign up': ['subscription', 'enrolment', 'enrollment', 'registration', 'signup'],
    'I pay': ['payment', 'collection', 'collections', 'collect'],
    'I receive my bill': ['billing', 'invoicing', 'bill', 'invoice'],
    'I receive my order': ['delivery', 'shipping', 'fulfilment', 'fulfillment', 'deliver', 'ship', 'fulfil'],
    'I wait': ['wait', 'waiting', 'delay'],
    'I wait for the answer': ['processing', 'handling', 'validation', 'process', 'handle', 'validate'],
    'I get started': ['onboarding', 'activation', 'setup', 'installation', 'onboard', 'activate'],
    'I use it': ['usage', 'use', 'adoption'],
    'I am welcomed': ['welcome', 'reception'],
    'I ask for help': ['complaint', 'complaints', 'support', 'assistance', 'service'],
    'I stay or I leave': ['retention', 'renewal', 'loyalty', 'retain'],
    'I leave': ['churn', 'cancellation', 'departure'],
    'I tell people about it': ['advocacy', 'referral', 'recommendation'],
  },
};

const words: Readonly<Record<Locale, Words>> = { fr: french, en: english };

/** The words of a title in lower case; an elided one ("j’", "l'") is a word. */
const wordsOf = (title: string): readonly string[] =>
  title
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

/**
 * Who tells a title. The customer as soon as they say I, in either language; the company when the title speaks to or
 * of the customer, says we beside a verb of work, or begins with the name of its own work; nobody otherwise
 * ("Attente", "Comparison").
 */
export function tellerOf(title: string, language: Locale): Teller {
  const said = wordsOf(title);
  const own = words[language];
  if (said.some((word) => french.self.has(word) || english.self.has(word))) return 'customer';
  if (said.some((word) => own.addressed.has(word))) return 'company';
  if (said.some((word) => own.group.has(word))) {
    return said.some((word) => own.workVerb.test(word)) ? 'company' : 'customer';
  }
  // The noun that decides: the first one in French, the first or the last in English ("claim processing").
  const nouns = said.filter((word) => !articles.has(word));
  const heads = language === 'fr' ? nouns.slice(0, 1) : [nouns[0], nouns.at(-1)];
  return heads.some((noun) => noun !== undefined && own.work.has(noun)) ? 'company' : 'nobody';
}

const articles = set('le la les l un une des du de d the a an');

/**
 * The same stage as the customer would say it, where its words are the usual ones. Of several, the noun decides: the
 * first one in French ("réclamation après achat"), the last one in English ("post-purchase support") before any "of".
 */
export function saidByCustomer(title: string, language: Locale): string | null {
  const said = wordsOf(title);
  const of = said.indexOf('of');
  const nouns = language === 'fr' ? said : said.slice(0, of < 0 ? undefined : of).toReversed();
  for (const noun of nouns) {
    const found = Object.entries(words[language].said).find(([, names]) => names.includes(noun));
    if (found) return found[0];
  }
  return null;
}
