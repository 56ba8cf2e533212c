import { isEmpty, type Rule } from './reading.ts';
import { remark } from './remark.ts';

/** A written map that does not say what it is for. */
export const noObjective: Rule = ({ steps, outline }) =>
  outline.objectives.length === 0 && !steps.every(isEmpty)
    ? [remark('no-objective', 'main', 'consider', [])]
    : [];
