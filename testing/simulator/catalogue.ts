/**
 * What can happen to a customer of « Mutuelle Horizon », a health insurer that does not exist. Codes are stable; names
 * are for the demonstration, in the reader's language.
 */

export type Names = 'code' | 'fr' | 'en';
export type Spoken = { readonly fr: string; readonly en: string };
export type JourneyCode = 'subscription' | 'reimbursement' | 'complaint';

/** Channel codes are those the product draws an icon for. Order matters: events keep the index. */
export const channels = [
  { code: 'web', fr: 'Site web', en: 'Website' },
  { code: 'app', fr: 'Application', en: 'App' },
  { code: 'phone', fr: 'Téléphone', en: 'Phone' },
  { code: 'e-mail', fr: 'E-mail', en: 'E-mail' },
  { code: 'sms', fr: 'SMS', en: 'SMS' },
  { code: 'post', fr: 'Courrier', en: 'Post' },
  { code: 'store', fr: 'Agence', en: 'Branch' },
  { code: 'bank', fr: 'Banque', en: 'Bank' },
] as const;
export type ChannelCode = (typeof channels)[number]['code'];

/** What a customer may write about; each topic has its own words. */
export type Topic =
  | 'rights'
  | 'rights-asked'
  | 'sending'
  | 'post'
  | 'branch'
  | 'acknowledgement'
  | 'follow'
  | 'document'
  | 'wait'
  | 'payment'
  | 'statement'
  | 'contest'
  | 'quote'
  | 'adviser'
  | 'signing'
  | 'welcome'
  | 'complaint'
  | 'answer';

export type EventKind = Spoken & {
  readonly code: string;
  readonly journey: JourneyCode;
  /** Topic of the words; events without one are never scored. */
  readonly topic?: Topic;
};

/** Order matters: events keep the index. */
export const eventKinds = [
  {
    code: 'quote_requested',
    journey: 'subscription',
    topic: 'quote',
    fr: 'Devis demandé',
    en: 'Quote requested',
  },
  { code: 'quote_received', journey: 'subscription', fr: 'Devis reçu', en: 'Quote received' },
  {
    code: 'adviser_met',
    journey: 'subscription',
    topic: 'adviser',
    fr: 'Échange avec un conseiller',
    en: 'Talk with an adviser',
  },
  {
    code: 'contract_signed',
    journey: 'subscription',
    topic: 'signing',
    fr: 'Contrat signé',
    en: 'Contract signed',
  },
  {
    code: 'welcome_received',
    journey: 'subscription',
    topic: 'welcome',
    fr: 'Bienvenue reçue',
    en: 'Welcome received',
  },
  { code: 'card_received', journey: 'subscription', fr: 'Carte reçue', en: 'Card received' },
  {
    code: 'rights_checked',
    journey: 'reimbursement',
    topic: 'rights',
    fr: 'Droits vérifiés',
    en: 'Rights checked',
  },
  {
    code: 'invoice_sent',
    journey: 'reimbursement',
    topic: 'sending',
    fr: 'Facture envoyée',
    en: 'Invoice sent',
  },
  {
    code: 'acknowledgement_received',
    journey: 'reimbursement',
    topic: 'acknowledgement',
    fr: 'Accusé de réception reçu',
    en: 'Acknowledgement received',
  },
  { code: 'file_viewed', journey: 'reimbursement', topic: 'follow', fr: 'Dossier suivi', en: 'File viewed' },
  {
    code: 'document_requested',
    journey: 'reimbursement',
    topic: 'document',
    fr: 'Pièce demandée',
    en: 'Document requested',
  },
  { code: 'document_sent', journey: 'reimbursement', fr: 'Pièce envoyée', en: 'Document sent' },
  {
    code: 'adviser_called',
    journey: 'reimbursement',
    topic: 'wait',
    fr: 'Conseiller appelé',
    en: 'Adviser called',
  },
  {
    code: 'payment_received',
    journey: 'reimbursement',
    topic: 'payment',
    fr: 'Virement reçu',
    en: 'Payment received',
  },
  {
    code: 'statement_received',
    journey: 'reimbursement',
    topic: 'statement',
    fr: 'Décompte reçu',
    en: 'Statement received',
  },
  {
    code: 'amount_contested',
    journey: 'reimbursement',
    topic: 'contest',
    fr: 'Montant contesté',
    en: 'Amount contested',
  },
  {
    code: 'contest_answered',
    journey: 'reimbursement',
    fr: 'Réponse à la contestation',
    en: 'Contestation answered',
  },
  {
    code: 'complaint_opened',
    journey: 'complaint',
    topic: 'complaint',
    fr: 'Réclamation déposée',
    en: 'Complaint opened',
  },
  {
    code: 'complaint_acknowledged',
    journey: 'complaint',
    fr: 'Réclamation enregistrée',
    en: 'Complaint acknowledged',
  },
  {
    code: 'complaint_recalled',
    journey: 'complaint',
    topic: 'complaint',
    fr: 'Rappel au sujet de la réclamation',
    en: 'Called again about the complaint',
  },
  {
    code: 'complaint_answered',
    journey: 'complaint',
    topic: 'answer',
    fr: 'Réclamation répondue',
    en: 'Complaint answered',
  },
] as const satisfies readonly EventKind[];
export type EventCode = (typeof eventKinds)[number]['code'];

export const plans = ['Essentiel', 'Équilibre', 'Sérénité'] as const;
export const ageBands = ['18-29', '30-44', '45-59', '60-74', '75+'] as const;
export const regions = [
  'Auvergne-Rhône-Alpes',
  'Bourgogne-Franche-Comté',
  'Bretagne',
  'Centre-Val de Loire',
  'Corse',
  'Grand Est',
  'Hauts-de-France',
  'Île-de-France',
  'Normandie',
  'Nouvelle-Aquitaine',
  'Occitanie',
  'Pays de la Loire',
  'Provence-Alpes-Côte d’Azur',
] as const;
/** Share of customers per region, in the order above (about that of the population of mainland France). */
export const regionShares = [
  0.124, 0.043, 0.052, 0.039, 0.005, 0.085, 0.091, 0.188, 0.051, 0.093, 0.093, 0.059, 0.077,
] as const;

/**
 * What somebody would write about at this touchpoint, by indices of kind and channel: the same step feels, and is
 * told, differently at a counter and on a screen.
 */
export function topicOf(kind: number, channel: number): Topic | undefined {
  const { topic } = eventKinds[kind] as EventKind;
  const where = channels[channel]!.code;
  if (topic === 'rights') return where === 'phone' || where === 'store' ? 'rights-asked' : 'rights';
  if (topic === 'sending') return where === 'post' ? 'post' : where === 'store' ? 'branch' : 'sending';
  if (topic === 'acknowledgement') return where === 'post' ? 'post' : topic;
  if (topic === 'quote' || topic === 'signing')
    return where === 'phone' || where === 'store' ? 'adviser' : topic;
  return topic;
}

/** The word of a thing in the chosen form. */
export const nameOf = (thing: Spoken & { readonly code: string }, names: Names): string =>
  names === 'code' ? thing.code : thing[names];
