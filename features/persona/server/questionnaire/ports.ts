import type { DetectionPorts } from '../detection/ports.ts';
import type { DiscoveryStore } from '../discovery/discovery-store.ts';
import type { QuestionnaireStore } from './questionnaire-store.ts';

/** What the handlers about short questionnaires need from the world. */
export type QuestionnairePorts = DetectionPorts & {
  readonly discoveries: Pick<DiscoveryStore, 'list'>;
  readonly questionnaires: QuestionnaireStore;
};
