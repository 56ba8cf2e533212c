import type { JourneyMap, LaneType } from '#journey/domain/schema.ts';
import { emptyMap } from '#journey/domain/templates/template.ts';
import { spread } from '#kit/document/order.ts';
import type { NewId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { batteryOf } from './guess-score.ts';
import type { ScoreColumn, SurveyMapping } from './survey.ts';

const lanes: readonly LaneType[] = [
  'actions',
  'touchpoints',
  'emotion',
  'expectations',
  'pain-points',
  'delights',
  'verbatims',
  'opportunities',
  'figures',
];

/** Words to begin with, meant to be written over. */
const words = {
  fr: {
    during: 'Pendant',
    after: 'Après',
    lived: (name: string) => (name === '' ? 'Je vis mon parcours' : `Je vis « ${name} »`),
    balance: 'Je fais le bilan',
    recommend: 'Être recommandé',
  },
  en: {
    during: 'During',
    after: 'After',
    lived: (name: string) => (name === '' ? 'I live my journey' : `I go through “${name}”`),
    balance: 'I take stock',
    recommend: 'Being recommended',
  },
} as const satisfies Record<Locale, unknown>;

/** Touchpoints drawn at most: a map of more cannot be read. */
const mostTouchpoints = 60;

type Group = { readonly title: string; readonly scores: readonly ScoreColumn[] };

/** Whether a question sums the whole experience up instead of one touchpoint of it. */
const sumsUp = ({ column, kind }: ScoreColumn): boolean =>
  kind === 'nps' ||
  /(^|[^a-z])(overall|global|general|générale?|ensemble|total)([^a-z]|$)|\dall$/i.test(column);

/** Questions asked together make a stage; those that stand alone are gathered with the ones before them. */
function groupsOf(scores: readonly ScoreColumn[], title: (battery: string) => string): Group[] {
  const size = new Map<string, number>();
  for (const { column } of scores) {
    const battery = batteryOf(column) ?? '';
    size.set(battery, (size.get(battery) ?? 0) + 1);
  }
  const groups: { battery: string; scores: ScoreColumn[] }[] = [];
  for (const score of scores) {
    const battery = batteryOf(score.column) ?? '';
    const own = (size.get(battery) ?? 0) >= 3 ? battery : '';
    const last = groups.at(-1);
    if (last && (last.battery === own || own === '')) last.scores.push(score);
    else groups.push({ battery: own, scores: [score] });
  }
  return groups.map(({ battery, scores: of }) => ({ title: title(battery.toUpperCase()), scores: of }));
}

/**
 * A map to begin with, from a survey: a stage per battery of questions, a step and a bound touchpoint per score, what
 * sums up (recommendation, overall satisfaction) at the end, and the recommendation as an objective. Titles are the
 * labels of the columns.
 */
export function surveyMap(
  survey: { readonly id: string; readonly mapping: SurveyMapping },
  { language, title, newId }: { readonly language: Locale; readonly title: string; readonly newId: NewId },
): JourneyMap {
  const say = words[language];
  const map = emptyMap('journey', language, title);
  const scores = survey.mapping.scores.slice(0, mostTouchpoints);
  const summary = scores.filter(sumsUp);
  const lived = scores.filter((score) => !sumsUp(score));

  for (const [order, type] of ranked(lanes)) {
    map.lanes[newId()] = {
      order,
      type,
      title: '',
      hidden: false,
      folded: false,
      colour: null,
      figures: null,
    };
  }
  const phases = [
    { moment: 'during' as const, name: say.during, groups: groupsOf(lived, say.lived) },
    {
      moment: 'after' as const,
      name: say.after,
      groups: summary.length === 0 ? [] : [{ title: say.balance, scores: summary }],
    },
  ].filter(({ groups }) => groups.length > 0);
  for (const [order, { moment, name, groups }] of ranked(phases)) {
    const phaseId = newId();
    map.phases[phaseId] = { order, name, moment };
    for (const [stageOrder, group] of ranked(groups)) addStage(phaseId, stageOrder, group);
  }
  for (const [order, score] of ranked(scores.filter(({ kind }) => kind === 'nps'))) {
    map.objectives[newId()] = {
      order,
      kind: 'satisfaction',
      text: say.recommend,
      binding: { on: 'survey', surveyId: survey.id, column: score.column, kind: 'nps' },
      baseline: null,
      target: null,
      unit: '',
      due: null,
    };
  }
  return map;

  function addStage(phaseId: string, order: string, group: Group): void {
    const stageId = newId();
    map.stages[stageId] = {
      order,
      phaseId,
      title: group.title,
      goals: '',
      promise: '',
      duration: null,
      subMapId: null,
      notes: '',
    };
    for (const [stepOrder, score] of ranked(group.scores)) {
      const stepId = newId();
      map.steps[stepId] = {
        order: stepOrder,
        stageId,
        title: score.label,
        duration: null,
        momentOfTruth: false,
      };
      const [touchpointOrder = ''] = spread(1);
      map.touchpoints[newId()] = {
        order: touchpointOrder,
        stepId,
        channel: 'other',
        title: score.label,
        initiator: 'customer',
        bindings: [{ on: 'survey', surveyId: survey.id, column: score.column, kind: score.kind }],
      };
    }
  }
}

const ranked = <T>(things: readonly T[]): [order: string, thing: T][] =>
  spread(things.length).map((order, index) => [order, things[index]!]);
