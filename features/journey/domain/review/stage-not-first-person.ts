import { editStage } from '../edit/stage.ts';
import { saidByCustomer, tellerOf } from './first-person.ts';
import type { Rule } from './reading.ts';
import { type Remark, remark } from './remark.ts';

/** Stages are told by the customer: "I wait", not "Processing". Told by nobody, they are told too weakly. */
export const stageNotFirstPerson: Rule = ({ outline, map }) =>
  outline.stages.flatMap(({ id, stage, index }) => {
    const about = [['stages', id]] as const;
    const title = stage.title.trim();
    if (title === '') {
      const written = Object.values(map.cards).some((card) => map.steps[card.stepId]?.stageId === id);
      return written
        ? [remark('stage-not-first-person', 'untitled', 'improve', about, { params: { number: index + 1 } })]
        : [];
    }
    const teller = tellerOf(title, map.language);
    if (teller === 'customer') return [];
    return [
      remark('stage-not-first-person', teller, teller === 'company' ? 'fix' : 'improve', about, {
        params: { title },
        suggestion: saidByCustomer(title, map.language),
      }),
    ];
  });

/** The proposed title given to the stage it is proposed for. */
export const applyStageTitle = (map: Parameters<typeof editStage>[0], { about, suggestion }: Remark) =>
  about[0] && suggestion !== null ? editStage(map, about[0].id, { title: suggestion }) : [];
