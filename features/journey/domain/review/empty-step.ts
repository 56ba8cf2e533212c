import { isEmpty, type Rule } from './reading.ts';
import { remark } from './remark.ts';

/** Said once the map is half written: until then, empty columns are work to come. */
export const emptyStep: Rule = ({ steps }) => {
  const empty = steps.filter(isEmpty);
  if (empty.length * 2 > steps.length) return [];
  return empty.map(({ id, title }) =>
    remark('empty-step', 'main', 'consider', [['steps', id]], { params: { title } }),
  );
};
