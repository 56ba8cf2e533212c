import type { Cards as CardsOf, Proof } from './example-frame.ts';
import { judgements } from './reimbursement-cards-judged.ts';
import type { LaneKey, StepKey } from './reimbursement-frame.ts';

type Cards = CardsOf<StepKey>;

const diaries: Proof = {
  kind: 'observation',
  label: { fr: 'Journaux de bord tenus trois semaines', en: 'Diaries kept for three weeks' },
  n: 9,
  daysAgo: 120,
};
const interviews: Proof = {
  kind: 'interview',
  label: { fr: 'Entretiens chez les adhérents', en: 'Interviews in members’ homes' },
  n: 12,
  daysAgo: 140,
};
const listening: Proof = {
  kind: 'observation',
  label: { fr: 'Double écoute sur le plateau téléphonique', en: 'Side-by-side listening in the call centre' },
  n: 46,
  daysAgo: 75,
};
const claimsTeam: Proof = {
  kind: 'interview',
  label: { fr: 'Gestionnaires du service Prestations', en: 'Handlers of the claims team' },
  n: 5,
  daysAgo: 75,
};

const actions: Cards = {
  rights: [
    {
      text: {
        fr: 'Je cherche le taux de remboursement de mes lunettes',
        en: 'I look up how much of my glasses is covered',
      },
      proof: [interviews],
    },
    {
      text: { fr: 'J’appelle pour être sûre d’avoir bien compris', en: 'I call to be sure I understood' },
      for: ['worrier'],
      proof: [listening],
    },
    {
      text: { fr: 'Je saute cette étape\u202f: on verra bien', en: 'I skip this: we will see' },
      for: ['hurried'],
    },
  ],
  send: [
    {
      text: {
        fr: 'Je photographie la facture et l’ordonnance',
        en: 'I photograph the bill and the prescription',
      },
      proof: [diaries],
    },
    {
      text: {
        fr: 'Je fais une copie avant de poster l’original',
        en: 'I copy the original before posting it',
      },
      for: ['worrier'],
      proof: [interviews],
    },
  ],
  follow: [
    {
      text: { fr: 'Je me connecte pour voir où ça en est', en: 'I log in to see where it stands' },
      proof: [diaries],
    },
    {
      text: {
        fr: 'Je note la date et le numéro du dossier',
        en: 'I write down the date and the claim number',
      },
      for: ['worrier'],
    },
  ],
  complete: [
    {
      text: {
        fr: 'Je rappelle le dentiste pour le devis détaillé',
        en: 'I ring the dentist for the itemised quote',
      },
      proof: [diaries],
    },
    {
      text: { fr: 'Je laisse tomber pour cette somme-là', en: 'I give up, for that kind of money' },
      for: ['hurried'],
      proof: [claimsTeam],
    },
  ],
  silence: [
    {
      text: { fr: 'Je guette ma messagerie', en: 'I keep an eye on my mailbox' },
      for: ['worrier', 'self-reliant'],
      proof: [diaries],
    },
    {
      text: {
        fr: 'Je finis par appeler, «\u202fjuste pour savoir\u202f»',
        en: 'I end up calling, “just to know”',
      },
      for: ['worrier', 'hurried'],
      proof: [listening],
      momentOfTruth: true,
    },
  ],
  payment: [
    {
      text: { fr: 'Je compare avec ce que j’attendais', en: 'I compare with what I expected' },
      proof: [interviews],
    },
    {
      text: { fr: 'Je coche la facture dans mon carnet', en: 'I tick the bill off in my notebook' },
      for: ['worrier'],
    },
  ],
  statement: [
    {
      text: {
        fr: 'Je cherche la ligne qui correspond à ma facture',
        en: 'I look for the line that matches my bill',
      },
      proof: [interviews],
    },
    {
      text: { fr: 'Je range le décompte sans le lire', en: 'I file the statement unread' },
      for: ['hurried', 'self-reliant'],
    },
  ],
  contest: [
    {
      text: { fr: 'J’écris pour comprendre l’écart', en: 'I write to understand the gap' },
      proof: [listening],
    },
    {
      text: {
        fr: 'Je renvoie toutes mes pièces, par précaution',
        en: 'I send all my papers again, to be safe',
      },
      for: ['worrier'],
      proof: [claimsTeam],
    },
  ],
};

