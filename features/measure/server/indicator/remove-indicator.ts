import type { WorkspaceId } from '#kit/ids.ts';
import { ok, type Result } from '#kit/result.ts';
import { findIndicator } from './indicators.ts';
import type { IndicatorPorts } from './ports.ts';

/** A formula that names it then says so. Problem: `indicator.not-found`. */
export async function removeIndicator(
  ports: IndicatorPorts,
  { workspaceId, indicatorId }: { readonly workspaceId: WorkspaceId; readonly indicatorId: string },
): Promise<Result<Record<string, never>>> {
  const found = await findIndicator(ports, workspaceId, indicatorId);
  if (!found.ok) return found;
  await ports.indicators.remove(workspaceId, indicatorId);
  return ok({});
}
