import type { ClaimsStep } from './claims-blueprint-frame.ts';
import { type Cards, card, type Proof } from './example-frame.ts';

/** The blueprint of the reimbursement: who does what, on stage and behind it, and where it rubs. */

const shadowing: Proof = {
  kind: 'observation',
  label: { fr: 'Deux jours passés au service Prestations', en: 'Two days spent with the claims team' },
  n: 6,
  daysAgo: 60,
};
const procedure: Proof = {
  kind: 'document',
  label: { fr: 'Procédure de traitement des factures, version 7', en: 'Bill handling procedure, version 7' },
  daysAgo: 180,
};
const listening: Proof = {
  kind: 'observation',
  label: { fr: 'Double écoute sur le plateau téléphonique', en: 'Side-by-side listening in the call centre' },
  n: 46,
  daysAgo: 75,
};
const ageing = (n: number): Proof => ({
  kind: 'figure',
  label: { fr: 'Relevé des dossiers en attente, par ancienneté', en: 'Pending claims by age' },
  n,
  daysAgo: 30,
});

const actions: Cards<ClaimsStep> = {
  rights: [
    card('Je cherche ce qui me sera rendu pour une couronne', 'I look up what I will get back for a crown', {
      proof: [listening],
    }),
  ],
  send: [
    card('Je photographie la facture', 'I photograph the bill', { proof: [procedure] }),
    card('Je poste l’original si la photo est refusée', 'I post the original if the photo is refused', {
      proof: [shadowing],
    }),
  ],
  receipt: [card('Je garde l’e-mail au cas où', 'I keep the e-mail just in case')],
  complete: [
    card('Je réclame le devis détaillé à mon dentiste', 'I ask my dentist for the itemised quote', {
      proof: [listening],
    }),
    card('J’envoie la pièce demandée', 'I send what I was asked for', { proof: [procedure] }),
  ],
  wait: [card('J’appelle pour savoir où ça en est', 'I call to ask where it stands', { proof: [listening] })],
  payment: [card('Je vois l’argent arriver sur mon compte', 'I see the money reach my account')],
  statement: [
    card('J’ouvre le décompte pour comprendre la somme', 'I open the statement to understand the amount'),
  ],
  explain: [card('Je demande pourquoi ce montant', 'I ask why this amount', { proof: [listening] })],
};

const frontOffice: Cards<ClaimsStep> = {
  rights: [
    card('L’appli lit le contrat et affiche un taux', 'The app reads the contract and shows a rate', {
      proof: [procedure],
    }),
    card(
      'Le conseiller traduit le taux en euros, de tête',
      'The adviser turns the rate into money, in his head',
      { proof: [listening] },
    ),
  ],
  send: [
    card('L’appli contrôle la netteté de la photo', 'The app checks that the photo is sharp', {
      proof: [procedure],
    }),
  ],
  receipt: [
    card(
      'L’accusé part dans l’heure, avec un numéro',
      'The acknowledgement leaves within the hour, with a number',
      { proof: [procedure] },
    ),
  ],
  complete: [
    card(
      'Un e-mail nomme la pièce et dit où l’envoyer',
      'An e-mail names the paper and says where to send it',
      { proof: [procedure] },
    ),
  ],
  wait: [
    card(
      'Le conseiller lit à voix haute le statut de l’écran',
      'The adviser reads the status on the screen aloud',
      { proof: [listening], momentOfTruth: true },
    ),
  ],
  payment: [
    card('Le libellé du virement porte le numéro du dossier', 'The transfer carries the claim number', {
      proof: [procedure],
    }),
  ],
  statement: [
    card(
      'Le décompte est déposé dans l’appli, un e-mail prévient',
      'The statement is put in the app, an e-mail says so',
      { proof: [procedure] },
    ),
  ],
  explain: [
    card('Le conseiller reprend le calcul ligne à ligne', 'The adviser goes through the sum line by line', {
      proof: [listening],
    }),
  ],
};

const backOffice: Cards<ClaimsStep> = {
  rights: [
    card('Les garanties sont saisies contrat par contrat', 'Cover is keyed in contract by contract', {
      proof: [shadowing],
    }),
  ],
  send: [
    card('Lecture automatique de la facture', 'The bill is read by machine', { proof: [procedure] }),
    card('Un gestionnaire ressaisit ce qui n’a pas été lu', 'A handler types in what was not read', {
      proof: [shadowing],
    }),
  ],
  receipt: [
    card('Le dossier est rangé dans la file du jour', 'The claim joins the queue of the day', {
      proof: [shadowing],
    }),
  ],
  complete: [
    card('Le contrôle des pièces se fait en fin de circuit', 'Papers are checked at the end of the line', {
      proof: [shadowing],
    }),
    card('La pièce reçue est rattachée à la main', 'The paper received is attached by hand', {
      proof: [shadowing],
    }),
  ],
  wait: [
    card(
      'Les dossiers de plus de 300\u202f€ attendent un second accord',
      'Claims above £300 wait for a second approval',
      { proof: [procedure] },
    ),
    card('Le second accord est donné deux fois par semaine', 'The second approval is given twice a week', {
      proof: [shadowing],
    }),
  ],
  payment: [
    card('Les paiements partent en lot, chaque soir', 'Payments leave in one batch, every evening', {
      proof: [procedure],
    }),
  ],
  statement: [
    card('Le calcul est traduit en codes de nomenclature', 'The sum is turned into codes of the schedule', {
      proof: [procedure],
    }),
  ],
  explain: [
    card(
      'Un expert rouvre le dossier et refait le calcul',
      'An expert reopens the claim and does the sum again',
      { proof: [shadowing] },
    ),
  ],
};

