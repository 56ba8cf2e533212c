import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import type { Attribute } from './attribute.ts';
import { levelCount } from './encoder.ts';
import type { DetectionModel, Expectations, Likelihood } from './model.ts';

/** An expected answer is 3 ^ weight times likelier than one that is not expected. */
const perWeight = 3;

const answersOf = (attribute: Attribute): readonly string[] | null => {
  if (attribute.type === 'multiple') return attribute.options;
  if (attribute.type === 'nominal' || attribute.type === 'ordinal') return attribute.levels;
  const bins = levelCount(attribute);
  return bins > 0 ? Array.from({ length: bins }, (_, bin) => String(bin)) : null;
};

/**
 * A detection model from expected answers. Levels: the expected ones share 3^weight to 1 against the others, persona by
 * persona. Options: an expected one is ticked 3^weight to 1, the others as often as not. Nothing expected: says nothing.
 *
 * Problems: `persona.model.unknown-persona`, `persona.model.unknown-attribute`, `persona.model.unknown-answer`,
 * `persona.model.needs-bins` (a number without cuts, a date, a text), `persona.model.expects-nothing`.
 */
export function modelFromExpectations(expectations: Expectations): Result<DetectionModel> {
  const { personas, attributes } = expectations;
  const wrong = firstWrong(expectations);
  if (wrong) return fail(wrong);
  const total = personas.reduce((sum, { share }) => sum + share, 0);
  return ok({
    version: 1,
    origin: 'hand',
    personas: personas.map(({ key, name, personaId }) => ({ key, name, personaId })),
    attributes: attributes.map((attribute) => ({
      attribute,
      likelihood: likelihoodOf(attribute, expectations),
      weight: 1,
    })),
    logPrior: personas.map(({ share }) => Math.log(share / total)),
    temperature: 1,
    threshold: expectations.threshold,
    calibration: null,
  });
}

function firstWrong({ personas, attributes, expectations }: Expectations): Problem | null {
  if (expectations.length === 0) return problem('persona.model.expects-nothing');
  for (const attribute of attributes)
    if (answersOf(attribute) === null)
      return problem('persona.model.needs-bins', { attribute: attribute.id });
  for (const { persona, attribute: id, answers } of expectations) {
    if (!personas.some(({ key }) => key === persona))
      return problem('persona.model.unknown-persona', { persona });
    const attribute = attributes.find((one) => one.id === id);
    if (!attribute) return problem('persona.model.unknown-attribute', { attribute: id });
    const known = answersOf(attribute)!;
    const stranger = answers.find((answer) => !known.includes(answer));
    if (stranger !== undefined)
      return problem('persona.model.unknown-answer', { attribute: id, answer: stranger });
  }
  return null;
}

function likelihoodOf(attribute: Attribute, { personas, expectations }: Expectations): Likelihood {
  const answers = answersOf(attribute)!;
  const odds = personas.map(({ key }) => {
    const own = expectations.filter((one) => one.persona === key && one.attribute === attribute.id);
    return answers.map((answer) =>
      own.reduce(
        (most, one) => (one.answers.includes(answer) ? Math.max(most, perWeight ** one.weight) : most),
        1,
      ),
    );
  });
  if (attribute.type === 'multiple')
    return {
      kind: 'options',
      ticked: odds.map((row) => row.map((odd) => Math.log(odd / (odd + 1)))),
      unticked: odds.map((row) => row.map((odd) => -Math.log(odd + 1))),
    };
  return {
    kind: 'levels',
    logP: odds.map((row) => {
      const sum = row.reduce((a, b) => a + b, 0);
      return [0, ...row.map((odd) => Math.log(odd / sum))];
    }),
  };
}
