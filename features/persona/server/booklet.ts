import type { Locale } from '#kit/locale.ts';
import { ok, type Result } from '#kit/result.ts';
import { layOutBooklet, pdfOf } from './deliverable/lay-out.ts';
import type { InWorkspace } from './input.ts';
import type { PersonaPorts } from './ports.ts';

/** Problem: `workspace.not-found`. */
export async function booklet(
  ports: PersonaPorts,
  input: InWorkspace & { readonly language: Locale },
): Promise<Result<File>> {
  const laidOut = await layOutBooklet(ports, input);
  return laidOut.ok ? ok(await pdfOf(laidOut.value, ports)) : laidOut;
}
