import type { Locale } from '#kit/locale.ts';
import type { Difference } from '#kit/statistics/estimate.ts';
import type { IndicatorBasis } from '#measure/domain/indicator/answer.ts';
import {
  betterWay,
  type Definition,
  type Indicator,
  measureOf,
} from '#measure/domain/indicator/indicator.ts';
import type { Grain } from '#measure/domain/indicator/periods.ts';
import { isBeyondNoise, type PeriodFigure, type TrendPoint } from '#measure/domain/indicator/trend.ts';
import type { PathFilter } from '#measure/domain/paths/question.ts';
import type { Tone } from '#ui/figure.tsx';
import type { Format } from '#ui/format.ts';
import type { Translate } from '#ui/i18n.ts';
import type { messages } from './messages.ts';

/** What indicators are said with: the pages, the alerts and the printed report say them alike. */
export type IndicatorSpeech = {
  readonly t: Translate<(typeof messages)['en']>;
  readonly format: Format;
  readonly locale: Locale;
};

type Named = Pick<Indicator, 'definition' | 'unit'>;
export type ShownFigure = Extract<PeriodFigure, { is: 'shown' }>;

/** Noon keeps a calendar day the same day in every zone it is written in. */
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** "octobre 2026", "T4 2026", "semaine du 12 oct. 2026". */
export function periodWords({ t, format, locale }: IndicatorSpeech, grain: Grain, from: string): string {
  if (grain === 'week') return t('period.week', { day: format.date(noon(from)) });
  const [year = '', month = '1'] = from.split('-');
  if (grain === 'quarter') return t('period.quarter', { quarter: String((Number(month) + 2) / 3), year });
  return new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(noon(from));
}

/** Decimals that tell a bare number apart from its neighbours. */
const digitsOf = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

const withUnit = (text: string, unit: string): string => (unit === '' ? text : `${text}\u00a0${unit}`);

/** A value in the unit of the indicator: "71 %", "+39,8", "2,4 j", "1 204 appels". */
export function valueText({ format }: IndicatorSpeech, { definition, unit }: Named, value: number): string {
  switch (measureOf(definition)) {
    case 'share':
      return format.share(value);
    case 'points':
      return format.signed(value, 1);
    case 'score':
      return format.fixed(value, 2);
    case 'duration':
      return format.duration(value, 1);
    case 'count':
      return withUnit(format.integer(value), unit);
    case 'number':
      return withUnit(format.decimal(value, digitsOf(value)), unit);
  }
}

/** "entre 66 % et 75 %"; what is not known of it is said. */
export function rangeText(speech: IndicatorSpeech, indicator: Named, { low, high }: ShownFigure): string {
  const { t } = speech;
  if (low === null && high === null) return t('figure.noInterval');
  const say = (bound: number | null) =>
    bound === null ? t('figure.beyond') : valueText(speech, indicator, bound);
  return t('figure.range', { low: say(low), high: say(high) });
}

/** A figure in a few words, whatever became of it. */
export function figureText(speech: IndicatorSpeech, indicator: Named, figure: PeriodFigure): string {
  const { t } = speech;
  if (figure.is === 'shown') return valueText(speech, indicator, figure.value);
  if (figure.is === 'withheld') return t('figure.withheld', { n: figure.n, minimum: figure.minimum });
  return t(
    figure.why === 'nobody'
      ? 'figure.nobody'
      : figure.why === 'beyond'
        ? 'figure.beyondLong'
        : 'figure.noNumber',
  );
}

/** Detail under a figure: interval and n. */
export function detailText(speech: IndicatorSpeech, indicator: Named, figure: PeriodFigure): string {
  if (figure.is !== 'shown') return '';
  return `${rangeText(speech, indicator, figure)} · ${speech.t('figure.n', { n: speech.format.integer(figure.n) })}`;
}

/** "En octobre 2026, **71 %**." */
export function sentenceOf(
  speech: IndicatorSpeech,
  indicator: Pick<Indicator, 'definition' | 'unit' | 'grain'>,
  { from, figure }: Pick<TrendPoint, 'from' | 'figure'>,
): string {
  const { t } = speech;
  const period = periodWords(speech, indicator.grain, from);
  return t('sentence', {
    when: t(indicator.grain === 'week' ? 'period.inWeek' : 'period.in', { period }),
    value: figureText(speech, indicator, figure),
  });
}

/** A difference, without its sign: a share moves by points. */
function differenceText(speech: IndicatorSpeech, indicator: Named, value: number): string {
  const { t, format } = speech;
  const measure = measureOf(indicator.definition);
  if (measure === 'share')
    return t('figure.points', { count: value * 100, value: format.decimal(value * 100, 1) });
  if (measure === 'points') return t('figure.points', { count: value, value: format.decimal(value, 1) });
  return valueText(speech, indicator, value);
}

