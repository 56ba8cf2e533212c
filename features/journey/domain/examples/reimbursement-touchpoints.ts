import type { KnownChannel } from '#kit/channel.ts';
import type { StepKey } from './reimbursement-frame.ts';
import type { Said } from './said.ts';

/** What the demonstration's log calls its events: stable code, and the name in each language. */
export const events = {
  rights_checked: { fr: 'Droits vérifiés', en: 'Rights checked' },
  invoice_sent: { fr: 'Facture envoyée', en: 'Invoice sent' },
  acknowledgement_received: { fr: 'Accusé de réception reçu', en: 'Acknowledgement received' },
  file_viewed: { fr: 'Dossier suivi', en: 'File viewed' },
  document_requested: { fr: 'Pièce demandée', en: 'Document requested' },
  document_sent: { fr: 'Pièce envoyée', en: 'Document sent' },
  adviser_called: { fr: 'Conseiller appelé', en: 'Adviser called' },
  payment_received: { fr: 'Virement reçu', en: 'Payment received' },
  statement_received: { fr: 'Décompte reçu', en: 'Statement received' },
  amount_contested: { fr: 'Montant contesté', en: 'Amount contested' },
  contest_answered: { fr: 'Réponse à la contestation', en: 'Contestation answered' },
} as const satisfies Record<string, Said>;
export type EventKey = keyof typeof events;

/** What it calls its channels. */
export const channels = {
  web: { fr: 'Site web', en: 'Website' },
  app: { fr: 'Application', en: 'App' },
  phone: { fr: 'Téléphone', en: 'Phone' },
  'e-mail': { fr: 'E-mail', en: 'E-mail' },
  sms: { fr: 'SMS', en: 'SMS' },
  post: { fr: 'Courrier', en: 'Post' },
  store: { fr: 'Agence', en: 'Branch' },
  bank: { fr: 'Banque', en: 'Bank' },
} as const satisfies Partial<Record<KnownChannel, Said>>;

export type TouchpointFrame = {
  readonly channel: keyof typeof channels;
  readonly title: Said;
  readonly event: EventKey;
  /** Who makes it happen; the customer unless told. */
  readonly by?: 'company';
};

export const touchpoints: Readonly<Record<StepKey, readonly TouchpointFrame[]>> = {
  rights: [
    { channel: 'web', title: { fr: 'Site, garanties', en: 'Website, cover' }, event: 'rights_checked' },
    { channel: 'app', title: { fr: 'Appli, garanties', en: 'App, cover' }, event: 'rights_checked' },
    { channel: 'phone', title: { fr: 'Conseiller', en: 'Adviser' }, event: 'rights_checked' },
    { channel: 'store', title: { fr: 'Agence', en: 'Branch' }, event: 'rights_checked' },
  ],
  send: [
    { channel: 'app', title: { fr: 'Photo, appli', en: 'Photo, app' }, event: 'invoice_sent' },
    { channel: 'web', title: { fr: 'Espace client', en: 'Online account' }, event: 'invoice_sent' },
    { channel: 'post', title: { fr: 'Courrier', en: 'Post' }, event: 'invoice_sent' },
    { channel: 'store', title: { fr: 'Agence', en: 'Branch' }, event: 'invoice_sent' },
  ],
  follow: [
    { channel: 'app', title: { fr: 'Suivi, appli', en: 'Tracking, app' }, event: 'file_viewed' },
    { channel: 'web', title: { fr: 'Suivi, site', en: 'Tracking, website' }, event: 'file_viewed' },
    {
      channel: 'e-mail',
      title: { fr: 'Accusé', en: 'Acknowledgement' },
      event: 'acknowledgement_received',
      by: 'company',
    },
    {
      channel: 'sms',
      title: { fr: 'Accusé, encore', en: 'Acknowledgement again' },
      event: 'acknowledgement_received',
      by: 'company',
    },
    {
      channel: 'post',
      title: { fr: 'Accusé papier', en: 'On paper' },
      event: 'acknowledgement_received',
      by: 'company',
    },
  ],
  complete: [
    {
      channel: 'e-mail',
      title: { fr: 'Pièce demandée', en: 'Request' },
      event: 'document_requested',
      by: 'company',
    },
    { channel: 'app', title: { fr: 'Photo, appli', en: 'Photo, app' }, event: 'document_sent' },
    { channel: 'web', title: { fr: 'Espace client', en: 'Online account' }, event: 'document_sent' },
    { channel: 'post', title: { fr: 'Courrier', en: 'Post' }, event: 'document_sent' },
  ],
  silence: [{ channel: 'phone', title: { fr: 'Conseiller', en: 'Adviser' }, event: 'adviser_called' }],
  payment: [
    {
      channel: 'bank',
      title: { fr: 'Virement', en: 'Transfer' },
      event: 'payment_received',
      by: 'company',
    },
  ],
  statement: [
    {
      channel: 'e-mail',
      title: { fr: 'Décompte', en: 'Statement' },
      event: 'statement_received',
      by: 'company',
    },
    {
      channel: 'post',
      title: { fr: 'Décompte papier', en: 'Paper statement' },
      event: 'statement_received',
      by: 'company',
    },
  ],
  contest: [
    { channel: 'e-mail', title: { fr: 'Contestation', en: 'Objection' }, event: 'amount_contested' },
    { channel: 'phone', title: { fr: 'Conseiller', en: 'Adviser' }, event: 'amount_contested' },
    { channel: 'post', title: { fr: 'Lettre', en: 'Letter' }, event: 'amount_contested' },
    {
      channel: 'e-mail',
      title: { fr: 'Réponse', en: 'Answer' },
      event: 'contest_answered',
      by: 'company',
    },
  ],
};
