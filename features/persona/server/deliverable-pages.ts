import { ok, type Result } from '#kit/result.ts';
import type { DeliverablePages } from '../contract.ts';
import { layOutPersona, type OneDeliverable, pagesOf } from './deliverable/lay-out.ts';
import type { PersonaPorts } from './ports.ts';

/** Problems: `workspace.not-found`, `persona.not-found`. */
export async function deliverablePages(
  ports: PersonaPorts,
  input: OneDeliverable,
): Promise<Result<DeliverablePages>> {
  const laidOut = await layOutPersona(ports, input);
  return laidOut.ok ? ok(pagesOf(laidOut.value)) : laidOut;
}
