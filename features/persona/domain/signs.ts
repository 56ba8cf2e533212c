import { channelsInOrder, statementsBySection } from './outline.ts';
import { isStated, usualWeight } from './proof.ts';
import type { Persona } from './schema.ts';

/*
 * "Who am I talking to?": an agent ticks what is heard, and sees the likely personas and why. Naive Bayes over the signs
 * of the personas: each sign heard multiplies the odds, signs being taken as independent given the persona. The weights
 * are the team's judgement, so the figures are an aid to listening; attribution from data is another model.
 */

/** One thing to listen for. Personas that write it with the same words share it. */
export type Sign = {
  /** The words themselves, made comparable: ticking is remembered by it. */
  readonly key: string;
  readonly text: string;
  readonly heldBy: readonly {
    readonly personaId: string;
    readonly statementId: string;
    /** 1 (heard now and then) … 5 (nearly always). */
    readonly weight: number;
  }[];
};

/** Chance of hearing a sign from somebody of a persona that has it, by weight 1 … 5. */
const heardFromOwn = [0.3, 0.45, 0.6, 0.75, 0.9] as const;
/** From somebody of a persona that does not have it. */
const heardFromOthers = 0.15;
/** From somebody who is none of the personas: any sign may come from anybody. */
const heardFromUnknown = 0.25;

/** Chance, before anything is heard, that it is none of them; the personas share the rest unless shares are told. */
export const unknownPrior = 0.1;
/** Probability from which a persona is named. */
export const likelyFrom = 0.7;

