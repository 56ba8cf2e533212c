import type { ContractWords } from './words.ts';

/** What is said in French about subscribing and complaining. */
export const frenchContract: ContractWords = {
  quote: {
    low: [
      'Il faut donner son numéro de téléphone avant de voir un prix.',
      'Le devis ne correspond pas à ce que j’avais coché.',
      'Impossible de comparer les formules sur le téléphone.',
    ],
    middling: [
      'Le prix est clair, les garanties beaucoup moins.',
      'Devis reçu, encore faut-il le comprendre.',
      'Beaucoup de questions pour un simple tarif.',
    ],
    high: [
      'Devis obtenu en quatre minutes, sans appels à répétition ensuite.',
      'Les trois formules étaient faciles à comparer.',
      'Le tarif affiché est celui que l’on paie.',
    ],
  },
  adviser: {
    low: [
      'On m’a surtout proposé des options.',
      'La personne lisait sa fiche sans m’écouter.',
      'Rendez-vous pris pour {clock} h, une heure d’attente sur place.',
    ],
    middling: [
      'Échange agréable, un peu trop commercial.',
      'J’ai eu des réponses, pas toutes.',
      'Le conseil était bon, la durée un peu longue.',
    ],
    high: [
      'On m’a déconseillé une option inutile, c’est rare.',
      'La conseillère a pris le temps de comprendre ma situation.',
      'Tout a été dit clairement, y compris ce qui n’est pas couvert.',
      'Un vrai conseil, pas une vente.',
    ],
  },
  signing: {
    low: [
      'La signature électronique a échoué {few} fois.',
      'Des pages de conditions à valider d’un clic, sans résumé.',
      'Le code par SMS n’arrivait jamais.',
    ],
    middling: ['Signature simple, documents trop longs.', 'Ça marche, mais il faut deux appareils.'],
    high: [
      'Signé depuis mon canapé en cinq minutes.',
      'Une page de résumé avant la signature, bonne idée.',
      'La résiliation de l’ancien contrat a été faite à ma place.',
    ],
  },
  welcome: {
    low: [
      'Un message de bienvenue sans la carte, à quoi bon.',
      'Le message est adressé à un autre prénom que le mien.',
      'Bienvenue, et aussitôt de la publicité.',
    ],
    middling: ['Message aimable, peu d’informations utiles.', 'J’aurais préféré la carte tout de suite.'],
    high: [
      'Tout était dans le message : carte, contact, première démarche.',
      'Un accueil simple et chaleureux.',
      'Un nom et un numéro direct dès le premier jour.',
    ],
  },
  complaint: {
    low: [
      'Ma réclamation déposée en {month} est restée sans réponse.',
      'On me demande de renvoyer ce que j’ai déjà envoyé {few} fois.',
      'Il faut en arriver à une réclamation pour {amount} €.',
      'Je change d’interlocuteur à chaque appel.',
      'Le formulaire n’accepte que cinq cents caractères.',
      'Personne ne sait me dire qui traite mon dossier pour {care}.',
    ],
    middling: [
      'Réclamation enregistrée, on verra la suite.',
      'On m’a donné un numéro, pas un délai.',
      'Écoute correcte, mais rien de concret.',
    ],
    high: [
      'Déposer la réclamation a été simple.',
      'Une personne nommée suit ma réclamation.',
      'On m’a indiqué tout de suite le délai de réponse.',
    ],
  },
  answer: {
    low: [
      'Une réponse type qui ne parle pas de mon cas.',
      '{days} jours pour répondre que ce n’est pas de votre ressort.',
      'La réponse cite un article du contrat et s’arrête là.',
    ],
    middling: [
      'La réponse est arrivée, un peu tard.',
      'On a reconnu une partie du problème.',
      'Réclamation traitée, sans un mot d’excuse.',
    ],
    high: [
      'L’erreur est reconnue, avec des excuses.',
      'Réponse claire, signée, avec un numéro direct.',
      'Le problème pour {care} est réglé, et le geste de {amount} € apprécié.',
    ],
  },
};
