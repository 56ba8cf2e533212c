import type { TouchpointFrame } from './example-frame.ts';
import type { StepKey } from './reimbursement-frame.ts';

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
      title: { fr: 'Accusé', en: 'Receipt' },
      event: 'acknowledgement_received',
      by: 'company',
    },
    {
      channel: 'sms',
      title: { fr: 'Accusé, encore', en: 'Receipt again' },
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
