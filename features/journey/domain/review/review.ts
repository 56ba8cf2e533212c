import type { Change } from '#kit/document/changes.ts';
import type { JourneyMap } from '../schema.ts';
import { channelLostAfterPurchase } from './channel-lost-after-purchase.ts';
import { duplicateTouchpoints } from './duplicate-touchpoints.ts';
import { emptyStep } from './empty-step.ts';
import { evidencePastDate } from './evidence-past-date.ts';
import { expectationUnanswered } from './expectation-unanswered.ts';
import { lowPointUnexplained } from './low-point-unexplained.ts';
import { momentWithoutOpportunity } from './moment-without-opportunity.ts';
import { noObjective } from './no-objective.ts';
import { objectiveWithoutFigure } from './objective-without-figure.ts';
import { oneSided } from './one-sided.ts';
import { personaWithoutCurve } from './persona-without-curve.ts';
import { type Rule, readMap } from './reading.ts';
import { type Remark, type ReviewContext, type RuleName, ruleNames, severities } from './remark.ts';
import { applyStageTitle, stageNotFirstPerson } from './stage-not-first-person.ts';
import { statementWithoutEvidence } from './statement-without-evidence.ts';
import { stepWithoutInteraction } from './step-without-interaction.ts';
import { tooManyStages } from './too-many-stages.ts';
import { touchpointWithoutChannel } from './touchpoint-without-channel.ts';

const rules: Readonly<Record<RuleName, Rule>> = {
  'stage-not-first-person': stageNotFirstPerson,
  'too-many-stages': tooManyStages,
  'empty-step': emptyStep,
  'step-without-interaction': stepWithoutInteraction,
  'touchpoint-without-channel': touchpointWithoutChannel,
  'duplicate-touchpoints': duplicateTouchpoints,
  'channel-lost-after-purchase': channelLostAfterPurchase,
  'statement-without-evidence': statementWithoutEvidence,
  'evidence-past-date': evidencePastDate,
  'one-sided': oneSided,
  'persona-without-curve': personaWithoutCurve,
  'low-point-unexplained': lowPointUnexplained,
  'moment-without-opportunity': momentWithoutOpportunity,
  'expectation-unanswered': expectationUnanswered,
  'no-objective': noObjective,
  'objective-without-figure': objectiveWithoutFigure,
};

/**
 * J9: the map read as an experienced consultant would. What is wrong first, then what is weak, then questions; inside
 * that by rule, in reading order. Dismissed remarks are among them: see `sortDismissed`.
 */
export function review(map: JourneyMap, context: ReviewContext): Remark[] {
  const reading = readMap(map, context);
  const found = ruleNames.flatMap((name) => rules[name](reading));
  return severities.flatMap((severity) => found.filter((remark) => remark.severity === severity));
}

/** The changes that carry out what a remark proposes in so many words; none where it proposes nothing. */
export const applySuggestion = (map: JourneyMap, remark: Remark): Change[] =>
  remark.rule === 'stage-not-first-person' ? applyStageTitle(map, remark) : [];
