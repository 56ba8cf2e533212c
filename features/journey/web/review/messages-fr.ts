/** Les mots de la relecture de méthode, en français. Espaces fines insécables (U+202F) devant : ; ! ? » et après «. */
export const fr = {
  title: 'Relecture',
  lead: 'La carte relue comme le ferait un consultant.',
  summary: {
    fix_one: '{{count}} point à corriger',
    fix_other: '{{count}} points à corriger',
    improve_one: '{{count}} à renforcer',
    improve_other: '{{count}} à renforcer',
    consider_one: '{{count}} question',
    consider_other: '{{count}} questions',
  },
  severity: {
    fix: 'À corriger',
    improve: 'À renforcer',
    consider: 'À se demander',
  },
  filter: 'Montrer',
  only: {
    all: 'Tout',
    fix: 'Corriger',
    improve: 'Renforcer',
    consider: 'Questions',
  },
  remedy: 'Remède',
  go: 'Voir sur la carte\u202f:',
  dismiss: 'Écarter',
  dismissOne: 'Écarter\u202f: {{place}}',
  reason: 'Pourquoi l’écarter\u202f?',
  reasonHint: 'Votre raison reste sur la carte, pour qui la relira.',
  reasonMissing: 'Dites pourquoi, en quelques mots.',
  keepIt: 'Garder',
  suggest: 'Renommer «\u202f{{title}}\u202f»',
  more_one: 'Montrer l’autre',
  more_other: 'Montrer les {{count}} autres',
  fewer: 'En montrer moins',
  wholeMap: 'Toute la carte',
  inStep: 'dans «\u202f{{step}}\u202f»',
  lastSeen: 'pris en dernier dans «\u202f{{step}}\u202f»',
  dismissed_one: '{{count}} remarque écartée',
  dismissed_other: '{{count}} remarques écartées',
  by: '{{author}}, {{date}}',
  anonymous: 'Quelqu’un',
  restore: 'Reprendre',
  said: {
    dismissed: 'Remarque écartée.',
    restored: 'Remarque reprise.',
    renamed: 'Étape renommée.',
  },
  none: 'Rien à redire',
  noneText:
    'La carte tient\u202f: les étapes sont vécues, les affirmations ont leurs preuves, chaque moment de vérité a sa piste.',
  empty: 'Rien à relire encore',
  emptyText:
    'La relecture commence avec les premières cartes\u202f: écrivez ce que fait le client, elle dira ce qui manque.',
  noneHere: 'Rien de cette sorte.',
  nothing: {
    stage: 'étape sans titre',
    step: 'sous-étape sans titre',
    card: 'carte vide',
    touchpoint: 'point de contact sans nom',
    persona: 'persona sans nom',
    objective: 'objectif sans texte',
  },
  rule: {
    'stage-not-first-person': {
      company: {
        title: 'Étape dite par l’entreprise',
        why: 'Ce titre parle de votre travail, pas de ce que vit le client. La carte se lit alors comme une procédure, et personne ne s’y reconnaît.',
        remedy:
          'Dites ce que fait le client, à la première personne\u202f: «\u202fJ’attends la réponse\u202f».',
      },
      nobody: {
        title: 'Étape que personne ne raconte',
        why: 'Un nom seul ne dit pas qui agit. À la première personne, on voit aussitôt si l’étape est vraiment vécue par le client.',
        remedy:
          'Commencez par «\u202fJe\u202f»\u202f: «\u202fJe compare\u202f» plutôt que «\u202fComparaison\u202f».',
      },
      untitled: {
        title: 'Étape sans titre',
        why: 'Des cartes sont écrites ici, mais rien ne dit ce que fait le client. Sans titre, l’étape ne se présente ni ne se compare.',
        remedy: 'Donnez-lui un titre à la première personne.',
      },
    },
    'too-many-stages': {
      main: {
        title: 'Beaucoup d’étapes pour une première carte',
        why: 'Cette carte compte {{count}} étapes. Au-delà de {{most}}, une première carte se termine rarement et ne se lit plus d’un regard.',
        remedy: 'Gardez les grandes étapes, et racontez le détail de l’une d’elles dans une carte à part.',
      },
    },
    'empty-step': {
      main: {
        title: 'Sous-étape vide',
        why: 'Rien n’est écrit ici, alors que le reste de la carte est rempli. Ou le client n’y vit rien, ou personne ne le lui a demandé.',
        remedy: 'Demandez-le à un client, ou retirez la sous-étape.',
      },
    },
    'step-without-interaction': {
      main: {
        title: 'Sous-étape sans rencontre',
        why: 'Le client fait quelque chose mais ne rencontre personne, ni canal ni conseiller. C’est souvent là que naissent les appels et les abandons.',
        remedy: 'Ajoutez le point de contact oublié, ou celui qui devrait exister.',
      },
      moment: {
        title: 'Moment de vérité sans rencontre',
        why: 'C’est ici que la relation peut basculer, et le client y est seul. Ce qu’il en retiendra se décide sans vous.',
        remedy: 'Ajoutez le point de contact par lequel vous pouvez être là.',
      },
    },
    'touchpoint-without-channel': {
      main: {
        title: 'Point de contact sans canal',
        why: 'On ne sait pas par où passe le client. Sans canal, ce point de contact ne se mesure pas et ne se confie à personne.',
        remedy: 'Choisissez un canal, ou nommez le vôtre.',
      },
      untitled: {
        title: 'Point de contact sans nom ni canal',
        why: 'On sait qu’il y a une rencontre, pas laquelle. Une case ainsi remplie rassure sans rien dire.',
        remedy: 'Nommez-le et choisissez son canal, ou retirez-le.',
      },
    },
    'duplicate-touchpoints': {
      'same-events': {
        title: 'Un seul événement, plusieurs messages',
        why: 'Ces points de contact sont reliés aux mêmes événements\u202f: pour le client, il ne s’est passé qu’une chose. Redite, une nouvelle inquiète ou lasse.',
        remedy: 'Gardez le message que le client attend, ou dites en quoi l’autre lui sert.',
      },
      'same-step': {
        title: 'Plusieurs messages dans une sous-étape',
        why: 'L’entreprise écrit ici plusieurs fois de suite. Le client n’y voit peut-être qu’un seul événement.',
        remedy: 'Relisez-les comme si vous les receviez, et fusionnez ceux qui disent la même chose.',
      },
    },
    'channel-lost-after-purchase': {
      main: {
        title: 'Canal qui disparaît après',
        why: 'Le client prend ce canal avant ou pendant, et ne le retrouve nulle part après. Il continuera d’y chercher de l’aide.',
        remedy: 'Proposez-le après aussi, ou dites clairement où s’adresser.',
      },
    },
    'statement-without-evidence': {
      claimed: {
        title: 'Dit prouvé, sans preuve',
        why: 'La carte est marquée comme prouvée et ne montre rien à l’appui. Une seule affirmation de ce genre fait douter des autres.',
        remedy: 'Ajoutez la preuve, ou marquez la carte comme supposée.',
      },
      heavy: {
        title: 'Affirmation qui pèse, sans preuve',
        why: 'L’équipe lui donne un grand poids et personne ne l’a vérifiée. C’est pour elle qu’on risque de dépenser en vain.',
        remedy: 'Vérifiez-la d’abord\u202f: trois entretiens ou un chiffre suffisent souvent.',
      },
      assumed: {
        title: 'Affirmations supposées',
        why: 'Elles viennent de l’équipe, pas des clients. C’est normal au début, à condition de savoir lesquelles vérifier.',
        remedy: 'Choisissez celles qui comptent le plus, et demandez à des clients.',
      },
    },
    'evidence-past-date': {
      past: {
        title: 'Preuve périmée',
        why: 'La preuve la plus récente a plus d’un an. Ce que vivent les clients a pu changer, et la carte le dit toujours au présent.',
        remedy: 'Cherchez une preuve récente, ou repassez la carte en supposé.',
      },
      undated: {
        title: 'Preuve sans date',
        why: 'Rien ne dit de quand date cette preuve. On ne saura pas quand elle aura vieilli.',
        remedy: 'Notez la date de l’entretien ou du relevé.',
      },
    },
    'one-sided': {
      'only-pains': {
        title: 'Que des irritants',
        why: 'La carte compte {{count}} irritants et aucun enchantement. En réparant, on risque de supprimer ce que les clients aiment déjà.',
        remedy: 'Demandez aux clients ce qu’ils ne voudraient pas perdre.',
      },
      'only-delights': {
        title: 'Que des enchantements',
        why: 'La carte compte {{count}} enchantements et aucun irritant. Une carte qui ne dérange personne ne fait rien décider.',
        remedy: 'Relisez les réclamations, ou demandez à ceux qui répondent au téléphone.',
      },
    },
    'persona-without-curve': {
      none: {
        title: 'Persona sans courbe',
        why: 'Ce persona est sur la carte et l’on ne sait pas ce qu’il ressent. Rien ne montre en quoi son parcours diffère de celui des autres.',
        remedy: 'Tracez son ressenti, au moins à trois sous-étapes.',
      },
      'one-point': {
        title: 'Courbe d’un seul point',
        why: 'Un point seul ne dit ni montée ni chute. Or c’est le changement qui se remarque et se raconte.',
        remedy: 'Posez au moins un autre point.',
      },
    },
    'low-point-unexplained': {
      main: {
        title: 'Chute sans explication',
        why: 'La courbe descend très bas, et ni irritant ni note ne dit pourquoi. Qui lira la carte dans six mois ne le saura plus.',
        remedy: 'Écrivez l’irritant, ou la phrase entendue sur le point.',
      },
    },
    'moment-without-opportunity': {
      main: {
        title: 'Moment de vérité sans piste',
        why: 'La relation peut basculer ici et rien n’est proposé. C’est là qu’un effort se remarque le plus.',
        remedy: 'Ajoutez une opportunité à cette sous-étape, même modeste.',
      },
    },
    'expectation-unanswered': {
      main: {
        title: 'Attente sans réponse',
        why: 'Sur la carte cible, rien ne répond à cette attente\u202f: ni solution, ni enchantement, ni lien. Le parcours changera sans donner ce qui était demandé.',
        remedy: 'Ajoutez la solution, reliez-la, ou dites que l’attente est tenue.',
      },
      dropped: {
        title: 'Attente oubliée en route',
        why: 'Elle était déçue sur la carte actuelle, et la cible n’en parle plus. Elle ne disparaîtra pas d’elle-même.',
        remedy: 'Reprenez-la sur la cible, avec ce qui y répond.',
      },
    },
    'no-objective': {
      main: {
        title: 'Carte sans objectif',
        why: 'Rien ne dit ce que cette carte doit changer. On ne pourra ni choisir entre deux pistes, ni dire si l’effort a payé.',
        remedy: 'Ajoutez un objectif, avec un chiffre et une date.',
      },
    },
    'objective-without-figure': {
      nothing: {
        title: 'Objectif sans chiffre',
        why: 'Aucun chiffre ne permettra de dire s’il est atteint. Chacun pourra croire que oui.',
        remedy: 'Donnez un point de départ, une cible et une date.',
      },
      'no-target': {
        title: 'Objectif sans cible',
        why: 'On sait d’où l’on part, pas où l’on veut aller. Sans cible, tout progrès suffit, ou aucun.',
        remedy: 'Fixez la valeur à atteindre, et pour quand.',
      },
      'no-start': {
        title: 'Objectif sans point de départ',
        why: 'La cible est dite, pas la valeur d’aujourd’hui. On ne pourra pas montrer le chemin parcouru.',
        remedy: 'Notez la valeur actuelle, ou reliez l’objectif à une mesure.',
      },
    },
  },
} as const;
