/** The words of the choice of a kind of map. */
export const messages = {
  en: {
    purpose: {
      label: 'What is the map for?',
      'improve-relation': 'Improve what customers live with us',
      'repair-service': 'Repair a service that works badly',
      'find-needs': 'Find needs that nobody serves',
      'align-teams': 'Bring the teams to agree',
      'follow-figures': 'Follow figures and decide',
    },
    scope: {
      label: 'How far does it go?',
      'whole-relation': 'The whole relation with us',
      'one-service': 'One service, in detail',
      'beyond-brand': 'A need, with or without us',
    },
    material: {
      label: 'What do you start from?',
      hint: 'Several answers are possible.',
      'customer-words': 'Words of customers: interviews, verbatims',
      figures: 'Figures: events, surveys',
      processes: 'Procedures: who does what, with which tools',
      'team-knowledge': 'What the team knows',
    },
    proposal: 'proposed',
    because: 'Proposed because:',
    becauseOther: '“{{kind}}” was proposed because:',
    nearly: 'Nearly as good: {{kind}}.',
    kinds: 'Kind of map',
    kind: {
      journey: 'Customer journey map',
      experience: 'Experience map',
      blueprint: 'Service blueprint',
    },
    kindText: {
      journey:
        'What a customer lives with you, stage by stage: what they do, which way they take, what they feel, what could be done.',
      experience:
        'A need as a whole, beyond the brand: what the person does, thinks and feels, and everyone who has a part in it.',
      blueprint:
        'What the customer does and, behind the lines, who makes it possible: front stage, back stage, support.',
    },
    reason: {
      'improve-relation':
        'you want to improve what customers live: the curve and the irritants show where to begin',
      'repair-service': 'you are repairing a service: one must see behind the lines who does what',
      'find-needs': 'you are looking for needs nobody serves: they show outside the brand',
      'align-teams': 'you want the teams to agree: each finds itself on the map',
      'follow-figures': 'you follow figures: each cell of this map can be bound to data',
      'whole-relation': 'you take the whole relation: it is told in stages, from the wish to the memory',
      'one-service': 'you detail one service: cost and delay are decided back stage',
      'beyond-brand': 'the need goes beyond the brand: others count in it as much as you',
      'customer-words': 'you have words of customers: they become thoughts, expectations and irritants',
      figures: 'you have figures: they are read in the cells',
      processes: 'you have the procedures: they fill the back stage',
      'team-knowledge': 'the team knows enough to begin',
    },
    caution: {
      'needs-customers':
        'Without words of customers, an experience map tells what one imagines. Plan three interviews.',
      'needs-processes':
        'Without the procedures, the back stage will stay empty. Invite those who do the work.',
      assumed:
        'Without words of customers or figures, the map will be assumed. A good beginning, to be checked afterwards.',
      'little-said': 'Answer the questions for a proposal, or choose directly.',
    },
  },
  fr: {
    purpose: {
      label: 'À quoi servira la carte\u202f?',
      'improve-relation': 'Améliorer ce que les clients vivent avec nous',
      'repair-service': 'Réparer un service qui marche mal',
      'find-needs': 'Trouver des besoins que personne ne sert',
      'align-teams': 'Mettre les équipes d’accord',
      'follow-figures': 'Suivre des chiffres et décider',
    },
    scope: {
      label: 'Jusqu’où va-t-elle\u202f?',
      'whole-relation': 'Toute la relation avec nous',
      'one-service': 'Un service, en détail',
      'beyond-brand': 'Un besoin, avec ou sans nous',
    },
    material: {
      label: 'De quoi partez-vous\u202f?',
      hint: 'Plusieurs réponses possibles.',
      'customer-words': 'Des mots de clients\u202f: entretiens, verbatims',
      figures: 'Des chiffres\u202f: événements, enquêtes',
      processes: 'Des procédures\u202f: qui fait quoi, avec quels outils',
      'team-knowledge': 'Ce que sait l’équipe',
    },
    proposal: 'proposé',
    because: 'Proposé parce que\u202f:',
    becauseOther: '«\u202f{{kind}}\u202f» était proposé parce que\u202f:',
    nearly: 'Presque aussi bien\u202f: {{kind}}.',
    kinds: 'Nature de la carte',
    kind: {
      journey: 'Parcours client',
      experience: 'Carte d’expérience',
      blueprint: 'Blueprint de service',
    },
    kindText: {
      journey:
        'Ce qu’un client vit avec vous, étape par étape\u202f: ce qu’il fait, par où il passe, ce qu’il ressent, ce qu’on pourrait faire.',
      experience:
        'Un besoin en entier, au-delà de la marque\u202f: ce que la personne fait, pense, ressent, et tous ceux qui y jouent un rôle.',
      blueprint:
        'Ce que fait le client et, derrière les lignes, qui le rend possible\u202f: sur scène, en coulisses, en support.',
    },
    reason: {
      'improve-relation':
        'vous voulez améliorer ce que vivent les clients\u202f: la courbe et les irritants montrent où commencer',
      'repair-service': 'vous réparez un service\u202f: il faut voir derrière les lignes qui fait quoi',
      'find-needs': 'vous cherchez des besoins non servis\u202f: ils se voient hors de la marque',
      'align-teams': 'vous voulez mettre les équipes d’accord\u202f: chacune se retrouve sur la carte',
      'follow-figures':
        'vous suivez des chiffres\u202f: chaque case de ce parcours peut être reliée aux données',
      'whole-relation':
        'vous prenez toute la relation\u202f: elle se raconte en étapes, de l’envie au souvenir',
      'one-service': 'vous détaillez un seul service\u202f: le coût et les délais se jouent en coulisses',
      'beyond-brand': 'le besoin dépasse la marque\u202f: d’autres acteurs y comptent autant que vous',
      'customer-words': 'vous avez des mots de clients\u202f: ils deviennent pensées, attentes et irritants',
      figures: 'vous avez des chiffres\u202f: ils se lisent dans les cases',
      processes: 'vous avez les procédures\u202f: elles remplissent les coulisses',
      'team-knowledge': 'l’équipe en sait déjà assez pour commencer',
    },
    caution: {
      'needs-customers':
        'Sans mots de clients, une carte d’expérience raconte ce qu’on imagine. Prévoyez trois entretiens.',
      'needs-processes':
        'Sans les procédures, les coulisses resteront vides. Invitez ceux qui font le travail.',
      assumed:
        'Sans mots de clients ni chiffres, la carte sera supposée. C’est un bon début, à vérifier ensuite.',
      'little-said': 'Répondez aux questions pour une proposition, ou choisissez directement.',
    },
  },
} as const;
