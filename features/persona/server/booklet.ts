import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** Problem: `workspace.not-found`. */
export async function booklet(
  ports: PersonaPorts,
  input: InWorkspace & { readonly language: Locale },
): Promise<Result<File>> {
  // Loaded when asked: a start does not wait for fonts and PDF.
  const { layOutBooklet, pdfOf } = await import('./deliverable/lay-out.ts');
  const laidOut = await layOutBooklet(ports, input);
  return laidOut.ok ? ok(await pdfOf(laidOut.value, ports)) : laidOut;
}
