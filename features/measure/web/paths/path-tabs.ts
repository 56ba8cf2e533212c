import { FlowTab } from './flow-tab.tsx';
import { FunnelTab } from './funnel-tab.tsx';
import { JourneysTab } from './journeys-tab.tsx';
import { TypicalTab } from './typical-tab.tsx';
import { VariantsTab } from './variants-tab.tsx';
import { WaitTab } from './wait-tab.tsx';
import { WinningTab } from './winning-tab.tsx';

/** Each picture of lived journeys. */
export const pathTabs = {
  flow: FlowTab,
  funnel: FunnelTab,
  variants: VariantsTab,
  typical: TypicalTab,
  winning: WinningTab,
  time: WaitTab,
  journeys: JourneysTab,
} as const;
