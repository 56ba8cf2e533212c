import type { Format } from '#ui/format.ts';
import type { FieldChange, Told } from '../../domain/compare/difference.ts';
import type { useText as useMapText } from '../text.ts';
import type { useText } from './text.ts';

export type CompareWords = {
  readonly t: ReturnType<typeof useText>;
  readonly map: ReturnType<typeof useMapText>;
  readonly channel: (channel: string) => string;
  readonly format: Format;
};

/** Fields whose words are compared one by one; of the others, both values are told whole. */
const prose = new Set([
  'text',
  'title',
  'name',
  'goals',
  'promise',
  'scope',
  'arrival',
  'departure',
  'story',
  'linkedCardId',
]);

export const isProse = ({ field, before, after }: FieldChange): boolean =>
  prose.has(field) && isText(before) && isText(after);

const isText = (value: Told): boolean => value === null || typeof value === 'string';

/** A value of a field in the reader's words. */
export function toldValue(field: string, value: Told, { t, map, channel, format }: CompareWords): string {
  if (field === 'personaIds' && Array.isArray(value) && value.length === 0) return t('value.everyone');
  if (value === null || value === '') return t('value.none');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return format.decimal(value, 2);
  if (isList(value)) return value.length === 0 ? t('value.none') : value.join(', ');
  if (typeof value === 'object') return format.saidDuration(value.value, value.unit);
  switch (field) {
    case 'status':
      return t.maybe(`status.${value}`) ?? value;
    case 'initiator':
      return t.maybe(`initiator.${value}`) ?? value;
    case 'moment':
      return map.maybe(`moment.${value}`) ?? value;
    case 'kind':
      return map.maybe(`kind.${value}`) ?? map.maybe(`objectiveKind.${value}`) ?? value;
    case 'type':
      return map.maybe(`lane.${value}`) ?? value;
    case 'channel':
      return channel(value);
    case 'due':
      return format.date(value);
    default:
      return value;
  }
}

const isList = (value: Told): value is readonly string[] => Array.isArray(value);
