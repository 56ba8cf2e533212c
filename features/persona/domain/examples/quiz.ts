import type { Locale } from '#kit/locale.ts';
import { type Said, said } from './frame.ts';
import type { ExamplePersona } from './personas.ts';

const situations: readonly { persona: ExamplePersona; situation: Said; explanation: Said }[] = [
  {
    persona: 'worrier',
    situation: said(
      '«\u202fBonjour, excusez-moi de vous déranger. J’ai envoyé ma facture lundi, le dossier 48-213. Vous l’avez bien reçue\u202f?\u202f»',
      '“Good morning, I am sorry to disturb you. I sent my bill on Monday, file 48-213. Have you received it?”',
    ),
    explanation: said(
      'Elle s’excuse, donne son numéro d’elle-même et veut d’abord savoir que c’est arrivé. Répondez à cela avant tout\u202f: «\u202fje l’ai sous les yeux\u202f».',
      'She apologises, gives her number unasked and first of all wants to know it has arrived. Answer that before anything else: “I have it in front of me”.',
    ),
  },
  {
    persona: 'hurried',
    situation: said(
      'On entend la circulation. «\u202fMon numéro\u202f? Je ne l’ai pas là. Dites-moi juste ce qu’il manque, et ça prend combien de temps\u202f?\u202f»',
      'Traffic can be heard. “My number? I don’t have it here. Just tell me what is missing, and how long will it take?”',
    ),
    explanation: said(
      'Il est dans la rue, sans son numéro, et compte les minutes. Un lien par SMS pendant l’appel, une photo, «\u202fc’est fait\u202f».',
      'He is in the street, without his number, counting minutes. A link by text message during the call, one photo, “done”.',
    ),
  },
  {
    persona: 'self-reliant',
    situation: said(
      '«\u202fD’après l’article 4.2, l’orthodontie est prise à 200\u202f%. Votre site affiche 150. Pouvez-vous me répondre par écrit\u202f?\u202f»',
      '“Under clause 4.2, braces are covered at 200%. Your site says 150. Can you answer me in writing?”',
    ),
    explanation: said(
      'Article cité, écart repéré en ligne, réponse écrite demandée\u202f: refaites le calcul, règle à l’appui, et envoyez le lien.',
      'Clause quoted, gap found online, written answer wanted: do the sum again, rule in hand, and send the link.',
    ),
  },
  {
    persona: 'worrier',
    situation: said(
      '«\u202fOn m’a dit que c’était en cours. Mais en cours, ça veut dire quoi\u202f? Il manque quelque chose\u202f? J’ai peut-être mal rempli.\u202f»',
      '“They told me it is being processed. But what does that mean? Is something missing? Perhaps I filled it in wrongly.”',
    ),
    explanation: said(
      '«\u202fEn cours\u202f» l’inquiète plus qu’un délai. Dites où en est la demande, ce qui vient ensuite, et une date.',
      '“Being processed” worries her more than a delay. Say where the claim stands, what comes next, and a date.',
    ),
  },
  {
    persona: 'hurried',
    situation: said(
      '«\u202fVingt euros pour remplir tout ça\u202f? Laissez tomber.\u202f»',
      '“Twenty euros to fill all this in? Forget it.”',
    ),
    explanation: said(
      'Il ne se plaint pas, il abandonne. Ramenez l’effort à un geste\u202f: la photo, maintenant, avec vous.',
      'He does not complain, he gives up. Bring the effort down to one gesture: the photo, now, with you.',
    ),
  },
  {
    persona: 'self-reliant',
    situation: said(
      '«\u202fJ’ai déjà essayé sur l’espace adhérent, le bouton ne répond pas. Je ne veux pas que vous le fassiez, je veux savoir où cliquer.\u202f»',
      '“I have tried in the member area, the button does not respond. I do not want you to do it, I want to know where to click.”',
    ),
    explanation: said(
      'A essayé seul avant d’appeler et veut garder la main. Donnez le chemin, ou dites quand le site revient.',
      'Tried alone before calling and wants to stay in control. Give the way, or say when the site will be back.',
    ),
  },
];

/** Situations to recognise, of the personas of the demonstration. */
export const exampleQuiz = (language: Locale) =>
  situations.map(({ persona, situation, explanation }) => ({
    persona,
    situation: situation[language],
    explanation: explanation[language],
  }));
