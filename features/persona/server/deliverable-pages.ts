import { ok, type Result } from '#kit/result.ts';
import type { DeliverablePages } from '../contract-deliverable.ts';
import type { OneDeliverable } from './deliverable/lay-out.ts';
import type { PersonaPorts } from './ports.ts';

/** Problems: `workspace.not-found`, `persona.not-found`. */
export async function deliverablePages(
  ports: PersonaPorts,
  input: OneDeliverable,
): Promise<Result<DeliverablePages>> {
  // Loaded when asked: a start does not wait for fonts and PDF.
  const { layOutPersona, pagesOf } = await import('./deliverable/lay-out.ts');
  const laidOut = await layOutPersona(ports, input);
  return laidOut.ok ? ok(pagesOf(laidOut.value)) : laidOut;
}
