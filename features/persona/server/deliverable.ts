import { ok, type Result } from '#kit/result.ts';
import type { OneDeliverable } from './deliverable/lay-out.ts';
import type { PersonaPorts } from './ports.ts';

/** Problems: `workspace.not-found`, `persona.not-found`. */
export async function deliverable(ports: PersonaPorts, input: OneDeliverable): Promise<Result<File>> {
  // Loaded when asked: a start does not wait for fonts and PDF.
  const { layOutPersona, pdfOf } = await import('./deliverable/lay-out.ts');
  const laidOut = await layOutPersona(ports, input);
  return laidOut.ok ? ok(await pdfOf(laidOut.value, ports)) : laidOut;
}
