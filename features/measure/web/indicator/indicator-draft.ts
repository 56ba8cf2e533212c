import type { WorkspaceId } from '#kit/ids.ts';
import {
  type Definition,
  type Indicator,
  type IndicatorSettings,
  measureOf,
} from '#measure/domain/indicator/indicator.ts';
import type { Grain } from '#measure/domain/indicator/periods.ts';
import type { PathFilter, PathUnit } from '#measure/domain/paths/question.ts';
import type { ScoreKind } from '#touchpoint/domain/binding.ts';

export type IndicatorKind = Definition['of'];

/** An indicator while it is typed: everything that was chosen stays when the kind changes. Empty text: nothing yet. */
export type IndicatorDraft = {
  readonly name: string;
  readonly owner: string;
  readonly kind: IndicatorKind;
  readonly grain: Grain;
  readonly unit: string;
  readonly surveyId: string;
  readonly column: string;
  readonly scoreKind: ScoreKind;
  readonly onlyColumn: string;
  readonly onlyValue: string;
  readonly sourceId: string;
  /** Empty: events are read as they are. */
  readonly mapId: string;
  readonly read: PathUnit;
  readonly first: string;
  readonly second: string;
  readonly count: 'customers' | 'events';
  /** Journeys of whom an attribute says this; the other filters of an indicator are kept as they are. */
  readonly attribute: string;
  readonly value: string;
  readonly others: readonly PathFilter[];
  readonly expression: string;
  /** Letter → indicator. */
  readonly terms: Readonly<Record<string, string>>;
  readonly direction: 'none' | 'at-least' | 'at-most';
  /** As typed: percent of a share, days of a time. */
  readonly target: string;
  readonly by: string;
  /** The groups it is also told by: chosen on its page. */
  readonly groups: string | null;
};

/** What the fields of one kind of indicator work with. */
export type DraftFields = {
  readonly workspaceId: WorkspaceId;
  readonly draft: IndicatorDraft;
  readonly onChange: (patch: Partial<IndicatorDraft>) => void;
};

const day = 86_400_000;

/** What a typed target is multiplied by to be the value of a figure. */
const scaleOf = (definition: Definition): number => {
  const measure = measureOf(definition);
  return measure === 'share' ? 0.01 : measure === 'duration' ? day : 1;
};

const emptyDraft: IndicatorDraft = {
  name: '',
  owner: '',
  kind: 'score',
  grain: 'month',
  unit: '',
  surveyId: '',
  column: '',
  scoreKind: 'nps',
  onlyColumn: '',
  onlyValue: '',
  sourceId: '',
  mapId: '',
  read: 'event',
  first: '',
  second: '',
  count: 'customers',
  attribute: '',
  value: '',
  others: [],
  expression: '',
  terms: { A: '', B: '' },
  direction: 'none',
  target: '',
  by: '',
  groups: null,
};

export function draftOf(indicator: Indicator | null): IndicatorDraft {
  if (!indicator) return emptyDraft;
  const { name, owner, grain, unit, definition, target, by } = indicator;
  return {
    ...emptyDraft,
    name,
    owner,
    grain,
    unit,
    groups: by,
    kind: definition.of,
    ...partsOf(definition),
    ...(target && {
      direction: target.direction,
      target: String(Number((target.value / scaleOf(definition)).toPrecision(10))),
      by: target.by ?? '',
    }),
  };
}

function partsOf(definition: Definition): Partial<IndicatorDraft> {
  switch (definition.of) {
    case 'score': {
      const { surveyId, column, kind, only } = definition;
      return {
        surveyId,
        column,
        scoreKind: kind,
        onlyColumn: only?.column ?? '',
        onlyValue: only?.value ?? '',
      };
    }
    case 'formula':
      return { expression: definition.expression, terms: definition.terms };
    default: {
      const { sourceId, unit, mapId, filters } = definition;
      const own = filters.find((filter) => filter.is === 'one-of' && filter.values.length === 1);
      return {
        sourceId,
        mapId: mapId ?? '',
        read: unit,
        others: filters.filter((filter) => filter !== own),
        ...(own?.is === 'one-of' && { attribute: own.attribute, value: own.values[0] ?? '' }),
        ...(definition.of === 'volume'
          ? { first: definition.place, count: definition.count }
          : { first: definition.first ?? '' }),
        ...(definition.of === 'churn' && { second: definition.left ?? '' }),
        ...((definition.of === 'conversion' || definition.of === 'time') && { second: definition.second }),
      };
    }
  }
}

