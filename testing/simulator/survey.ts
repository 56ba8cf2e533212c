import type { Writable } from 'node:stream';
import { createRandom, type Random } from '#kit/statistics/random.ts';
import { ByteRows } from './byte-rows.ts';
import { ageBands, type ChannelCode, channels, type EventCode, nameOf, plans, regions } from './catalogue.ts';
import { customerId, drawIndex, drawTraits, noTraits, type Traits } from './customer.ts';
import { quoted } from './events-csv.ts';
import { channelIndex, kindIndex } from './journeys.ts';
import { checkOptions, type SimulationOptions } from './options.ts';
import { type Mix, type Persona, personas } from './personas.ts';
import { drawScore } from './scores.ts';
import { moodOf, writeComment } from './verbatims.ts';

/**
 * The yearly survey of Mutuelle Horizon: one row per respondent, with the habits of real survey files. 11 means no
 * answer on the 0–10 question; 0 means no answer and 6 "never used" on the 1–5 questions; 8 no answer on effort 1–7.
 * Digital customers answer more often than others: `weight` puts that right, so that the weighted figures estimate the
 * whole base (`truth().nps`) and the unweighted ones do not.
 */
export type SurveyRow = {
  readonly respondent: string;
  readonly customer: string;
  /** ISO date. */
  readonly date: string;
  readonly persona: string;
  /** Through which the survey was answered. */
  readonly channel: string;
  readonly language: 'fr' | 'en';
  readonly plan: string;
  readonly region: string;
  readonly ageBand: string;
  readonly weight: number;
  readonly nps: number;
  readonly csat: Readonly<Record<CsatQuestion, number>>;
  readonly ces: number;
  readonly comment: string;
};

/** Questions 1–5, and the touchpoint each asks about. */
export const csatQuestions = {
  csat_rights: ['rights_checked', 'web'],
  csat_app: ['invoice_sent', 'app'],
  csat_post: ['invoice_sent', 'post'],
  csat_follow_up: ['file_viewed', 'app'],
  csat_adviser: ['adviser_called', 'phone'],
  csat_payment: ['payment_received', 'bank'],
  csat_statement: ['statement_received', 'e-mail'],
} as const satisfies Readonly<Record<string, readonly [EventCode, ChannelCode]>>;
export type CsatQuestion = keyof typeof csatQuestions;

export const surveyCodes = { npsNoAnswer: 11, csatNoAnswer: 0, csatNeverUsed: 6, cesNoAnswer: 8 } as const;

export type SurveyOptions = SimulationOptions & {
  readonly respondents: number;
  /** Share of questions left blank; 0.03 unless told. */
  readonly blanks?: number;
};

const sampledMean = personas.reduce((sum, persona) => sum + persona.share * persona.sampled, 0);

/** Chance that a persona has ever used the touchpoint asked about. */
function everUsed(question: CsatQuestion, persona: Persona): number {
  if (question === 'csat_rights') return persona.checksRights * (persona.rightsChannels.web ?? 0);
  if (question === 'csat_app') return persona.sendingChannels.app ?? 0;
  if (question === 'csat_post') return persona.sendingChannels.post ?? 0;
  if (question === 'csat_follow_up') return 1 - Math.exp(-persona.looks);
  if (question === 'csat_adviser') return persona.callsWhileWaiting;
  return 1;
}

/** 0–10 with the persona's true shares of promoters and detractors. */
function drawNps(random: Random, persona: Persona): number {
  const u = random.next();
  if (u < persona.promoters) return random.chance(0.55) ? 9 : 10;
  if (u >= 1 - persona.detractors) return [6, 6, 5, 5, 5, 4, 3, 2, 1, 0][random.below(10)]!;
  return random.chance(0.5) ? 7 : 8;
}

/** 1–7, one plus a binomial of six trials with the persona's true mean. */
function drawEffort(random: Random, mean: number): number {
  let effort = 1;
  for (let i = 0; i < 6; i++) if (random.chance((mean - 1) / 6)) effort++;
  return effort;
}

/** How people answer: by SMS or e-mail, in the app, on paper. */
const answeredThrough: Readonly<Record<Persona['code'], Mix>> = {
  worrier: { 'e-mail': 0.5, post: 0.3, sms: 0.2 },
  'self-reliant': { 'e-mail': 0.5, app: 0.4, sms: 0.1 },
  hurried: { sms: 0.5, app: 0.35, 'e-mail': 0.15 },
  undecided: { 'e-mail': 0.5, sms: 0.3, app: 0.2 },
};

