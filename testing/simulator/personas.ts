import type { ChannelCode, Spoken } from './catalogue.ts';

/**
 * How each persona lives with Mutuelle Horizon. These numbers are the truth the product has to find again: change one
 * and the demonstration tells another story.
 */
export type PersonaCode = 'worrier' | 'self-reliant' | 'hurried' | 'undecided';

/** Shares that sum to 1. */
export type Mix = Readonly<Partial<Record<ChannelCode, number>>>;

export type Persona = Spoken & {
  readonly code: PersonaCode;
  /** Share of all customers. */
  readonly share: number;
  /** Shares of `ageBands` and of `plans`. */
  readonly ages: readonly number[];
  readonly plans: readonly number[];
  /** Checks rights before sending an invoice; through which channels. */
  readonly checksRights: number;
  readonly rightsChannels: Mix;
  readonly sendingChannels: Mix;
  /** Mean number of looks at the file in the days after sending (Poisson, at most six). */
  readonly looks: number;
  /** Calls an adviser during the wait without news, when no document is missing. */
  readonly callsWhileWaiting: number;
  /** Never sends the missing document, and gives up. */
  readonly givesUp: number;
  readonly contests: number;
  readonly contestChannels: Mix;
  /** Turns a contestation into a complaint. */
  readonly escalates: number;
  /** Calls again about a complaint that has no answer yet. */
  readonly recalls: number;
  /** Asks for a quote through; talks to an adviser; signs after having or not having talked. */
  readonly quoteChannels: Mix;
  readonly meetsAdviser: number;
  readonly signsAfterTalk: number;
  readonly signsAlone: number;
  /** Answers the question asked after a touchpoint. */
  readonly answers: number;
  /** Added to the satisfaction of every touchpoint, on 1–5. */
  readonly temper: number;
  /** Shares of promoters and detractors in the survey. */
  readonly promoters: number;
  readonly detractors: number;
  /** Mean effort, 1 (none) to 7 (much). */
  readonly effort: number;
  /** Relative chance of being in the survey sample (digital customers answer more). */
  readonly sampled: number;
};

export const personas: readonly Persona[] = [
  {
    code: 'worrier',
    fr: 'L’inquiète',
    en: 'The worrier',
    share: 0.22,
    ages: [0.03, 0.12, 0.34, 0.4, 0.11],
    plans: [0.22, 0.45, 0.33],
    checksRights: 0.86,
    rightsChannels: { web: 0.48, phone: 0.4, store: 0.12 },
    sendingChannels: { app: 0.5, post: 0.28, web: 0.14, store: 0.08 },
    looks: 2.4,
    callsWhileWaiting: 0.18,
    givesUp: 0.1,
    contests: 0.075,
    contestChannels: { 'e-mail': 0.5, phone: 0.42, post: 0.08 },
    escalates: 0.32,
    recalls: 0.55,
    quoteChannels: { web: 0.34, phone: 0.4, store: 0.26 },
    meetsAdviser: 0.72,
    signsAfterTalk: 0.58,
    signsAlone: 0.16,
    answers: 0.34,
    temper: -0.15,
    promoters: 0.18,
    detractors: 0.49,
    effort: 4.6,
    sampled: 0.8,
  },
  {
    code: 'self-reliant',
    fr: 'L’autonome',
    en: 'The self-reliant',
    share: 0.43,
    ages: [0.14, 0.38, 0.32, 0.14, 0.02],
    plans: [0.4, 0.42, 0.18],
    checksRights: 0.74,
    rightsChannels: { web: 0.6, app: 0.37, phone: 0.03 },
    sendingChannels: { app: 0.74, web: 0.22, post: 0.03, store: 0.01 },
    looks: 1.4,
    callsWhileWaiting: 0.04,
    givesUp: 0.04,
    contests: 0.025,
    contestChannels: { 'e-mail': 0.85, phone: 0.15 },
    escalates: 0.18,
    recalls: 0.2,
    quoteChannels: { web: 0.86, phone: 0.1, store: 0.04 },
    meetsAdviser: 0.2,
    signsAfterTalk: 0.5,
    signsAlone: 0.38,
    answers: 0.22,
    temper: 0.1,
    promoters: 0.46,
    detractors: 0.18,
    effort: 2.7,
    sampled: 1.25,
  },
  {
    code: 'hurried',
    fr: 'Le pressé',
    en: 'The hurried',
    share: 0.28,
    ages: [0.26, 0.46, 0.22, 0.05, 0.01],
    plans: [0.5, 0.36, 0.14],
    checksRights: 0.42,
    rightsChannels: { app: 0.56, web: 0.34, phone: 0.1 },
    sendingChannels: { app: 0.83, web: 0.1, post: 0.04, store: 0.03 },
    looks: 0.7,
    callsWhileWaiting: 0.11,
    givesUp: 0.22,
    contests: 0.04,
    contestChannels: { 'e-mail': 0.45, phone: 0.55 },
    escalates: 0.25,
    recalls: 0.6,
    quoteChannels: { web: 0.66, phone: 0.3, store: 0.04 },
    meetsAdviser: 0.24,
    signsAfterTalk: 0.46,
    signsAlone: 0.3,
    answers: 0.16,
    temper: -0.05,
    promoters: 0.33,
    detractors: 0.31,
    effort: 3.6,
    sampled: 1,
  },
  {
    code: 'undecided',
    fr: 'Indécis',
    en: 'Undecided',
    share: 0.07,
    ages: [0.15, 0.28, 0.29, 0.21, 0.07],
    plans: [0.42, 0.4, 0.18],
    checksRights: 0.62,
    rightsChannels: { web: 0.5, app: 0.3, phone: 0.15, store: 0.05 },
    sendingChannels: { app: 0.66, web: 0.16, post: 0.13, store: 0.05 },
    looks: 1.3,
    callsWhileWaiting: 0.09,
    givesUp: 0.12,
    contests: 0.04,
    contestChannels: { 'e-mail': 0.6, phone: 0.38, post: 0.02 },
    escalates: 0.25,
    recalls: 0.4,
    quoteChannels: { web: 0.62, phone: 0.26, store: 0.12 },
    meetsAdviser: 0.4,
    signsAfterTalk: 0.5,
    signsAlone: 0.26,
    answers: 0.2,
    temper: 0,
    promoters: 0.34,
    detractors: 0.28,
    effort: 3.5,
    sampled: 0.9,
  },
];

