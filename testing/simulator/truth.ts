import { createRandom } from '#kit/statistics/random.ts';
import { channels, type EventCode, eventKinds, nameOf } from './catalogue.ts';
import { customerId, drawTraits, noTraits } from './customer.ts';
import { checkOptions, periodStart, type SimulationOptions } from './options.ts';
import { delays, type Mix, personas, world } from './personas.ts';
import { trueMean } from './scores.ts';

/** True probability of a step, for people who had the time to reach it (nothing cut off by the end of the period). */
export type TruePersona = {
  readonly code: string;
  readonly name: string;
  readonly share: number;
  /** P(event at least once | started a reimbursement), without the end of the period. */
  readonly reimbursement: {
    readonly rightsChecked: number;
    readonly documentRequested: number;
    /** Of all who send an invoice. */
    readonly paid: number;
    /** Of all who wait without news (everyone who did not give up over a missing document). */
    readonly callsWhileWaiting: number;
    /** Of all who send an invoice: the figure a map shows for "calls an adviser". */
    readonly callsOfAllInvoices: number;
    /** Of those paid. */
    readonly contests: number;
  };
  /** Of those who ask for a quote. */
  readonly subscription: { readonly meetsAdviser: number; readonly signs: number };
  readonly sendingChannels: Mix;
  readonly rightsChannels: Mix;
  /** Share of touchpoints after which the question asked is answered. */
  readonly answers: number;
  readonly nps: { readonly promoters: number; readonly detractors: number; readonly score: number };
  readonly effort: number;
  /** Mean satisfaction, `event/channel` → 1…5. */
  readonly satisfaction: Readonly<Record<string, number>>;
};

export type Truth = {
  readonly simulated: true;
  readonly seed: number;
  readonly customers: number;
  readonly start: string;
  readonly end: string;
  readonly personas: readonly TruePersona[];
  /** Medians in days of the delays between steps, before the day is squeezed into waking hours (± 0.1 day). */
  readonly medianDays: Readonly<Record<keyof typeof delays, number>>;
  /** Rates of what makes real logs difficult. */
  readonly duplicateRate: number;
  readonly lateRate: number;
  readonly statementTieRate: number;
  readonly newcomerRate: number;
  /** NPS of the whole customer base: what a weighted survey estimates. */
  readonly nps: number;
  /** NPS of those who answer the survey, some personas answering more: what the unweighted figure estimates. */
  readonly npsUnweighted: number;
};

const sampledMean = personas.reduce((sum, p) => sum + p.share * p.sampled, 0);

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * What is true of the simulated world, whatever the draw: to be kept beside the data and compared with what the
 * product finds. The persona of each customer is given by {@link truePersonas}.
 */
export function truth(options: SimulationOptions): Truth {
  checkOptions(options);
  const names = options.names ?? 'code';
  return {
    simulated: true,
    seed: options.seed,
    customers: options.customers,
    start: periodStart(options).toISOString(),
    end: options.end.toISOString(),
    personas: personas.map((persona, index) => {
      const waits = 1 - world.missingDocument * persona.givesUp;
      return {
        code: persona.code,
        name: nameOf(persona, names),
        share: persona.share,
        reimbursement: {
          rightsChecked: persona.checksRights,
          documentRequested: world.missingDocument,
          paid: round(waits),
          callsWhileWaiting: persona.callsWhileWaiting,
          callsOfAllInvoices: round(waits * persona.callsWhileWaiting),
          contests: persona.contests,
        },
        subscription: {
          meetsAdviser: persona.meetsAdviser,
          signs: round(
            persona.meetsAdviser * persona.signsAfterTalk + (1 - persona.meetsAdviser) * persona.signsAlone,
          ),
        },
        sendingChannels: persona.sendingChannels,
        rightsChannels: persona.rightsChannels,
        answers: persona.answers,
        nps: {
          promoters: persona.promoters,
          detractors: persona.detractors,
          score: round(100 * (persona.promoters - persona.detractors)),
        },
        effort: persona.effort,
        satisfaction: satisfactionOf(index),
      };
    }),
    medianDays: Object.fromEntries(
      Object.entries(delays).map(([name, delay]) => [name, delay.median]),
    ) as Record<keyof typeof delays, number>,
    duplicateRate: world.duplicates,
    lateRate: world.late,
    statementTieRate: world.statementTie,
    newcomerRate: world.newcomers,
    nps: round(personas.reduce((sum, p) => sum + 100 * p.share * (p.promoters - p.detractors), 0)),
    npsUnweighted: round(
      personas.reduce((sum, p) => sum + 100 * p.share * p.sampled * (p.promoters - p.detractors), 0) /
        sampledMean,
    ),
  };
}

function satisfactionOf(persona: number): Record<string, number> {
  const means: Record<string, number> = {};
  eventKinds.forEach((kind: { readonly code: EventCode }, k) => {
    channels.forEach((channel, c) => {
      const mean = trueMean(persona, k, c);
      if (mean !== undefined) means[`${kind.code}/${channel.code}`] = round(mean);
    });
  });
  return means;
}

/** Number and persona of every customer, one after the other: the key to check an attribution against. */
export function* truePersonas(
  options: SimulationOptions,
): Generator<{ readonly customer: string; readonly persona: string }, void, undefined> {
  checkOptions(options);
  const names = options.names ?? 'code';
  const words = personas.map((persona) => nameOf(persona, names));
  const random = createRandom(options.seed);
  const traits = noTraits();
  for (let customer = 0; customer < options.customers; customer++) {
    random.restart(options.seed, customer + 1);
    // The first number of the stream says when the customer appears, and is not about who they are.
    random.next();
    drawTraits(random, traits, options.language);
    yield { customer: customerId(customer), persona: words[traits.persona]! };
  }
}