/** Words made comparable: case, spaces, quotes and final punctuation do not tell signs apart. */
export const signKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[«»“”"]/g, '')
    .replace(/['’]/g, '’')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[.…!?;:,]+$/, '');

/**
 * All signs of some personas, once each: the first of every persona, then the second of every persona … so that a short
 * list is fair to all.
 */
export function signsOf(personas: Readonly<Record<string, Pick<Persona, 'statements'>>>): Sign[] {
  const columns = Object.entries(personas).map(([personaId, persona]) =>
    statementsBySection(persona)
      .signs.filter(([, statement]) => isStated(statement))
      .map(([statementId, { text, weight }]) => ({
        text: text.trim(),
        holder: { personaId, statementId, weight: weight ?? usualWeight },
      })),
  );
  const byKey = new Map<string, { key: string; text: string; heldBy: Sign['heldBy'][number][] }>();
  for (let row = 0; row < Math.max(0, ...columns.map(({ length }) => length)); row++) {
    for (const column of columns) {
      const sign = column[row];
      if (!sign) continue;
      const key = signKey(sign.text);
      const known = byKey.get(key);
      if (!known) byKey.set(key, { key, text: sign.text, heldBy: [sign.holder] });
      else if (!known.heldBy.some(({ personaId }) => personaId === sign.holder.personaId)) {
        known.heldBy.push(sign.holder);
      }
    }
  }
  return [...byKey.values()];
}

/** What one sign that was heard says about one persona. */
export type Contribution = {
  readonly key: string;
  readonly text: string;
  /** Natural logarithm of the odds it adds against "none of them": above 0 speaks for, under 0 against. */
  readonly logOdds: number;
};

export type LikelyPersona = {
  readonly personaId: string;
  readonly probability: number;
  /** Log odds before anything was heard; with the contributions it sums to the log odds against "none of them". */
  readonly prior: number;
  /** What was heard, what speaks most for this persona first. */
  readonly contributions: readonly Contribution[];
};

export type Recognition = {
  /** The likeliest first. */
  readonly personas: readonly LikelyPersona[];
  /** Probability that it is none of them. */
  readonly unknown: number;
  readonly verdict:
    | { readonly kind: 'likely'; readonly personaId: string }
    /** Nothing was heard yet; what was heard fits several; what was heard fits none. */
    | { readonly kind: 'unknown'; readonly because: 'nothing-heard' | 'several' | 'none' };
  /** Personas that cannot be recognised, and take no part: they have no sign. */
  readonly withoutSigns: readonly string[];
};

/**
 * The likely personas given what was heard (`key`s of signs; what is not in the list is not "not heard", it was not
 * listened for). `shares` (0 … 1 by persona, where known from data) replace equal chances; a persona without share gets
 * the mean of the others. Probabilities and `unknown` sum to 1.
 */
export function likelyPersonas(
  heard: ReadonlySet<string>,
  personas: Readonly<Record<string, Pick<Persona, 'statements'>>>,
  shares: Readonly<Record<string, number>> = {},
): Recognition {
  const signs = signsOf(personas);
  const withSigns = new Set(signs.flatMap(({ heldBy }) => heldBy.map(({ personaId }) => personaId)));
  const ids = Object.keys(personas).filter((id) => withSigns.has(id));
  const ticked = signs.filter(({ key }) => heard.has(key));
  const priors = priorsOf(ids, shares);
  const scored = ids.map((personaId) => {
    const contributions = ticked
      .map(({ key, text, heldBy }): Contribution => {
        const own = heldBy.find((holder) => holder.personaId === personaId);
        const chance = own ? heardFromOwn[own.weight - 1]! : heardFromOthers;
        return { key, text, logOdds: Math.log(chance / heardFromUnknown) };
      })
      .sort((a, b) => b.logOdds - a.logOdds);
    const prior = Math.log(priors[personaId]! / unknownPrior);
    const logOdds = contributions.reduce((sum, one) => sum + one.logOdds, prior);
    return { personaId, prior, contributions, logOdds };
  });
  // The largest is taken out first: two hundred signs would overflow the exponential otherwise.
  const top = Math.max(0, ...scored.map(({ logOdds }) => logOdds));
  const total = scored.reduce((sum, { logOdds }) => sum + Math.exp(logOdds - top), Math.exp(-top));
  const unknown = Math.exp(-top) / total;
  const found = scored
    .map(({ logOdds, ...one }): LikelyPersona => ({ ...one, probability: Math.exp(logOdds - top) / total }))
    .sort((a, b) => b.probability - a.probability);
  return {
    personas: found,
    unknown,
    verdict: verdictOf(ticked.length, found[0], unknown),
    withoutSigns: Object.keys(personas).filter((id) => !withSigns.has(id)),
  };
}

function verdictOf(heard: number, best: LikelyPersona | undefined, unknown: number): Recognition['verdict'] {
  if (heard === 0) return { kind: 'unknown', because: 'nothing-heard' };
  if (best && best.probability >= likelyFrom) return { kind: 'likely', personaId: best.personaId };
  return { kind: 'unknown', because: unknown >= (best?.probability ?? 0) ? 'none' : 'several' };
}

function priorsOf(
  ids: readonly string[],
  shares: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const told = ids.filter((id) => Object.hasOwn(shares, id) && shares[id]! > 0);
  const mean =
    told.length === 0 ? 1 : told.reduce((sum, id) => sum + shares[id]!, 0) / Math.max(1, told.length);
  const raw = ids.map((id) => (told.includes(id) ? shares[id]! : mean));
  const sum = raw.reduce((total, share) => total + share, 0);
  return Object.fromEntries(ids.map((id, index) => [id, ((1 - unknownPrior) * raw[index]!) / sum]));
}

/** What to have before the eyes while talking to somebody of a persona: its script, section by section. */
export function serviceScript(persona: Pick<Persona, 'statements' | 'channels'>) {
  const { tone, services, ...rest } = statementsBySection(persona);
  return {
    signs: rest.signs,
    tone,
    wordsToUse: rest['words-to-use'],
    wordsToAvoid: rest['words-to-avoid'],
    services,
    channels: channelsInOrder(persona),
    contactRhythm: rest['contact-rhythm'],
    hardSituations: rest['hard-situations'],
  };
}
