import type { KnownChannel } from '#kit/channel.ts';
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
