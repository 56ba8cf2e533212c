import type { PartName } from '../dependents.ts';
import type { PartReference } from '../reference.ts';
import type { JourneyMap } from '../schema.ts';

/** The rules of the craft, in the order in which a consultant would go through them. One file each. */
export const ruleNames = [
  'stage-not-first-person',
  'too-many-stages',
  'empty-step',
  'step-without-interaction',
  'touchpoint-without-channel',
  'duplicate-touchpoints',
  'channel-lost-after-purchase',
  'statement-without-evidence',
  'evidence-past-date',
  'one-sided',
  'persona-without-curve',
  'low-point-unexplained',
  'moment-without-opportunity',
  'expectation-unanswered',
  'no-objective',
  'objective-without-figure',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** What each rule may find: the sentences of the page are written for these. */
export const findings = {
  'stage-not-first-person': ['company', 'nobody', 'untitled'],
  'too-many-stages': ['main'],
  'empty-step': ['main'],
  'step-without-interaction': ['main', 'moment'],
  'touchpoint-without-channel': ['main', 'untitled'],
  'duplicate-touchpoints': ['same-events', 'same-step'],
  'channel-lost-after-purchase': ['main'],
  'statement-without-evidence': ['claimed', 'heavy', 'assumed'],
  'evidence-past-date': ['past', 'undated'],
  'one-sided': ['only-pains', 'only-delights'],
  'persona-without-curve': ['none', 'one-point'],
  'low-point-unexplained': ['main'],
  'moment-without-opportunity': ['main'],
  'expectation-unanswered': ['main', 'dropped'],
  'no-objective': ['main'],
  'objective-without-figure': ['nothing', 'no-target', 'no-start'],
} as const satisfies Readonly<Record<RuleName, readonly string[]>>;
export type Finding<R extends RuleName> = (typeof findings)[R][number];

/** `fix`: the map says something wrong. `improve`: it says too little. `consider`: a question worth asking. */
export const severities = ['fix', 'improve', 'consider'] as const;
export type Severity = (typeof severities)[number];

/** What the method says of one place of a map; its sentences are `rule.<rule>.<finding>` of the page's messages. */
export type Remark = {
  readonly rule: RuleName;
  /** Which of the things the rule may find. */
  readonly finding: string;
  readonly severity: Severity;
  /** The first is where to go. None: the map as a whole. */
  readonly about: readonly PartReference[];
  /** What else tells it from other remarks of the rule: a channel. Mostly empty. */
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Words that would put it right, in the language of the map: see `applySuggestion`. */
  readonly suggestion: string | null;
};

export type ReviewContext = {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Is it one of the first maps of the team? Unless told, yes: who has drawn many may say so. */
  readonly firstMap?: boolean | undefined;
  /** For a to-be map, the as-is map it was made from, where it can be read. */
  readonly asIs?: JourneyMap | null | undefined;
};

/** A remark with what most of them do not need left out. */
export function remark<R extends RuleName>(
  rule: R,
  finding: Finding<R>,
  severity: Severity,
  about: readonly (readonly [part: PartName, id: string])[],
  more: Partial<Pick<Remark, 'detail' | 'params' | 'suggestion'>> = {},
): Remark {
  return {
    rule,
    finding,
    severity,
    about: about.map(([part, id]) => ({ part, id })),
    detail: more.detail ?? '',
    params: more.params ?? {},
    suggestion: more.suggestion ?? null,
  };
}

/** The same remark has the same key at each reading of the map. */
export const remarkKey = ({ rule, about, detail }: Pick<Remark, 'rule' | 'about' | 'detail'>): string =>
  [rule, detail, ...about.map(({ part, id }) => `${part}/${id}`)].join(' ');
