import {
  figure,
  interviews,
  inWorkshop,
  listening,
  observation,
  type PersonaFrame,
  said,
  says,
  verbatims,
} from './frame.ts';

const pilot = observation('essai d’avril au service client', 'April trial at the customer service', 180, 70);

export const worrier: PersonaFrame = {
  name: said('L’inquiète', 'The worrier'),
  quote: said(
    'Dites-moi simplement que vous avez bien reçu ma demande.',
    'Just tell me that you have received my claim.',
  ),
  tagline: said(
    'Ce qu’elle craint n’est pas d’attendre, c’est de ne pas savoir.',
    'She does not mind waiting; she minds not knowing.',
  ),
  story: said(
    'Depuis son traitement, elle envoie des factures tous les mois. Elle en garde une copie dans une pochette, note la date d’envoi au crayon, et regarde le soir si quelque chose a bougé. Une semaine sans nouvelles, et elle imagine le pire\u202f: une page oubliée, un dossier perdu. Elle finit par appeler, en s’excusant. Quand une conseillère lui dit «\u202fje l’ai sous les yeux, vous serez payée mardi\u202f», elle dort mieux que si l’argent était déjà là.',
    'Since her treatment began she has been sending bills every month. She keeps a copy in a folder, pencils in the date she sent it, and looks in the evening to see whether anything has moved. After a week without news she imagines the worst: a missing page, a lost file. In the end she calls, and apologises for it. When an adviser says “I have it in front of me, you will be paid on Tuesday”, she sleeps better than if the money were already there.',
  ),
  occupation: said('employée ou retraitée', 'employee or retired'),
  household: said('deux personnes au foyer', 'two people at home'),
  circumstances: said('suit un traitement au long cours', 'on long-term treatment'),
  plain: {
    colour: 0,
    age: { from: 52, to: 67 },
    gender: 'woman',
    purchasingPower: 'middle',
    advice: 0.78,
    reactivity: 0.64,
    warmth: 0.86,
  },
  avatar: {
    skin: 0,
    hair: 'bobCut',
    hairColour: 0,
    facialHair: 'none',
    eyes: 'open',
    mouth: 'smirk',
    nose: 'smallRound',
    clothes: 'rounded',
    clothesColour: 3,
    background: 'colour',
  },
  channels: [
    { channel: 'phone', note: said('conseiller', 'adviser') },
    { channel: 'e-mail', note: said('', '') },
    { channel: 'app', note: said('le soir', 'in the evening') },
  ],
  statements: {
    goals: [
      says('Être remboursée sans avoir à relancer', 'Be reimbursed without having to chase', {
        proof: [interviews(11, 14, 40), verbatims(214, 30)],
        weight: 5,
      }),
      says('Savoir d’avance ce qui restera à sa charge', 'Know in advance what she will have to pay', {
        proof: [figure('sondage de mars', 'March survey', 412, 55)],
        weight: 4,
      }),
      says('Avoir une trace écrite de tout', 'Have everything in writing', {
        proof: [interviews(8, 14, 40)],
      }),
    ],
    obstacles: [
      says('Vocabulaire du décompte', 'The words of the statement', {
        proof: [verbatims(88, 30)],
        weight: 4,
      }),
      says('Peur d’avoir mal fait sa demande', 'Afraid of having filled in her claim wrongly', {
        note: inWorkshop,
        weight: 5,
      }),
      says('Ne sait jamais où en est son dossier', 'Never knows how far her claim is', {
        proof: [figure('2,4 consultations par dossier', '2.4 looks per claim', 1904, 20)],
      }),
    ],
    fears: [
      says('Avancer l’argent trop longtemps', 'Being out of pocket too long', {
        proof: [figure('délai médian 8,6 j', 'median delay 8.6 days', 1904, 20)],
        weight: 5,
      }),
      says('Tomber sur un automate', 'Getting a machine on the line', {
        proof: [figure('enquête téléphonique', 'telephone survey', 230, 900)],
        weight: 4,
      }),
      says('Qu’un papier se perde et que tout soit à refaire', 'A paper getting lost and starting all over', {
        proof: [interviews(7, 14, 40), verbatims(61, 30)],
      }),
    ],
    values: [
      says('La parole donnée', 'A promise is a promise', { note: said('supposé', 'assumed') }),
      says(
        'La politesse\u202f: on se présente, on dit au revoir',
        'Courtesy: one says who one is, one says goodbye',
        {
          proof: [listening],
          weight: 2,
        },
      ),
    ],
    habits: [
      says('Garde tous ses papiers', 'Keeps all her papers', { proof: [interviews(9, 14, 40)] }),
      says('Vérifie ses garanties avant chaque dépense', 'Checks her cover before every expense', {
        proof: [
          figure(
            'droits vérifiés avant 86\u202f% des envois',
            'cover checked before 86% of claims',
            1904,
            20,
          ),
        ],
      }),
      says('Regarde son dossier le soir', 'Looks at her claim in the evening', {
        note: said('à vérifier dans les visites de l’application', 'to be checked in the visits of the app'),
        weight: 2,
      }),
    ],
    expectations: [
      says('Un accusé de réception tout de suite', 'An acknowledgement at once', {
        proof: [interviews(12, 14, 40), verbatims(132, 30)],
        weight: 5,
      }),
      says('Un interlocuteur qui la suit jusqu’au bout', 'One person who follows her to the end', {
        proof: [interviews(6, 10, 610)],
      }),
    ],
    says: [
      says('«\u202fJe vous appelle juste pour être sûre.\u202f»', '“I am only calling to be sure.”', {
        proof: [verbatims(47, 30)],
      }),
    ],
    thinks: [
      says(
        '«\u202fS’ils ne disent rien, c’est qu’il y a un problème.\u202f»',
        '“If they say nothing, something is wrong.”',
        {
          proof: [interviews(6, 14, 40)],
        },
      ),
    ],
    does: [
      says('Appelle au bout d’une semaine sans nouvelles', 'Calls after a week without news', {
        proof: [figure('18\u202f% appellent pendant l’attente', '18% call while they wait', 1904, 20)],
        weight: 4,
      }),
    ],
    feels: [
      says('L’impression d’être un numéro', 'Being just a number', {
        note: said(
          'entendu en atelier, pas encore en entretien',
          'heard in a workshop, not yet in an interview',
        ),
      }),
    ],
    pains: [
      says('Raconter son histoire à chaque appel', 'Telling her story again at every call', {
        proof: [interviews(5, 14, 40), listening],
        weight: 4,
      }),
    ],
    gains: [
      says('Le soulagement d’une date annoncée', 'The relief of being given a date', { note: inWorkshop }),
    ],
    signs: [
      says('Demande «\u202fvous l’avez bien reçu\u202f?\u202f»', 'Asks “have you received it?”', {
        proof: [verbatims(132, 30)],
        weight: 5,
      }),
      says('Donne son numéro de dossier avant qu’on le demande', 'Gives her file number before being asked', {
        proof: [listening],
        weight: 4,
      }),
      says('S’excuse de déranger', 'Apologises for disturbing', { proof: [listening], weight: 3 }),
      says('Repose la même question avec d’autres mots', 'Asks the same thing again in other words', {
        proof: [listening],
        weight: 3,
      }),
    ],
    tone: [
      says('Accuser réception d’abord, expliquer ensuite', 'Acknowledge first, explain afterwards', {
        proof: [pilot],
        weight: 5,
      }),
    ],
    'words-to-use': [says('«\u202fJe m’en occupe\u202f»', '“I am dealing with it”', { proof: [pilot] })],
    'words-to-avoid': [
      says('«\u202fC’est en cours\u202f»', '“It is being processed”', {
        proof: [verbatims(39, 30)],
        answer: said(
          '«\u202fVoici où en est votre demande, et ce qui vient ensuite.\u202f»',
          '“Here is where your claim stands, and what comes next.”',
        ),
      }),
    ],
    services: [
      says('Proposer le rappel, annoncer une date', 'Offer to call back, give a date', {
        proof: [pilot],
        weight: 4,
      }),
      says('Un SMS à chaque étape du dossier', 'A text message at each step of the claim', {
        note: inWorkshop,
      }),
    ],
    'contact-rhythm': [
      says(
        'Une nouvelle par semaine tant que rien n’est payé\u202f; aucune offre pendant l’attente',
        'News once a week until she is paid; no offers while she waits',
        { proof: [figure('enquête sur les préférences', 'preference survey', 640, 760)] },
      ),
    ],
    'hard-situations': [
      says('Refus de prise en charge', 'Cover refused', {
        proof: [listening],
        answer: said(
          'Donner la règle, puis la suite possible.',
          'Give the rule, then what can still be done.',
        ),
        weight: 5,
      }),
      says('Il manque une pièce', 'A document is missing', {
        note: inWorkshop,
        answer: said(
          'Dire laquelle et pourquoi, et la recevoir par photo pendant l’appel.',
          'Say which one and why, and take it by photo during the call.',
        ),
      }),
    ],
    demographic: [
      says('52–67 ans, un foyer de deux', '52–67, a household of two', {
        proof: [figure('base des adhérents', 'member base', 12480, 60)],
      }),
    ],
    geographic: [
      says('Villes moyennes et campagnes', 'Middle-sized towns and countryside', { note: inWorkshop }),
    ],
    behavioural: [
      says('Envoie par courrier plus d’une fois sur quatre', 'Sends by post more than one time in four', {
        proof: [figure('28\u202f% des envois', '28% of claims', 1904, 20)],
      }),
    ],
    psychographic: [
      says('Préfère la sécurité à la rapidité', 'Prefers safety to speed', {
        proof: [interviews(10, 14, 40)],
      }),
    ],
  },
};