/** Fields of a form that may be missing. */
export type MissingField =
  | 'name'
  | 'survey'
  | 'question'
  | 'source'
  | 'first'
  | 'second'
  | 'place'
  | 'expression'
  | 'notNumber';

type Read = { readonly settings: IndicatorSettings } | { readonly missing: readonly MissingField[] };

/** What was typed, as an indicator; or what is missing. */
export function settingsOf(draft: IndicatorDraft): Read {
  const definition = definitionOf(draft);
  const target =
    draft.direction === 'none' ? null : Number(draft.target.trim().replace(',', '.').replace('−', '-'));
  const missing: MissingField[] = [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...('missing' in definition ? definition.missing : []),
    ...(target !== null && (draft.target.trim() === '' || !Number.isFinite(target))
      ? (['notNumber'] as const)
      : []),
  ];
  if ('missing' in definition || missing.length > 0) return { missing };
  const { name, owner, unit, grain, direction, by } = draft;
  return {
    settings: {
      name: name.trim(),
      owner: owner.trim(),
      unit: draft.kind === 'formula' || draft.kind === 'volume' ? unit.trim() : '',
      grain,
      by: draft.groups,
      definition,
      target:
        direction === 'none' || target === null
          ? null
          : { value: target * scaleOf(definition), direction, by: by === '' ? null : by },
    },
  };
}

function definitionOf(draft: IndicatorDraft): Definition | { readonly missing: readonly MissingField[] } {
  const { kind, surveyId, column, sourceId, mapId, read, first, second, attribute, value } = draft;
  const lacking = (fields: Partial<Record<MissingField, string>>): MissingField[] =>
    Object.entries(fields).flatMap(([field, text]) => (text.trim() === '' ? [field as MissingField] : []));
  if (kind === 'score') {
    const missing = lacking({ survey: surveyId, question: column });
    if (missing.length > 0) return { missing };
    const { onlyColumn, onlyValue } = draft;
    const only = onlyColumn === '' || onlyValue === '' ? null : { column: onlyColumn, value: onlyValue };
    return { of: 'score', surveyId, column, kind: draft.scoreKind, only };
  }
  if (kind === 'formula') {
    const missing = lacking({ expression: draft.expression });
    if (missing.length > 0) return { missing };
    const terms = Object.fromEntries(Object.entries(draft.terms).filter(([, id]) => id !== ''));
    return { of: 'formula', expression: draft.expression.trim(), terms };
  }
  const lived = {
    sourceId,
    unit: mapId === '' ? ('event' as const) : read,
    ...(mapId !== '' && { mapId }),
    filters: [
      ...draft.others,
      ...(attribute === '' || value === '' ? [] : [{ is: 'one-of' as const, attribute, values: [value] }]),
    ],
  };
  const [from, to] = [first === '' ? null : first, second === '' ? null : second];
  switch (kind) {
    case 'volume': {
      const missing = lacking({ source: sourceId, place: first });
      return missing.length > 0 ? { missing } : { of: 'volume', ...lived, place: first, count: draft.count };
    }
    case 'conversion': {
      const missing = lacking({ source: sourceId, second });
      return missing.length > 0 ? { missing } : { of: 'conversion', ...lived, first: from, second };
    }
    case 'time': {
      const missing = lacking({ source: sourceId, first, second });
      return missing.length > 0 ? { missing } : { of: 'time', ...lived, first, second };
    }
    case 'churn': {
      const missing = lacking({ source: sourceId, ...(to === null && { first }) });
      return missing.length > 0 ? { missing } : { of: 'churn', ...lived, first: from, left: to };
    }
  }
}
