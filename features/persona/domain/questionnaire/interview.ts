import type { Attribute } from '../discovery/attribute.ts';
import { type Attributor, createAttributor } from '../discovery/attribution.ts';
import { createInterviewer, type Interviewer } from '../discovery/interviewer.ts';
import type { Answer, Answers, Attribution } from '../discovery/model.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Where an interview stands: what to ask now, and who it probably is so far. */
export type Standing = {
  /** Attribute to ask; null when there is nothing left to ask, or enough is known. */
  readonly next: Attribute | null;
  readonly attribution: Attribution;
  /** Why nothing more is asked. */
  readonly ended: 'sure' | 'all-asked' | null;
};

export type Interview = {
  /** `skipped`: attributes the person would not or could not answer. Same answers, same next question. */
  stand(answers: Answers, skipped: ReadonlySet<string>): Standing;
};

/** Most questions of an adaptive interview, skipped ones included. */
export const mostAsked = 12;

type Asked = Pick<Questionnaire, 'order' | 'questions' | 'reader' | 'stopAt'>;

/** Leads through a questionnaire, in the page or by message: nobody has to answer everything. */
export function createInterview({ order, questions, reader, stopAt }: Asked): Interview {
  const attributor: Attributor = createAttributor(reader);
  const interviewer: Interviewer = createInterviewer(reader);
  const attributes = reader.attributes.map(({ attribute }) => attribute);
  const left = (id: string, answers: Answers, skipped: ReadonlySet<string>): boolean =>
    !Object.hasOwn(answers, id) && !skipped.has(id);
  return {
    stand(answers, skipped) {
      const attribution = attributor.fromAnswers(answers);
      if (order === 'fixed') {
        const id = questions.find((one) => left(one, answers, skipped));
        const next = attributes.find((attribute) => attribute.id === id) ?? null;
        return { next, attribution, ended: next === null ? 'all-asked' : null };
      }
      if (attribution.answered > 0 && attribution.probability >= stopAt)
        return { next: null, attribution, ended: 'sure' };
      const asked = Object.keys(answers).length + skipped.size;
      const probabilities = reader.personas.map(
        ({ key }) => attribution.personas.find((persona) => persona.key === key)?.probability ?? 0,
      );
      const at =
        asked >= mostAsked
          ? -1
          : interviewer.next(
              probabilities,
              (index) =>
                questions.includes(attributes[index]!.id) && left(attributes[index]!.id, answers, skipped),
            );
      const next = attributes[at] ?? null;
      return { next, attribution, ended: next === null ? 'all-asked' : null };
    },
  };
}

/** An answer that can be chosen; `value` is what the reader understands. */
export type AnswerChoice = { readonly label: string; readonly value: string | number };

/** The answers to choose from; null when the answer is written (a number, a date) or several are ticked. */
export function answerChoices(attribute: Attribute): readonly AnswerChoice[] | null {
  if (attribute.type === 'nominal' || attribute.type === 'ordinal')
    return attribute.levels.map((level) => ({ label: level, value: level }));
  if (attribute.type !== 'numeric' || attribute.edges === null) return null;
  const { edges } = attribute;
  const last = edges[edges.length - 1]!;
  return [
    // Any number under the first edge reads the same.
    { label: `< ${edges[0]}`, value: edges[0]! - 1 },
    ...edges.slice(1).map((edge, at) => ({ label: `${edges[at]} – ${edge}`, value: edges[at]! })),
    { label: `≥ ${last}`, value: last },
  ];
}

const two = (number: string): string => number.padStart(2, '0');

/** A day (YYYY-MM-DD) as the column of the attribute writes it. */
export function dateAnswer({ format }: Extract<Attribute, { type: 'date' }>, day: string): Answer {
  const [year = '', month = '', date = ''] = day.split('-');
  if (format === 'day-first') return `${two(date)}/${two(month)}/${year}`;
  if (format === 'month-first') return `${two(month)}/${two(date)}/${year}`;
  const milliseconds = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (format === 'epoch-ms') return String(milliseconds);
  if (format === 'epoch-s') return String(milliseconds / 1000);
  return format === 'excel' ? String(milliseconds / 86_400_000 + 25_569) : day;
}
