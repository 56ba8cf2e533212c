import type { Locale } from '#kit/locale.ts';
import type { CsatQuestion } from '#testing/simulator/survey.ts';
import type { ScoreColumn } from '#voice/domain/survey.ts';

type Words = {
  readonly workspace: string;
  readonly zone: string;
  readonly source: string;
  readonly survey: string;
  readonly eventsFile: string;
  readonly surveyFile: string;
  readonly surveyMap: string;
  /** Titles of the stages of the map proposed from the survey, in order. */
  readonly surveyStages: readonly string[];
  /** Columns of both files as the reader calls them; `persona` keeps its name, the example map is bound to it. */
  readonly attributes: Readonly<Record<'plan' | 'region' | 'age_band', string>>;
  readonly nps: string;
  readonly ces: string;
  readonly questions: Readonly<Record<CsatQuestion, string>>;
};

/** What the demonstration is called, in each language. */
export const words: Readonly<Record<Locale, Words>> = {
  fr: {
    workspace: 'Mutuelle Horizon (données simulées)',
    zone: 'Europe/Paris',
    source: 'Parcours des adhérents (simulés)',
    survey: 'Enquête annuelle (simulée)',
    eventsFile: 'parcours-simules.csv',
    surveyFile: 'enquete-simulee.csv',
    surveyMap: 'Ce que dit l’enquête, point par point',
    surveyStages: ['Je vis mon remboursement', 'Je fais le bilan'],
    attributes: { plan: 'formule', region: 'région', age_band: 'âge' },
    nps: 'Recommandation',
    ces: 'Effort demandé',
    questions: {
      csat_rights: 'Vérifier mes droits en ligne',
      csat_app: 'Envoyer par l’application',
      csat_post: 'Envoyer par courrier',
      csat_follow_up: 'Suivre mon dossier',
      csat_adviser: 'Appeler un conseiller',
      csat_payment: 'Recevoir le virement',
      csat_statement: 'Lire le décompte',
    },
  },
  en: {
    workspace: 'Horizon Health Cover (simulated data)',
    zone: 'Europe/London',
    source: 'Members’ journeys (simulated)',
    survey: 'Yearly survey (simulated)',
    eventsFile: 'simulated-journeys.csv',
    surveyFile: 'simulated-survey.csv',
    surveyMap: 'What the survey says, touchpoint by touchpoint',
    surveyStages: ['I live my reimbursement', 'I take stock'],
    attributes: { plan: 'plan', region: 'region', age_band: 'age' },
    nps: 'Recommendation',
    ces: 'Effort asked of me',
    questions: {
      csat_rights: 'Checking my cover online',
      csat_app: 'Sending through the app',
      csat_post: 'Sending by post',
      csat_follow_up: 'Following my claim',
      csat_adviser: 'Calling an adviser',
      csat_payment: 'Receiving the transfer',
      csat_statement: 'Reading the statement',
    },
  },
};

/** How the questions of the simulated survey are read: scales and codes as `surveyCodes` of the simulator says. */
export function scoreColumns(language: Locale): ScoreColumn[] {
  const { nps, ces, questions } = words[language];
  const csat = Object.entries(questions).map(
    ([column, label]): ScoreColumn => ({
      column,
      label,
      kind: 'csat',
      scale: { min: 1, max: 5 },
      noAnswer: ['0', '6'],
    }),
  );
  return [
    ...csat,
    { column: 'ces', label: ces, kind: 'ces', scale: { min: 1, max: 7 }, noAnswer: ['8'] },
    { column: 'nps', label: nps, kind: 'nps', scale: { min: 0, max: 10 }, noAnswer: ['11'] },
  ];
}
