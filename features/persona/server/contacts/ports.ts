import type { WorkspaceId } from '#kit/ids.ts';
import type { Result } from '#kit/result.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { Uploads } from '#platform/files/uploads.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { ContactImportProgress } from '../../domain/contacts/contact-list.ts';
import type { DetectionPorts } from '../detection/ports.ts';
import type { PersonaPorts } from '../ports.ts';
import type { ContactStore } from './contact-store.ts';

/** What the handlers about contacts and their personas need from the world. */
export type ContactPorts = DetectionPorts &
  Pick<PersonaPorts, 'segments' | 'collaboration'> & {
    readonly engine: Engine;
    readonly uploads: Uploads;
    /** Where rows that imports set aside are kept. */
    readonly folder: string;
    readonly contacts: ContactStore;
    readonly contactJobs: Jobs<ContactImportProgress>;
    /** Contacts under which a share is withheld, as the workspace says. */
    minimumOf(workspaceId: WorkspaceId): Promise<Result<number>>;
  };
