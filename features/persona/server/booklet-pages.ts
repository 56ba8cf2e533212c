import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import type { DeliverablePages } from '../contract-deliverable.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** Problem: `workspace.not-found`. */
export async function bookletPages(
  ports: PersonaPorts,
  input: InWorkspace & { readonly language: Locale },
): Promise<Result<DeliverablePages>> {
  // Loaded when asked: a start does not wait for fonts and PDF.
  const { layOutBooklet, pagesOf } = await import('./deliverable/lay-out.ts');
  const laidOut = await layOutBooklet(ports, input);
  return laidOut.ok ? ok(pagesOf(laidOut.value)) : laidOut;
}