/** What does not depend on the persona. */
export const world = {
  /** Share of customers who come as prospects; of complaints about something else than a reimbursement. */
  newcomers: 0.16,
  otherComplaints: 0.03,
  /** Of those who sign, who send an invoice in the months after. */
  firstInvoice: 0.75,
  missingDocument: 0.07,
  /** Payment and statement stamped with the same second. */
  statementTie: 0.3,
  /** Comments written, by score 1…5. */
  writes: [0.72, 0.62, 0.35, 0.38, 0.5],
  /** Customers who write in English when no language is asked for. */
  english: 0.12,
  /** Events that reach the log again with the same id, and events that reach it one to five days late. */
  duplicates: 0.004,
  late: 0.01,
} as const;

/** Median delays in days and spread (standard deviation of the logarithm) of log-normal delays. */
export const delays = {
  rightsToSending: { median: 1, spread: 0.9 },
  sendingToAcknowledgement: { median: 0.004, spread: 0.7 },
  postToAcknowledgement: { median: 4, spread: 0.3 },
  acknowledgementToLook: { median: 1.2, spread: 0.6 },
  lastNewsToPayment: { median: 9, spread: 0.42 },
  acknowledgementToDocumentRequest: { median: 4, spread: 0.4 },
  documentRequestToSending: { median: 3, spread: 0.8 },
  paymentToStatement: { median: 0.6, spread: 0.5 },
  statementToContest: { median: 3, spread: 0.7 },
  contestToAnswer: { median: 12, spread: 0.45 },
  answerToComplaint: { median: 4, spread: 0.8 },
  complaintToAcknowledgement: { median: 1.5, spread: 0.5 },
  complaintToAnswer: { median: 24, spread: 0.5 },
  requestToQuote: { median: 0.3, spread: 0.9 },
  quoteToTalk: { median: 3, spread: 0.7 },
  quoteToSignature: { median: 5, spread: 0.8 },
  signatureToWelcome: { median: 1, spread: 0.4 },
  signatureToCard: { median: 9, spread: 0.35 },
  signatureToFirstInvoice: { median: 45, spread: 0.7 },
} as const;
export type Delay = keyof typeof delays;

/** Mean satisfaction 1–5 of an average customer at each touchpoint, before the persona's temper. */
export const satisfaction: Readonly<Record<string, Mix>> = {
  quote_requested: { web: 3.7, phone: 3.9, store: 4.1 },
  adviser_met: { phone: 4.1, store: 4.4 },
  contract_signed: { web: 3.8, app: 4, store: 4.2 },
  welcome_received: { 'e-mail': 3.6 },
  rights_checked: { web: 3.9, app: 3.8, phone: 4.3, store: 4.2 },
  invoice_sent: { app: 4.1, web: 3.7, post: 2.7, store: 3.9 },
  acknowledgement_received: { 'e-mail': 3, sms: 3, post: 2.8 },
  file_viewed: { app: 3, web: 2.9 },
  document_requested: { 'e-mail': 2.5 },
  adviser_called: { phone: 3.4 },
  payment_received: { bank: 4.4 },
  statement_received: { 'e-mail': 2.8, post: 2.5 },
  amount_contested: { 'e-mail': 2.6, phone: 3.3, post: 2.2 },
  complaint_opened: { web: 2.6, phone: 3, 'e-mail': 2.5, post: 2.2 },
  complaint_recalled: { phone: 2 },
  complaint_answered: { 'e-mail': 3.1, post: 2.8 },
};
