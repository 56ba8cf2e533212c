import { ok, type Result } from '#kit/result.ts';
import { layOutPersona, type OneDeliverable, pdfOf } from './deliverable/lay-out.ts';
import type { PersonaPorts } from './ports.ts';

/** Problems: `workspace.not-found`, `persona.not-found`. */
export async function deliverable(ports: PersonaPorts, input: OneDeliverable): Promise<Result<File>> {
  const laidOut = await layOutPersona(ports, input);
  return laidOut.ok ? ok(await pdfOf(laidOut.value, ports)) : laidOut;
}
