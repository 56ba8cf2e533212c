import { type JourneyMap, mapKinds } from '../schema.ts';

/** J1: three questions, and the kind of map they lead to. The words of each answer are the page's. */

/** What is the map for? */
export const purposes = [
  'improve-relation',
  'repair-service',
  'find-needs',
  'align-teams',
  'follow-figures',
] as const;
/** How far does it go? */
export const scopes = ['whole-relation', 'one-service', 'beyond-brand'] as const;
/** What is there to draw it from? Several may be. */
export const materials = ['customer-words', 'figures', 'processes', 'team-knowledge'] as const;

export type Purpose = (typeof purposes)[number];
export type Scope = (typeof scopes)[number];
export type Material = (typeof materials)[number];
type Kind = JourneyMap['kind'];

export type KindAnswers = {
  readonly purpose: Purpose | null;
  readonly scope: Scope | null;
  readonly material: readonly Material[];
};

/** Why a kind: an answer that speaks for it. */
export type KindReason = Purpose | Scope | Material;

/** What to know before beginning: a kind drawn without what it needs is guesswork. */
export type KindCaution = 'needs-customers' | 'needs-processes' | 'assumed' | 'little-said';

export type KindProposal = {
  readonly kind: Kind;
  /** The answers that speak for it, what weighs most first. */
  readonly reasons: readonly KindReason[];
  /** Another kind that the answers speak for nearly as much. */
  readonly nearly: Kind | null;
  readonly cautions: readonly KindCaution[];
};

/**
 * How much an answer speaks for a kind. What for and how far decide; material only tips the scales: it can be gathered,
 * and a map drawn for another purpose than one's own is not read.
 */
const weights: Readonly<Record<KindReason, Readonly<Partial<Record<Kind, number>>>>> = {
  'improve-relation': { journey: 3 },
  'repair-service': { blueprint: 3, journey: 1 },
  'find-needs': { experience: 3 },
  'align-teams': { blueprint: 2, journey: 2 },
  'follow-figures': { journey: 3 },
  'whole-relation': { journey: 3 },
  'one-service': { blueprint: 3, journey: 1 },
  'beyond-brand': { experience: 3 },
  'customer-words': { experience: 1, journey: 1 },
  figures: { journey: 1 },
  processes: { blueprint: 1 },
  'team-knowledge': { journey: 0.5, blueprint: 0.5 },
};

/** The kind of map the answers lead to; answers may be missing, and without any it is the usual one. */
export function chooseKind({ purpose, scope, material }: KindAnswers): KindProposal {
  const answers: readonly KindReason[] = [purpose, scope, ...new Set(material)].filter(
    (answer) => answer !== null,
  );
  const score = (kind: Kind) => answers.reduce((sum, answer) => sum + (weights[answer][kind] ?? 0), 0);
  // Equal scores keep this order: the journey map is the one most teams can draw and read.
  const ranked = [...mapKinds].sort((a, b) => score(b) - score(a));
  const [kind = 'journey', second] = ranked;
  const close = second !== undefined && score(second) > 0 && score(kind) - score(second) <= 1;
  return {
    kind,
    reasons: answers
      .filter((answer) => (weights[answer][kind] ?? 0) > 0)
      .sort((a, b) => weights[b][kind]! - weights[a][kind]!),
    nearly: close ? second : null,
    cautions: cautionsOf(kind, { purpose, scope, material }),
  };
}

function cautionsOf(kind: Kind, { purpose, scope, material }: KindAnswers): KindCaution[] {
  if (purpose === null && scope === null) return ['little-said'];
  const heard = material.includes('customer-words');
  if (kind === 'experience') return heard ? [] : ['needs-customers'];
  if (kind === 'blueprint') return material.includes('processes') ? [] : ['needs-processes'];
  return heard || material.includes('figures') ? [] : ['assumed'];
}
