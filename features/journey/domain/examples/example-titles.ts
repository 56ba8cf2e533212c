import type { JourneyMap } from '../schema.ts';
import { title as blueprint } from './claims-blueprint-frame.ts';
import { title as experience } from './falling-ill-frame.ts';
import { title as journey } from './reimbursement-frame.ts';
import type { Said } from './said.ts';

/** What the example of each kind of map is called, for pages that name it without carrying it. */
export const exampleTitles: Readonly<Record<JourneyMap['kind'], Said>> = { journey, experience, blueprint };