const support: Cards<ClaimsStep> = {
  rights: [
    card(
      'Référentiel des garanties, mis à jour chaque trimestre',
      'Register of covers, updated every quarter',
    ),
  ],
  send: [
    card('Moteur de lecture, loué à un prestataire', 'Reading engine, rented from a supplier', {
      proof: [procedure],
    }),
  ],
  receipt: [card('Service d’envoi des e-mails et des SMS', 'E-mail and text message service')],
  complete: [
    card('Gestion documentaire, sans lien avec la file', 'Document store, not tied to the queue', {
      proof: [shadowing],
    }),
  ],
  wait: [
    card(
      'Contrôle interne\u202f: fixe le seuil de 300\u202f€',
      'Internal control: sets the threshold of £300',
      { proof: [procedure] },
    ),
  ],
  payment: [
    card('Banque\u202f: dernier lot à 18\u202fh', 'Bank: last batch at 6 pm', { proof: [procedure] }),
  ],
  statement: [
    card('Éditique\u202f: modèle de décompte de 2014', 'Printing: statement template of 2014', {
      proof: [shadowing],
    }),
  ],
  explain: [card('Service juridique, pour les réponses écrites', 'Legal department, for written answers')],
};

const pains: Cards<ClaimsStep> = {
  rights: [
    card('Un taux ne dit à personne combien il recevra', 'A rate tells nobody how much they will get', {
      proof: [listening],
      weight: 3,
    }),
  ],
  send: [
    card('Une facture sur cinq est ressaisie', 'One bill in five is typed in again', {
      proof: [ageing(2140)],
      weight: 3,
    }),
  ],
  complete: [
    card(
      'La pièce manquante se voit au premier regard, mais se demande le quatrième jour',
      'The missing paper shows at first glance, but is asked for on the fourth day',
      { proof: [shadowing, ageing(612)], weight: 5 },
    ),
  ],
  wait: [
    card(
      'Le conseiller ne voit pas que le dossier attend un accord',
      'The adviser cannot see that the claim waits for approval',
      { proof: [listening], weight: 5 },
    ),
    card('Le seuil n’a pas bougé depuis dix ans', 'The threshold has not moved in ten years', {
      proof: [procedure],
      weight: 4,
    }),
  ],
  statement: [
    card(
      'Les codes sont ceux du métier, pas ceux du lecteur',
      'The codes are those of the trade, not of the reader',
      { proof: [listening], weight: 4 },
    ),
  ],
  explain: [
    card(
      'L’expert ne sait pas ce que le conseiller a déjà dit',
      'The expert does not know what the adviser has already said',
      { proof: [shadowing], weight: 4 },
    ),
  ],
};

const delights: Cards<ClaimsStep> = {
  receipt: [
    card(
      'Un numéro dans l’heure\u202f: les appels du lendemain ont disparu',
      'A number within the hour: the calls of the next day have gone',
      { proof: [listening] },
    ),
  ],
  payment: [
    card('Accordé le matin, payé le soir même', 'Approved in the morning, paid the same evening', {
      proof: [shadowing],
      weight: 4,
    }),
  ],
};

const opportunities: Cards<ClaimsStep> = {
  rights: [
    card(
      'Afficher un montant pour les vingt soins les plus demandés',
      'Show an amount for the twenty treatments most asked for',
    ),
  ],
  complete: [
    card(
      'Contrôler les pièces dès la lecture, et demander dans l’heure',
      'Check the papers when the bill is read, and ask within the hour',
      { weight: 5 },
    ),
  ],
  wait: [
    card(
      'Donner le second accord chaque jour, et relever le seuil',
      'Give the second approval every day, and raise the threshold',
      { weight: 5 },
    ),
    card(
      'Montrer au conseiller et à l’adhérent qui a le dossier en main',
      'Show adviser and member who has the claim in hand',
      { weight: 4 },
    ),
  ],
  statement: [
    card(
      'Une phrase en tête de décompte\u202f: payé, reçu, reste',
      'One sentence on top of the statement: paid, received, left',
    ),
  ],
  explain: [
    card(
      'Un historique commun à Prestations et Relation client',
      'One history shared by claims and customer service',
    ),
  ],
};

export const cards = {
  actions,
  'front-office': frontOffice,
  'back-office': backOffice,
  support,
  'pain-points': pains,
  delights,
  opportunities,
};
