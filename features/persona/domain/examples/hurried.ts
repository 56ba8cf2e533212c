import {
  figure,
  interviews,
  inWorkshop,
  listening,
  type PersonaFrame,
  said,
  says,
  verbatims,
} from './frame.ts';

export const hurried: PersonaFrame = {
  name: said('Le pressé', 'The hurried'),
  quote: said('Deux minutes, pas une de plus.', 'Two minutes, not one more.'),
  tagline: said(
    'S’il faut s’y reprendre à deux fois, il laisse tomber.',
    'If it takes a second try, he gives up.',
  ),
  story: said(
    'Il a la facture depuis trois semaines au fond du sac. Entre deux rendez-vous, il ouvre l’application, prend la photo, valide. On lui demande une ordonnance\u202f: il verra plus tard. Plus tard ne vient pas. Quand il appelle, il marche dans la rue, parle vite, et raccroche si on le met en attente. Il ne se plaint pas\u202f; il ne renvoie simplement plus ses petites factures, et se demande un jour à quoi sert ce contrat.',
    'The bill has been at the bottom of his bag for three weeks. Between two meetings he opens the app, takes the photo, confirms. He is asked for a prescription: he will see later. Later never comes. When he calls, he is walking in the street, speaks fast, and hangs up if he is put on hold. He does not complain; he simply stops sending small bills, and one day wonders what this contract is for.',
  ),
  occupation: said('indépendant, commercial ou chef d’équipe', 'self-employed, salesman or team leader'),
  sector: said('commerce, bâtiment, restauration', 'retail, building, catering'),
  household: said('seul ou jeune couple', 'alone or a young couple'),
  circumstances: said('horaires décalés, souvent sur la route', 'odd hours, often on the road'),
  plain: {
    colour: 2,
    age: { from: 25, to: 44 },
    gender: 'man',
    purchasingPower: 'middle',
    advice: 0.35,
    reactivity: 0.96,
    warmth: 0.4,
  },
  avatar: {
    skin: 3,
    hair: 'fade',
    hairColour: 0,
    facialHair: 'shadow',
    eyes: 'open',
    mouth: 'smile',
    nose: 'mediumRound',
    clothes: 'small',
    clothesColour: 6,
    background: 'colour',
  },
  channels: [
    { channel: 'app', note: said('entre deux rendez-vous', 'between two meetings') },
    { channel: 'sms', note: said('', '') },
    { channel: 'phone', note: said('s’il est bloqué', 'when he is stuck') },
  ],
  statements: {
    goals: [
      says('En finir tout de suite', 'Be done with it at once', {
        proof: [interviews(9, 11, 35), verbatims(118, 30)],
        weight: 5,
      }),
      says(
        'Ne penser à rien entre l’envoi et l’argent',
        'Not think about it between sending and being paid',
        {
          proof: [interviews(7, 11, 35)],
        },
      ),
    ],
    obstacles: [
      says('Une pièce de plus à fournir', 'One more document to provide', {
        proof: [
          figure(
            '22\u202f% abandonnent quand une pièce manque',
            '22% give up when a document is missing',
            311,
            20,
          ),
        ],
        weight: 5,
      }),
      says('Formulaires trop longs pour un téléphone', 'Forms too long for a phone', {
        proof: [verbatims(66, 30)],
        weight: 4,
      }),
      says('Ne connaît pas ses garanties', 'Does not know his cover', {
        proof: [figure('42\u202f% vérifient leurs droits', '42% check their cover', 2460, 20)],
      }),
    ],
    fears: [
      says('Être mis en attente', 'Being put on hold', { proof: [listening, verbatims(52, 30)], weight: 5 }),
      says('Perdre de l’argent pour un papier égaré', 'Losing money over a mislaid paper', {
        note: inWorkshop,
      }),
    ],
    values: [says('L’efficacité', 'Getting things done', { note: said('supposé', 'assumed') })],
    habits: [
      says('Envoie plusieurs factures d’un coup, en retard', 'Sends several bills at once, late', {
        proof: [interviews(6, 11, 35)],
      }),
      says('Ne regarde presque jamais son dossier', 'Hardly ever looks at his claim', {
        proof: [figure('0,7 consultation par dossier', '0.7 looks per claim', 2460, 20)],
      }),
      says('Lit les SMS, pas les courriels', 'Reads text messages, not e-mails', {
        proof: [figure('ouverture des messages', 'messages opened', 1800, 480)],
        weight: 4,
      }),
    ],
    expectations: [
      says('Un seul geste\u202f: la photo', 'A single gesture: the photo', {
        proof: [interviews(8, 11, 35)],
        weight: 5,
      }),
      says('Être prévenu seulement s’il doit agir', 'Be told only when he has to act', {
        note: inWorkshop,
        weight: 4,
      }),
    ],
    says: [
      says('«\u202fÇa prend combien de temps\u202f?\u202f»', '“How long will this take?”', {
        proof: [listening],
      }),
    ],
    thinks: [
      says('«\u202fPour vingt euros, tant pis.\u202f»', '“For twenty euros, never mind.”', {
        proof: [interviews(5, 11, 35)],
      }),
    ],
    does: [
      says('Abandonne les petites sommes', 'Gives up small amounts', {
        proof: [figure('dossiers sans suite, moins de 30\u202f€', 'claims dropped, under €30', 410, 20)],
        weight: 4,
      }),
    ],
    feels: [says('Agacé plus qu’inquiet', 'Annoyed rather than worried', { proof: [listening] })],
    pains: [
      says('Répéter ce qu’il a déjà tapé', 'Repeating what he has already typed', {
        proof: [verbatims(37, 30)],
      }),
    ],
    gains: [
      says('La notification «\u202fvous êtes payé\u202f»', 'The notification “you have been paid”', {
        note: inWorkshop,
      }),
    ],
    signs: [
      says('Parle vite, on entend la rue', 'Speaks fast, the street can be heard', {
        proof: [listening],
        weight: 4,
      }),
      says('Demande combien de temps cela va prendre', 'Asks how long it will take', {
        proof: [listening],
        weight: 5,
      }),
      says('N’a pas son numéro sous la main', 'Does not have his number at hand', {
        proof: [listening],
        weight: 4,
      }),
      says('Coupe la parole', 'Interrupts', { note: inWorkshop, weight: 2 }),
    ],
    tone: [
      says('La réponse d’abord, les détails s’il les demande', 'The answer first, the details if he asks', {
        proof: [listening],
        weight: 5,
      }),
    ],
    'words-to-use': [says('«\u202fC’est fait\u202f»', '“Done”', { proof: [listening] })],
    'words-to-avoid': [
      says('«\u202fIl faudra nous renvoyer…\u202f»', '“You will have to send us…”', {
        proof: [verbatims(29, 30)],
        answer: said(
          '«\u202fJe vous envoie un lien\u202f: une photo et c’est réglé.\u202f»',
          '“I am sending you a link: one photo and it is settled.”',
        ),
      }),
    ],
    services: [
      says(
        'Un lien par SMS pour photographier la pièce',
        'A link by text message to photograph the document',
        {
          proof: [figure('essai de mai', 'May trial', 96, 50)],
          weight: 5,
        },
      ),
      says('Le rappel à l’heure qu’il choisit', 'A call back at the time he chooses', { note: inWorkshop }),
    ],
    'contact-rhythm': [
      says(
        'Un SMS quand il doit agir, un autre quand il est payé',
        'One text message when he must act, another when he is paid',
        {
          proof: [interviews(7, 11, 35)],
        },
      ),
    ],
    'hard-situations': [
      says('Il manque une pièce', 'A document is missing', {
        proof: [figure('essai de mai', 'May trial', 96, 50)],
        answer: said(
          'Envoyer le lien pendant l’appel et attendre la photo avec lui.',
          'Send the link during the call and wait for the photo with him.',
        ),
        weight: 5,
      }),
      says('Veut une exception, tout de suite', 'Wants an exception, right now', {
        note: inWorkshop,
        answer: said(
          'Dire oui ou non en une phrase, puis la seule chose qui dépend de lui.',
          'Say yes or no in one sentence, then the one thing that is up to him.',
        ),
      }),
    ],
    demographic: [
      says('25–44 ans, seul ou jeune couple', '25–44, alone or a young couple', {
        proof: [figure('base des adhérents', 'member base', 15880, 60)],
      }),
    ],
    geographic: [
      says('Partout, souvent en déplacement', 'Everywhere, often travelling', { note: inWorkshop }),
    ],
    behavioural: [
      says(
        'Envoie par l’application, plus de quatre fois sur cinq',
        'Sends through the app, more than four times in five',
        {
          proof: [figure('83\u202f% des envois', '83% of claims', 2460, 20)],
        },
      ),
    ],
    psychographic: [
      says('Le temps compte plus que l’argent', 'Time counts more than money', {
        proof: [interviews(6, 11, 400)],
      }),
    ],
  },
};
