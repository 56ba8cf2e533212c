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

export const selfReliant: PersonaFrame = {
  name: said('L’autonome', 'The self-reliant'),
  quote: said('Donnez-moi l’accès, je m’en charge.', 'Give me access, I will see to it.'),
  tagline: said(
    'Appeler est déjà un échec\u202f: tout devrait se faire en ligne.',
    'Having to call is a failure in itself: everything should be done online.',
  ),
  story: said(
    'La facture est photographiée dans la salle d’attente, envoyée avant d’arriver au parking. Les garanties, c’est dans un tableau, fait maison, comparé chaque année à celui d’à côté. Le décompte est relu ligne à ligne\u202f; s’il manque deux euros, un message part le soir même, avec l’article du contrat. Une réponse qui renvoie vers un numéro de téléphone, et la confiance baisse d’un cran.',
    'The bill is photographed in the waiting room and sent before reaching the car park. The cover is in a home-made spreadsheet, compared each year with the competition. The statement is read line by line; if two euros are missing, a message leaves that evening quoting the clause of the contract. An answer that refers to a telephone number, and trust drops a notch.',
  ),
  occupation: said('cadre ou profession intermédiaire', 'manager or associate professional'),
  sector: said('services, éducation, technique', 'services, education, engineering'),
  household: said('couple, un ou deux enfants', 'couple, one or two children'),
  circumstances: said('gère les soins de toute la famille', 'looks after the whole family’s care'),
  plain: {
    colour: 1,
    age: { from: 30, to: 50 },
    gender: 'any',
    purchasingPower: 'comfortable',
    advice: 0.12,
    reactivity: 0.55,
    warmth: 0.2,
  },
  avatar: {
    skin: 4,
    hair: 'curlyBun',
    hairColour: 0,
    facialHair: 'none',
    eyes: 'glasses',
    mouth: 'smile',
    nose: 'mediumRound',
    clothes: 'squared',
    clothesColour: 0,
    background: 'colour',
  },
  channels: [
    { channel: 'web', note: said('espace adhérent', 'member area') },
    { channel: 'app', note: said('à toute heure', 'at any hour') },
    { channel: 'e-mail', note: said('pour garder une trace', 'to keep a record') },
  ],
  statements: {
    goals: [
      says('Tout faire en ligne, en une fois', 'Do everything online, in one go', {
        proof: [
          interviews(10, 12, 45),
          figure('96\u202f% des envois en ligne', '96% of claims sent online', 3721, 20),
        ],
        weight: 5,
      }),
      says('Comprendre le calcul, pas seulement le montant', 'Understand the sum, not only the amount', {
        proof: [verbatims(73, 30)],
        weight: 4,
      }),
      says('Retrouver n’importe quel document sans demander', 'Find any document without asking', {
        note: inWorkshop,
      }),
    ],
    obstacles: [
      says('Étapes qui obligent à téléphoner', 'Steps that force a call', {
        proof: [interviews(8, 12, 45), verbatims(51, 30)],
        weight: 5,
      }),
      says('Tableau de garanties impossible à comparer', 'A table of cover that cannot be compared', {
        proof: [interviews(5, 12, 45)],
      }),
      says('Mot de passe redemandé à chaque visite', 'Password asked again at every visit', {
        proof: [figure('test d’usage', 'usability test', 9, 520)],
      }),
    ],
    fears: [
      says('Perdre la main sur son dossier', 'Losing control of the claim', { note: inWorkshop, weight: 4 }),
      says('Que ses données de santé circulent', 'Health data going around', {
        proof: [figure('sondage de mars', 'March survey', 690, 55)],
        weight: 4,
      }),
    ],
    values: [
      says('La transparence', 'Openness', { proof: [interviews(9, 12, 45)] }),
      says('Le temps qu’on ne lui fait pas perdre', 'Time that is not wasted', {
        note: said('supposé', 'assumed'),
      }),
    ],
    habits: [
      says('Envoie par l’application, en salle d’attente', 'Sends through the app, in the waiting room', {
        proof: [
          figure('74\u202f% des envois par l’application', '74% of claims sent through the app', 3721, 20),
        ],
      }),
      says('Compare les contrats chaque automne', 'Compares contracts every autumn', {
        proof: [figure('sondage de rentrée', 'autumn survey', 350, 430)],
      }),
    ],
    expectations: [
      says('Un suivi à jour, sans avoir à demander', 'A claim that can be followed, without asking', {
        proof: [verbatims(96, 30), figure('1,4 consultation par dossier', '1.4 looks per claim', 3721, 20)],
        weight: 5,
      }),
      says('Une réponse écrite, complète, du premier coup', 'One written answer, complete, first time', {
        proof: [interviews(7, 12, 45)],
        weight: 4,
      }),
    ],
    says: [
      says('«\u202fOù est-ce que je clique\u202f?\u202f»', '“Where do I click?”', { proof: [listening] }),
    ],
    thinks: [
      says(
        '«\u202fJ’irais plus vite si on me laissait faire.\u202f»',
        '“It would go faster if they let me do it.”',
        {
          proof: [interviews(6, 12, 45)],
        },
      ),
    ],
    does: [
      says('Relit le décompte ligne à ligne', 'Reads the statement line by line', {
        proof: [
          figure('4\u202f% seulement appellent pendant l’attente', 'only 4% call while they wait', 3721, 20),
        ],
      }),
    ],
    feels: [
      says('La fierté de s’en sortir sans aide', 'Proud of managing without help', { note: inWorkshop }),
    ],
    pains: [
      says('Devoir rappeler aux heures de bureau', 'Having to call back in office hours', {
        proof: [verbatims(44, 30)],
        weight: 4,
      }),
    ],
    gains: [
      says('Le remboursement arrivé sans y penser', 'The money that came without a thought', {
        proof: [interviews(8, 12, 45)],
      }),
    ],
    signs: [
      says('Cite un article du contrat', 'Quotes a clause of the contract', {
        proof: [listening],
        weight: 5,
      }),
      says('A déjà essayé en ligne avant d’appeler', 'Has tried online before calling', {
        proof: [listening],
        weight: 4,
      }),
      says('Demande une réponse par écrit', 'Asks for an answer in writing', {
        proof: [listening],
        weight: 3,
      }),
      says('Corrige le vocabulaire du conseiller', 'Corrects the adviser’s words', {
        weight: 2,
        note: inWorkshop,
      }),
    ],
    tone: [
      says('Précis, sans détour, d’égal à égal', 'Precise, straight, as between equals', {
        proof: [listening],
        weight: 4,
      }),
    ],
    'words-to-use': [
      says('«\u202fVous pourrez le faire vous-même ici\u202f»', '“You can do it yourself here”', {
        proof: [listening],
      }),
    ],
    'words-to-avoid': [
      says('«\u202fNe vous inquiétez pas\u202f»', '“Don’t you worry”', {
        proof: [interviews(4, 12, 45)],
        answer: said('«\u202fVoici la règle et le calcul.\u202f»', '“Here is the rule and the sum.”'),
      }),
    ],
    services: [
      says('Envoyer le lien qui mène droit à l’action', 'Send the link that leads straight to the action', {
        proof: [interviews(9, 12, 45)],
        weight: 4,
      }),
      says('L’export de ses remboursements en tableur', 'Reimbursements as a spreadsheet', {
        note: inWorkshop,
      }),
    ],
    'contact-rhythm': [
      says(
        'Seulement quand quelque chose change\u202f; jamais par téléphone',
        'Only when something changes; never by telephone',
        {
          proof: [figure('préférences de contact', 'contact preferences', 2980, 90)],
        },
      ),
    ],
    'hard-situations': [
      says('Le site est en panne', 'The site is down', {
        proof: [listening],
        answer: said(
          'Dire quand il revient, proposer de faire l’opération maintenant et d’en envoyer la preuve.',
          'Say when it will be back, offer to do it now and to send proof of it.',
        ),
        weight: 4,
      }),
      says('Conteste un calcul', 'Disputes a sum', {
        proof: [verbatims(27, 30)],
        answer: said(
          'Refaire le calcul ensemble, article à l’appui\u202f; reconnaître l’erreur si c’en est une.',
          'Do the sum again together, clause in hand; own the mistake if there is one.',
        ),
      }),
    ],
    demographic: [
      says('30–50 ans, en couple, des enfants', '30–50, in a couple, with children', {
        proof: [figure('base des adhérents', 'member base', 24390, 60)],
      }),
    ],
    geographic: [says('Grandes villes et leur couronne', 'Cities and their suburbs', { note: inWorkshop })],
    behavioural: [
      says('N’appelle presque jamais', 'Hardly ever calls', {
        proof: [figure('4\u202f% d’appels', '4% of calls', 3721, 20)],
      }),
    ],
    psychographic: [
      says('Veut comprendre par soi-même', 'Wants to work it out alone', { proof: [interviews(9, 12, 45)] }),
    ],
  },
};
