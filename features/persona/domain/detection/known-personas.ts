import type { DetectionModel } from '../discovery/model.ts';

/** What a persona may be called in a column that says who contacts are: its name, its key in the model, or its id. */
export function personaNamed(
  { personas }: Pick<DetectionModel, 'personas'>,
  word: string,
): number | undefined {
  const wanted = word.trim().toLowerCase();
  const at = personas.findIndex(({ key, name, personaId }) =>
    [key, name, personaId ?? ''].some((each) => each !== '' && each.toLowerCase() === wanted),
  );
  return at < 0 ? undefined : at;
}
