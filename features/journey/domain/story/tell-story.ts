import { knownChannel } from '#kit/channel.ts';
import type { Locale } from '#kit/locale.ts';
import { cellKey, emotionCurve, type Outline, orderedLanes, outline, type StepNode } from '../outline.ts';
import { plainText } from '../rich-text/rich-text.ts';
import type { JourneyMap, LaneType, MapTouchpoint, Step } from '../schema.ts';
import { isLong, type Phrases, phrases } from './phrases.ts';
import { clause, commonWords, listed, lowered, plainWords, sentence, unquoted } from './sentences.ts';

/** What a story is told from, gathered once. */
type Material = {
  readonly map: JourneyMap;
  readonly outline: Outline;
  readonly words: Phrases;
  readonly lower: (text: string) => string;
  readonly personaId: string | null;
  readonly values: ReadonlyMap<string, number>;
  readonly notes: ReadonlyMap<string, string>;
  /** How often each turn of phrase was used, so that they take turns. */
  readonly used: Map<readonly string[], number>;
  /** The mood last told: what does not change is not said again. */
  mood: { index: number; value: number } | null;
};

/**
 * J6: a map as a story in the first person: how the customer arrives, stage by stage what they do, by which way, what
 * they think, what pleases them and what costs them, how they feel, and how they leave. Markdown-like: a `## ` line for
 * each stage, a paragraph for each step, empty lines between. Without persona, only what holds for everyone is told: two personas who
 * do the opposite are two stories. The wanted curve tells a to-be map, the felt one an as-is map.
 */
