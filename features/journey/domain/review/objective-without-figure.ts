import type { Rule } from './reading.ts';
import { remark } from './remark.ts';

/** An objective that nobody will be able to call reached: no figure at all, no target, or nothing to start from. */
export const objectiveWithoutFigure: Rule = ({ outline }) =>
  outline.objectives.flatMap(([id, { text, kind, target, baseline, binding }]) => {
    const about = [['objectives', id]] as const;
    const params = { text, kind };
    const start = baseline !== null || binding !== null;
    if (target === null) {
      return [
        remark(
          'objective-without-figure',
          start ? 'no-target' : 'nothing',
          start ? 'improve' : 'fix',
          about,
          {
            params,
          },
        ),
      ];
    }
    return start ? [] : [remark('objective-without-figure', 'no-start', 'consider', about, { params })];
  });
