import { journeyContract } from '#journey/contract.ts';
import { measureContract } from '#measure/contract.ts';
import { dashboardContract } from '#measure/contract-dashboard.ts';
import { impactContract } from '#measure/contract-impact.ts';
import { indicatorContract } from '#measure/contract-indicator.ts';
import { reportContract } from '#measure/contract-report.ts';
import { personaContract } from '#persona/contract.ts';
import { voiceContract } from '#voice/contract.ts';
import { workspaceContract } from '#workspace/contract.ts';

/** Everything the API offers, room by room. The server implements it, the client is typed by it, OpenAPI describes it. */
export const contract = {
  workspace: workspaceContract,
  persona: personaContract,
  journey: journeyContract,
  measure: measureContract,
  indicator: indicatorContract,
  dashboard: dashboardContract,
  report: reportContract,
  impact: impactContract,
  voice: voiceContract,
};