export function tellStory(map: JourneyMap, personaId: string | null, language: Locale): string {
  const points = curveOf(map, personaId);
  const words = phrases[language];
  const common = commonWords([
    ...Object.values(map.cards).map(({ text }) => text),
    ...Object.values(map.steps).map(({ title }) => title),
  ]);
  const material: Material = {
    map,
    outline: outline(map),
    words,
    lower: (text) => lowered(text, words.small, common),
    personaId,
    values: new Map(points.map(([, { stepId, value }]) => [stepId, value])),
    notes: new Map(points.map(([, { stepId, note }]) => [stepId, note])),
    used: new Map(),
    mood: null,
  };
  const { stages, steps } = material.outline;
  const paragraphs = [sentence(plainWords(map.arrival))];
  for (const { stage, steps: own } of stages) {
    const told = own.map((node) => tellStep(material, node, stage.title, steps[node.index - 1]?.step));
    if (stage.title.trim() !== '') paragraphs.push(`## ${plainWords(stage.title)}`);
    paragraphs.push(...told);
  }
  paragraphs.push(sentence(plainWords(map.departure)));
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** The curve a story follows: its persona's, else everyone's; on a to-be map the wanted one first. */
function curveOf(map: JourneyMap, personaId: string | null) {
  const readings = map.state === 'to-be' ? (['planned', 'felt'] as const) : (['felt', 'planned'] as const);
  for (const reading of readings) {
    for (const who of personaId === null ? [null] : [personaId, null]) {
      const points = emotionCurve(map, reading, who);
      if (points.length > 0) return points;
    }
  }
  return [];
}

function tellStep(
  material: Material,
  { id, step, index }: StepNode,
  stageTitle: string,
  former: Step | undefined,
): string {
  const { words, outline: whole, lower } = material;
  const doing = tellDoing(material, id, step, stageTitle);
  const parts = [
    ...doing,
    tellMeeting(material, whole.touchpoints.get(id) ?? []),
    ...tellThoughts(material, id),
    ...tellCards(material, id, 'pain-points', words.suffers),
    ...tellCards(material, id, 'delights', words.likes),
    step.momentOfTruth && material.values.has(id) ? words.turning : '',
    tellMood(material, id),
  ].filter((part) => part !== '');
  const [first, ...rest] = parts;
  if (first === undefined) return '';
  const opening = doing.length === 0 ? '' : openingOf(material, index, former);
  return [opening === '' ? first : `${opening} ${lower(first)}`, ...rest].join(' ');
}

/** Time gone by is told first; else a link, except where a story begins. */
function openingOf(material: Material, index: number, former: Step | undefined): string {
  const { words, outline: whole } = material;
  if (!former) return '';
  if (isLong(former.duration)) return words.after(former.duration);
  return index === whole.steps.length - 1 ? words.last : inTurn(material, words.next);
}

/** The step and what is done in it: "I send my bill: I photograph it, then I keep a copy." */
function tellDoing(material: Material, stepId: string, step: Step, stageTitle: string): string[] {
  const { words, lower } = material;
  const title = clause(step.title);
  const said = title !== '' && title.toLowerCase() !== clause(stageTitle).toLowerCase() ? title : '';
  const actions = cardTexts(material, stepId, 'actions').map(clause);
  // What has a sentence of its own inside it, or is not said by the customer, stands alone.
  const joined = actions.filter((text) => words.speaks.test(text) && !/[.!?:;]/.test(text));
  const alone = actions.filter((text) => !joined.includes(text)).map(sentence);
  const chain = joined.map(lower);
  const done =
    chain.length > 1 ? `${chain.slice(0, -1).join(', ')}${words.chain}${chain.at(-1)}` : (chain[0] ?? '');
  const opening = said !== '' && done !== '' ? `${said}${words.colon} ${done}` : said || capital(done);
  return [...(opening === '' ? [] : [sentence(opening)]), ...alone];
}

/** By which ways: those the customer takes, then those the company takes. */
function tellMeeting(
  { words }: Material,
  touchpoints: readonly (readonly [string, MapTouchpoint])[],
): string {
  const ways = (initiator: MapTouchpoint['initiator']) => [
    ...new Set(
      touchpoints
        .filter(([, touchpoint]) => touchpoint.initiator === initiator)
        .flatMap(([, { channel }]) => wayOf(channel, words)),
    ),
  ];
  const taken = listed(ways('customer'), words.or);
  const received = listed(ways('company'), words.and);
  if (taken === '') return received === '' ? '' : `${words.reaches} ${received}.`;
  return received === ''
    ? `${words.happens} ${taken}.`
    : `${words.happens} ${taken}${words.semicolon} ${words.rest} ${received}.`;
}

function wayOf(channel: string, words: Phrases): string[] {
  const known = knownChannel(channel);
  if (known !== 'other') return [words.by[known]];
  return /^(other|autre|unknown|inconnu|\W*)$/i.test(channel.trim())
    ? []
    : [`${words.byOther} ${channel.trim()}`];
}

/** Thoughts as quotations; where nobody wrote one, what was said while placing the point of the curve. */
function tellThoughts(material: Material, stepId: string): string[] {
  const { words, notes } = material;
  const written = cardTexts(material, stepId, 'thoughts');
  const note = notes.get(stepId) ?? '';
  const thoughts = written.length > 0 || note.trim() === '' ? written : [note];
  return thoughts.map((text) => {
    const thought = unquoted(plainWords(text));
    const opening = inTurn(material, thought.endsWith('?') ? words.wonders : words.thinks);
    return sentence(`${opening}${words.colon} ${words.open}${thought}${words.close}`);
  });
}

const tellCards = (
  material: Material,
  stepId: string,
  lane: LaneType,
  openings: readonly string[],
): string[] => {
  const { words, lower } = material;
  const texts = cardTexts(material, stepId, lane).map((text) => lower(clause(text)));
  return texts.length === 0
    ? []
    : [sentence(`${inTurn(material, openings)}${words.colon} ${texts.join(`${words.semicolon} `)}`)];
};

/** How it feels, when that changes; a fall below zero or a rise above it, of half a scale, is told as one. */
function tellMood(material: Material, stepId: string): string {
  const { words, values, mood } = material;
  const value = values.get(stepId);
  if (value === undefined) return '';
  const index = moodIndex(value);
  material.mood = { index, value };
  if (mood?.index === index) return '';
  const text = words.moods[index]!;
  const move = mood === null ? 0 : value - mood.value;
  if (move <= -turn && value < 0) return sentence(`${inTurn(material, words.falls)}${words.colon} ${text}`);
  if (move >= turn && value > 0) return sentence(`${inTurn(material, words.rises)}${words.colon} ${text}`);
  return sentence(capital(text));
}

const turn = 1.5;

/** The words of the curve: −3 … −2.5 is the first, +2.5 … +3 the last. */
function moodIndex(value: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  if (value <= -2.5) return 0;
  if (value <= -1.5) return 1;
  if (value < -0.25) return 2;
  if (value <= 0.25) return 3;
  if (value < 1.5) return 4;
  return value < 2.5 ? 5 : 6;
}

/** Cards of a kind of lane in a step that hold for who tells the story, in reading order. */
function cardTexts({ map, outline: whole, personaId }: Material, stepId: string, type: LaneType): string[] {
  return orderedLanes(map)
    .filter(([, lane]) => lane.type === type)
    .flatMap(([laneId]) => whole.cells.get(cellKey(laneId, stepId)) ?? [])
    .filter(
      ([, card]) =>
        card.text.trim() !== '' &&
        (card.personaIds.length === 0 || (personaId !== null && card.personaIds.includes(personaId))),
    )
    .map(([, card]) => plainText(card.text));
}

function inTurn({ used }: Material, choices: readonly string[]): string {
  const count = used.get(choices) ?? 0;
  used.set(choices, count + 1);
  return choices[count % choices.length]!;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