function drawMix(random: Random, mix: Mix): ChannelCode {
  const entries = Object.entries(mix) as [ChannelCode, number][];
  return entries[
    drawIndex(
      random.next(),
      entries.map(([, share]) => share),
    )
  ]![0];
}

/** Draws people until one agrees: chances are relative, the largest is certain. */
const mostSampled = Math.max(...personas.map((persona) => persona.sampled));

/** Respondents in the order of their answers, spread over the last month of the period. */
export function* simulateSurvey(options: SurveyOptions): Generator<SurveyRow, void, undefined> {
  checkOptions(options);
  const names = options.names ?? 'code';
  const blanks = options.blanks ?? 0.03;
  const random = createRandom(options.seed, -1);
  const person = createRandom(options.seed);
  const traits: Traits = noTraits();
  const month = 28 * 86_400_000;
  for (let i = 0; i < options.respondents; i++) {
    let customer = 0;
    do {
      customer = random.below(options.customers);
      person.restart(options.seed, customer + 1);
      person.next();
      drawTraits(person, traits, options.language);
    } while (!random.chance(personas[traits.persona]!.sampled / mostSampled));
    const persona = personas[traits.persona]!;
    const at = new Date(options.end.getTime() - month + Math.floor((month * i) / options.respondents));
    const blank = (): boolean => random.chance(blanks);
    const npsAnswer = drawNps(random, persona);
    const csat = Object.fromEntries(
      Object.entries(csatQuestions).map(([question, [event, where]]) => {
        const used = random.chance(everUsed(question as CsatQuestion, persona));
        const score = drawScore(
          random.next(),
          traits.persona,
          kindIndex[event],
          channelIndex[where],
          traits.mood,
        );
        const left = blank();
        return [question, !used ? surveyCodes.csatNeverUsed : left ? surveyCodes.csatNoAnswer : score];
      }),
    ) as Record<CsatQuestion, number>;
    const effort = drawEffort(random, persona.effort);
    // 0–6 is a low mood, 7–8 a middling one, 9–10 a high one: on 1–5, 2, 3 and 5.
    const mood = moodOf(npsAnswer >= 9 ? 5 : npsAnswer >= 7 ? 3 : 2);
    const writes = random.chance(0.42);
    const comment = writeComment(random, {
      topic: 'overall',
      mood,
      persona: persona.code,
      english: traits.english,
      month: at.getUTCMonth(),
    });
    yield {
      respondent: `E${String(i + 1).padStart(6, '0')}`,
      customer: customerId(customer),
      date: at.toISOString().slice(0, 10),
      persona: nameOf(persona, names),
      channel: nameOf(channels[channelIndex[drawMix(random, answeredThrough[persona.code])]]!, names),
      language: traits.english ? 'en' : 'fr',
      plan: plans[traits.plan]!,
      region: regions[traits.region]!,
      ageBand: ageBands[traits.age]!,
      weight: Math.round((10_000 * sampledMean) / persona.sampled) / 10_000,
      nps: blank() ? surveyCodes.npsNoAnswer : npsAnswer,
      csat,
      ces: blank() ? surveyCodes.cesNoAnswer : effort,
      comment: writes ? comment : '',
    };
  }
}

const questions = Object.keys(csatQuestions) as CsatQuestion[];

export const surveyColumns = [
  'respondent',
  'customer',
  'date',
  'persona',
  'channel',
  'language',
  'plan',
  'region',
  'age_band',
  'weight',
  'nps',
  ...questions,
  'ces',
  'comment',
] as const;

/** Writes the survey as CSV (UTF-8, comma, header). Does not end the stream. */
export async function writeSurveyCsv(
  out: Writable,
  options: SurveyOptions,
): Promise<{ readonly respondents: number; readonly bytes: number }> {
  const rows = new ByteRows(out);
  rows.text(`${surveyColumns.join(',')}\n`);
  let respondents = 0;
  for (const row of simulateSurvey(options)) {
    const fields = [
      row.respondent,
      row.customer,
      row.date,
      row.persona,
      row.channel,
      row.language,
      row.plan,
      row.region,
      row.ageBand,
      row.weight,
      row.nps,
      ...questions.map((question) => row.csat[question]),
      row.ces,
      row.comment === '' ? '' : quoted(row.comment),
    ];
    rows.text(`${fields.join(',')}\n`);
    respondents++;
    if (rows.full) await rows.flush();
  }
  await rows.flush();
  return { respondents, bytes: rows.written };
}