const thoughts: Cards = {
  rights: [
    {
      text: { fr: '«\u202f200\u202f% de quoi, au juste\u202f?\u202f»', en: '“200% of what, exactly?”' },
      proof: [interviews],
    },
  ],
  send: [
    {
      text: {
        fr: '«\u202fEst-ce que la photo est assez nette\u202f?\u202f»',
        en: '“Is the photo sharp enough?”',
      },
      for: ['worrier'],
      proof: [interviews],
    },
    {
      text: { fr: '«\u202fVoilà, c’est réglé.\u202f»', en: '“There, done.”' },
      for: ['self-reliant', 'hurried'],
      proof: [diaries],
    },
  ],
  follow: [
    {
      text: {
        fr: '«\u202fEn cours de traitement\u202f: par qui, depuis quand\u202f?\u202f»',
        en: '“Being processed: by whom, since when?”',
      },
      proof: [listening],
    },
  ],
  complete: [
    {
      text: {
        fr: '«\u202fPourquoi ne pas l’avoir demandée tout de suite\u202f?\u202f»',
        en: '“Why did they not ask for it straight away?”',
      },
      proof: [listening],
    },
  ],
  silence: [
    {
      text: {
        fr: '«\u202fSi je n’appelle pas, il ne se passera rien.\u202f»',
        en: '“If I do not call, nothing will happen.”',
      },
      for: ['worrier'],
      proof: [interviews],
    },
  ],
  payment: [
    {
      text: { fr: '«\u202fTiens, c’est arrivé.\u202f»', en: '“Oh, it has arrived.”' },
      proof: [diaries],
    },
  ],
  statement: [
    {
      text: {
        fr: '«\u202fBR, RO, TM… il faut un dictionnaire.\u202f»',
        en: '“Codes everywhere… I would need a dictionary.”',
      },
      proof: [interviews],
    },
  ],
  contest: [
    {
      text: {
        fr: '«\u202fIls me prennent pour quelqu’un qui réclame.\u202f»',
        en: '“They think I am a complainer.”',
      },
      proof: [interviews],
    },
  ],
};

const brandPromise: Cards = {
  rights: [
    { text: { fr: '«\u202fVos garanties, dites simplement\u202f»', en: '“Your cover, in plain words”' } },
  ],
  send: [{ text: { fr: '«\u202fUne photo, et c’est parti\u202f»', en: '“One photo and you are done”' } }],
  silence: [
    {
      text: {
        fr: '«\u202fOn s’en occupe\u202f»\u202f: promis partout, dit nulle part pendant l’attente',
        en: '“We are on it”: promised everywhere, said nowhere during the wait',
      },
    },
  ],
  payment: [{ text: { fr: '«\u202fRemboursé vite\u202f»\u202f: tenu', en: '“Paid fast”: kept' } }],
  contest: [
    {
      text: {
        fr: '«\u202fUn conseiller qui connaît votre dossier\u202f»\u202f: démenti au deuxième appel',
        en: '“An adviser who knows your file”: belied at the second call',
      },
      proof: [listening],
    },
  ],
};

const employees: Cards = {
  rights: [
    {
      text: {
        fr: 'Trois écrans pour répondre à une question de garantie',
        en: 'Three screens to answer one question about cover',
      },
      proof: [listening],
    },
  ],
  complete: [
    {
      text: {
        fr: 'La pièce manquante se voit dès la lecture, mais le courrier part en fin de circuit',
        en: 'The missing paper shows at first reading, but the request leaves at the end of the line',
      },
      proof: [claimsTeam],
    },
  ],
  silence: [
    {
      text: {
        fr: '«\u202fJe ne vois pas plus que l’adhérent\u202f: je dis que c’est en cours.\u202f»',
        en: '“I see no more than the member does: I say it is being processed.”',
      },
      proof: [listening],
    },
  ],
  statement: [
    {
      text: {
        fr: 'Expliquer un décompte prend plus de temps que le calculer',
        en: 'Explaining a statement takes longer than computing it',
      },
      proof: [claimsTeam],
    },
  ],
  contest: [
    {
      text: {
        fr: 'L’historique des échanges n’est pas partagé entre Prestations et Relation client',
        en: 'Claims and customer service do not share the history of a case',
      },
      proof: [claimsTeam],
    },
  ],
};

/** What is written in the cells, by lane and step. Lanes filled otherwise (touchpoints, emotion, figures) have none. */
export const cards: Readonly<Partial<Record<LaneKey, Cards>>> = {
  actions,
  thoughts,
  ...judgements,
  'brand-promise': brandPromise,
  'employee-experience': employees,
};
