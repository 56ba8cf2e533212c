import type { Example, StageFrame, StepFrame } from './example-frame.ts';
import type { Said } from './said.ts';

/** The frame of the blueprint: the same service as the reimbursement example, from the company's side. */

export const title: Said = {
  fr: 'Rembourser une facture, des deux côtés du comptoir',
  en: 'Paying a bill back, on both sides of the counter',
};

export const stages = {
  ask: {
    phase: 'before',
    title: { fr: 'Je vérifie ce qui me sera rendu', en: 'I check what I will get back' },
    goals: { fr: 'Décider du soin en connaissant la somme.', en: 'Decide on the care knowing the amount.' },
    promise: { fr: 'Vos garanties, dites simplement.', en: 'Your cover, in plain words.' },
    duration: { value: 10, unit: 'minute' },
  },
  hand: {
    phase: 'during',
    title: { fr: 'Je confie ma facture', en: 'I hand over my bill' },
    goals: { fr: 'En avoir fini en une fois, avec une preuve.', en: 'Be done in one go, with proof of it.' },
    promise: { fr: 'Une photo, et c’est parti.', en: 'One photo and you are done.' },
    duration: { value: 1, unit: 'hour' },
    notes: {
      fr: 'Montrer la photo d’une vraie facture, et demander à la salle ce qui manque. On le voit en dix secondes.',
      en: 'Show the photo of a real bill and ask the room what is missing. It takes ten seconds to see.',
    },
  },
  wait: {
    phase: 'during',
    title: { fr: 'J’attends qu’on s’en occupe', en: 'I wait while it is dealt with' },
    goals: { fr: 'Ne pas avoir à y penser.', en: 'Not have to think about it.' },
    promise: { fr: 'On s’en occupe.', en: 'We are on it.' },
    duration: { value: 9, unit: 'day' },
    notes: {
      fr: 'Suivre du doigt un dossier de 320\u202f€\u202f: il ne se passe rien pendant quatre jours. Puis demander pourquoi 300\u202f€.',
      en: 'Trace a claim of £320 with a finger: nothing happens for four days. Then ask why £300.',
    },
  },
  paid: {
    phase: 'after',
    title: { fr: 'Je reçois mon argent', en: 'I receive my money' },
    goals: {
      fr: 'Retrouver mon argent et reconnaître ma facture.',
      en: 'Have my money back and recognise my bill.',
    },
    promise: { fr: 'Remboursé vite, expliqué clairement.', en: 'Paid fast, explained clearly.' },
    duration: { value: 1, unit: 'day' },
  },
  explain: {
    phase: 'after',
    title: { fr: 'Je demande des explications', en: 'I ask for an explanation' },
    goals: {
      fr: 'Une réponse sur mon cas, une bonne fois.',
      en: 'One answer about my case, once and for all.',
    },
    promise: { fr: 'Un conseiller qui connaît votre dossier.', en: 'An adviser who knows your file.' },
    duration: { value: 12, unit: 'day' },
  },
} as const satisfies Record<string, StageFrame>;

export const steps = {
  rights: {
    stage: 'ask',
    title: { fr: 'Je regarde mes garanties', en: 'I look at my cover' },
    duration: { value: 3, unit: 'minute' },
  },
  send: {
    stage: 'hand',
    title: { fr: 'J’envoie la facture', en: 'I send the bill' },
    duration: { value: 5, unit: 'minute' },
  },
  receipt: {
    stage: 'hand',
    title: { fr: 'On me dit que c’est reçu', en: 'I am told it has arrived' },
    duration: { value: 1, unit: 'hour' },
  },
  complete: {
    stage: 'wait',
    title: { fr: 'Je fournis la pièce qui manque', en: 'I supply what is missing' },
    duration: { value: 4, unit: 'day' },
  },
  wait: {
    stage: 'wait',
    title: { fr: 'Je demande où ça en est', en: 'I ask where it stands' },
    duration: { value: 5, unit: 'day' },
    momentOfTruth: true,
  },
  payment: {
    stage: 'paid',
    title: { fr: 'Je suis payé', en: 'I am paid' },
    duration: { value: 1, unit: 'day' },
  },
  statement: {
    stage: 'paid',
    title: { fr: 'Je lis le décompte', en: 'I read the statement' },
    duration: { value: 10, unit: 'minute' },
  },
  explain: {
    stage: 'explain',
    title: { fr: 'Je conteste le montant', en: 'I contest the amount' },
    duration: { value: 12, unit: 'day' },
  },
} as const satisfies Record<string, StepFrame>;
export type ClaimsStep = keyof typeof steps;

export const touchpoints: Example<ClaimsStep>['touchpoints'] = {
  rights: [
    { channel: 'app', title: { fr: 'Appli, garanties', en: 'App, cover' }, event: 'rights_checked' },
    { channel: 'phone', title: { fr: 'Conseiller', en: 'Adviser' }, event: 'rights_checked' },
  ],
  send: [
    { channel: 'app', title: { fr: 'Photo, appli', en: 'Photo, app' }, event: 'invoice_sent' },
    { channel: 'post', title: { fr: 'Original posté', en: 'Original posted' }, event: 'invoice_sent' },
  ],
  receipt: [
    {
      channel: 'e-mail',
      title: { fr: 'Accusé', en: 'Receipt' },
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
    { channel: 'app', title: { fr: 'Pièce, appli', en: 'Paper, app' }, event: 'document_sent' },
    { channel: 'post', title: { fr: 'Pièce postée', en: 'Paper posted' }, event: 'document_sent' },
  ],
  wait: [{ channel: 'phone', title: { fr: 'Conseiller', en: 'Adviser' }, event: 'adviser_called' }],
  payment: [
    { channel: 'bank', title: { fr: 'Virement', en: 'Transfer' }, event: 'payment_received', by: 'company' },
  ],
  statement: [
    {
      channel: 'e-mail',
      title: { fr: 'Décompte prêt', en: 'Statement ready' },
      event: 'statement_received',
      by: 'company',
    },
    { channel: 'app', title: { fr: 'Décompte, appli', en: 'Statement, app' } },
  ],
  explain: [
    { channel: 'phone', title: { fr: 'Conseiller', en: 'Adviser' }, event: 'amount_contested' },
    { channel: 'post', title: { fr: 'Lettre', en: 'Letter' }, event: 'amount_contested' },
    { channel: 'e-mail', title: { fr: 'Réponse', en: 'Answer' }, event: 'contest_answered', by: 'company' },
  ],
};