function signedText(speech: IndicatorSpeech, indicator: Named, value: number): string {
  const { format } = speech;
  const measure = measureOf(indicator.definition);
  if (measure === 'share') return format.signed(value * 100, 1);
  if (measure === 'points') return format.signed(value, 1);
  const said = valueText(speech, indicator, Math.abs(value));
  return value > 0 ? `+${said}` : value < 0 ? `\u2212${said}` : said;
}

/** How the newest period differs from the one before, with its interval, and whether it is beyond noise. */
export function movementText(
  speech: IndicatorSpeech,
  indicator: Pick<Indicator, 'definition' | 'unit' | 'grain'>,
  difference: Difference | null,
): string {
  const { t } = speech;
  const before = t(`grainBefore.${indicator.grain}`);
  if (!difference || difference.withheld) return t('moved.none', { before });
  const { value, low, high } = difference;
  if (value === 0) return t('moved.same', { before });
  const said = differenceText(speech, indicator, Math.abs(value));
  return t(isBeyondNoise(difference) ? 'moved.beyond' : 'moved.within', {
    difference: t(value > 0 ? 'moved.more' : 'moved.less', { value: said }),
    before,
    low: signedText(speech, indicator, low),
    high: signedText(speech, indicator, high),
  });
}

/** Colour only for meaning: a move beyond noise in the good or the bad way. */
export function movementTone(
  indicator: Pick<Indicator, 'definition' | 'target'>,
  difference: Difference | null,
): Tone {
  const way = betterWay(indicator);
  if (!way || !difference || difference.withheld || !isBeyondNoise(difference)) return 'neutral';
  return difference.value > 0 === (way === 'up') ? 'positive' : 'negative';
}

/** "au moins 75 %, d’ici au 31 déc. 2026". */
export function targetText(
  speech: IndicatorSpeech,
  indicator: Pick<Indicator, 'definition' | 'unit' | 'target'>,
): string {
  const { t, format } = speech;
  const { target } = indicator;
  if (!target) return t('target.none');
  const value = valueText(speech, indicator, target.value);
  const said = t(target.direction === 'at-least' ? 'target.atLeast' : 'target.atMost', { value });
  return target.by === null ? said : `${said}, ${t('target.by', { date: format.date(noon(target.by)) })}`;
}

/** What an indicator counts, in one sentence. `nameOf` gives the names of other indicators. */
export function definitionText(
  { t }: IndicatorSpeech,
  definition: Definition,
  basis: Pick<IndicatorBasis, 'places' | 'origins'> | null,
  nameOf: (id: string) => string | undefined,
): string {
  const place = (key: string | null): string => (key === null ? '' : basis?.places[key] || key);
  const origin = basis?.origins[0]?.name ?? '';
  const filters = (said: string, all: readonly PathFilter[]) => {
    const [only] = all;
    if (only === undefined) return said;
    return all.length === 1 && only.is === 'one-of'
      ? `${said}, ${t('said.only', { attribute: only.attribute, values: only.values.join(', ') })}`
      : `${said}, ${t('said.filters', { count: all.length })}`;
  };
  switch (definition.of) {
    case 'score': {
      const said = t(`said.${definition.kind}`, { question: place(definition.column), origin });
      const { only } = definition;
      return only ? `${said}, ${t('said.only', { attribute: only.column, values: only.value })}` : said;
    }
    case 'conversion': {
      const { first, second } = definition;
      return filters(
        t(first === null ? 'said.conversionAny' : 'said.conversion', {
          first: place(first),
          second: place(second),
        }),
        definition.filters,
      );
    }
    case 'churn': {
      const { first, left } = definition;
      const said = left === null ? 'said.stops' : first === null ? 'said.leftAny' : 'said.left';
      return filters(t(said, { first: place(first), second: place(left) }), definition.filters);
    }
    case 'time':
      return filters(
        t('said.time', { first: place(definition.first), second: place(definition.second) }),
        definition.filters,
      );
    case 'volume':
      return filters(t(`said.${definition.count}`, { place: place(definition.place) }), definition.filters);
    case 'formula':
      return t('said.formula', {
        expression: definition.expression,
        terms: Object.entries(definition.terms)
          .map(([letter, id]) => t('said.term', { letter, name: nameOf(id) ?? t('said.gone') }))
          .join(', '),
      });
  }
}

/** How its figures are made, as `Explain` tells it. */
export function methodText({ t }: IndicatorSpeech, definition: Definition): string {
  if (definition.of === 'formula') return t('explain.formula');
  if (definition.of === 'score')
    return t(
      definition.kind === 'csat'
        ? 'explain.csat'
        : definition.kind === 'nps'
          ? 'explain.nps'
          : 'explain.score',
    );
  const measure = measureOf(definition);
  const how =
    measure === 'duration' ? 'explain.duration' : measure === 'count' ? 'explain.count' : 'explain.share';
  return `${t(how)} ${t('explain.period')}`;
}
