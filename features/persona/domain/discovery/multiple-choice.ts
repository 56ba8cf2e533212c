import type { Corrections, MultipleAttribute } from './attribute.ts';
import type { ColumnProfile } from './column-profile.ts';

/** What programs write in the column of an option that was ticked, and of one that was left. Lower case. */
const tickedWords: ReadonlySet<string> = new Set([
  '1',
  '1.0',
  'true',
  'vrai',
  'yes',
  'y',
  'oui',
  'o',
  'x',
  '✓',
  '✔',
  'checked',
  'selected',
  'coché',
  'cochée',
  'ticked',
]);
const untickedWords: ReadonlySet<string> = new Set([
  '0',
  '0.0',
  'false',
  'faux',
  'no',
  'n',
  'non',
  'unchecked',
  'not selected',
  'non coché',
  'non cochée',
  'unticked',
]);

/** Question and option of a column name such as `topics_3`, `Channels: phone`, `canaux[boutique]`, `device 2`. */
function split(name: string): { question: string; option: string } | null {
  const bracket = /^(.+?)\s*[[(]\s*(.+?)\s*[\])]\s*$/.exec(name);
  if (bracket) return { question: bracket[1]!, option: bracket[2]! };
  const marked = /^(.+)\s*(?: - |: |\/|\||=|\.)\s*(.+)$/.exec(name);
  if (marked) return { question: marked[1]!.trim(), option: marked[2]!.trim() };
  const joined = /^(.+?)[_ ]([^_ ]+)$/.exec(name) ?? /^(\D+?)(\d+)$/.exec(name);
  return joined ? { question: joined[1]!, option: joined[2]! } : null;
}

function asOption(profile: ColumnProfile, option: string): { ticked: string[]; unticked: string[] } | null {
  const ticked: string[] = [];
  const unticked: string[] = [];
  for (const [value] of profile.counts) {
    const word = value.toLowerCase();
    if (tickedWords.has(word) || word === option.toLowerCase()) ticked.push(value);
    else if (untickedWords.has(word)) unticked.push(value);
    else return null;
  }
  return profile.counts.length > 0 ? { ticked, unticked } : null;
}

/**
 * Questions whose options are spread over columns: at least three columns of the same beginning that hold nothing but
 * ticks. What a person said (`question` in the corrections) comes first.
 */
export function spreadQuestions(
  profiles: readonly ColumnProfile[],
  corrections: Corrections,
): { question: MultipleAttribute; ticksOnly: boolean }[] {
  const groups = new Map<string, { profile: ColumnProfile; option: string; told: boolean }[]>();
  for (const profile of profiles) {
    const correction = corrections[profile.name];
    const parts = split(profile.name);
    const told = correction?.question;
    if (told === '' || (told === undefined && correction?.type && correction.type !== 'multiple')) continue;
    const question = told ?? parts?.question;
    if (question === undefined) continue;
    const option = parts?.option ?? profile.name;
    const words = asOption(profile, option);
    if (told === undefined && !words && profile.counts.length > 0) continue;
    const group = groups.get(question) ?? [];
    group.push({ profile, option, told: told !== undefined });
    groups.set(question, group);
  }
  const found: { question: MultipleAttribute; ticksOnly: boolean }[] = [];
  for (const [id, group] of groups) {
    const told = group.some((member) => member.told);
    const filled = group.filter(({ profile }) => profile.counts.length > 0);
    if (!told && (filled.length < 3 || filled.length < group.length / 2)) continue;
    const ticked = new Set<string>();
    const unticked = new Set<string>();
    for (const { profile, option } of filled) {
      const words = asOption(profile, option);
      for (const word of words?.ticked ?? []) ticked.add(word);
      for (const word of words?.unticked ?? []) unticked.add(word);
    }
    if (ticked.size === 0 || group.length > 60) continue;
    const options = group.map(({ option }) => option);
    const columns = group.map(({ profile }) => profile.name);
    const first = corrections[columns[0]!];
    const ticksOnly = unticked.size === 0;
    found.push({
      ticksOnly,
      question: {
        id,
        type: 'multiple',
        use: true,
        outcome: false,
        missing: [...new Set(group.flatMap(({ profile }) => profile.guess.missing))],
        options: new Set(options).size === options.length ? options : columns,
        source: {
          form: 'columns',
          columns,
          words: {
            ticked: [...ticked],
            unticked: [...unticked],
            blank: first?.blank ?? (ticksOnly ? 'unticked' : 'missing'),
          },
        },
      },
    });
  }
  return found;
}

const noneWords = ['none', 'none of these', 'nothing', 'aucun', 'aucune', 'aucun de ceux-ci', 'rien'];

/** Options of a column that keeps all of them in one cell (`web;phone;store`); null when it does not look like that. */
export function optionsInCell(
  profile: ColumnProfile,
  told: { separator?: string | undefined; sure: boolean },
): { separator: string; options: string[]; none: string[] } | null {
  const separators = told.separator ? [told.separator] : [';', '|', ',', '/', '+'];
  for (const separator of separators) {
    const parted = profile.values.filter((value) => value.includes(separator)).length;
    // `TA/TO` is the name of one thing: a question shows several combinations.
    const combinations = profile.counts.filter(([value]) => value.includes(separator)).length;
    const fewest = separator === ';' || separator === '|' ? 2 : 3;
    if (!told.sure && (combinations < fewest || parted < profile.values.length * 0.15)) continue;
    const counts = new Map<string, number>();
    let tokens = 0;
    for (const value of profile.values)
      for (const token of splitCell(value, separator)) {
        tokens++;
        counts.set(token, (counts.get(token) ?? 0) + 1);
      }
    const none = [...counts.keys()].filter((token) => noneWords.includes(token.toLowerCase()));
    const options = [...counts]
      .filter(([token]) => !none.includes(token))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([token]) => token);
    if (options.length === 0) continue;
    if (told.sure) return { separator, options: options.slice(0, 60), none };
    const short = options.every((option) => option.length <= 40 && option.split(/\s+/).length <= 5);
    const repeated = tokens / options.length >= 3;
    const mixed = profile.counts.length > options.length || parted > profile.values.length / 2;
    if (options.length >= 3 && options.length <= 60 && short && repeated && mixed)
      return { separator, options, none };
  }
  return null;
}

/** The options written in a cell, without blanks and repetitions. */
export const splitCell = (cell: string, separator: string): string[] => [
  ...new Set(
    cell
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];
