import { type Problem, problem } from '#kit/problem.ts';
import { fail, type Result } from '#kit/result.ts';
import type { PersonaUse } from '../contract.ts';

export const personaNotFound = (personaId: string): Problem =>
  problem('persona.not-found', { personaId }, 404);

export const versionNotFound = (versionId: string): Problem =>
  problem('persona.version-not-found', { versionId }, 404);

/** A written part refers, by `field`, to what is not in the persona, or says again what another says. */
export const partMisplaced = (found: { part: string; id: string; field: string }): Problem =>
  problem('persona.part-misplaced', found);

/** `maps` are their titles, said in one sentence. */
export const inUse = (uses: readonly PersonaUse[]): Problem =>
  problem('persona.in-use', { maps: uses.map(({ title }) => title).join(', '), count: uses.length }, 409);

export const pictureNotFound = (pictureId: string): Problem =>
  problem('persona.picture-not-found', { pictureId }, 404);

/** `most` in bytes. */
export const pictureTooLarge = (most: number): Problem =>
  problem('persona.picture-too-large', { megabytes: most / 1_000_000 }, 413);

export const notAPicture = (): Problem => problem('persona.not-a-picture', undefined, 415);

export const segmentNotFound = (segmentId: string): Problem =>
  problem('persona.segment-not-found', { segmentId }, 404);

export const segmentOverfull = (segment: string, sum: number): Problem =>
  problem('persona.segment-overfull', { segment, percent: Math.round(sum * 100) });

export const questionNotFound = (questionId: string): Problem =>
  problem('persona.question-not-found', { questionId }, 404);

/** For whoever asked for a persona, a document that is gone and one that never was are the same. */
export function ofPersona<T>(personaId: string, result: Result<T>): Result<T> {
  const gone =
    !result.ok &&
    (result.problem.code === 'document.not-found' || result.problem.code === 'document.deleted');
  return gone ? fail(personaNotFound(personaId)) : result;
}
