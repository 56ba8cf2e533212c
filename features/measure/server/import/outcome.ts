import type { WorkspaceId } from '#kit/ids.ts';
import type { ImportProgress, ImportRecord } from '#measure/domain/event-import/import-record.ts';
import type { EventMapping } from '#measure/domain/event-import/mapping.ts';
import type { SourceMaking } from '#measure/domain/lived-journey/journey-rule.ts';
import type { Engine } from '#platform/clickhouse/engine.ts';
import type { TableOptions } from '#platform/files/table.ts';
import type { Imports } from './imports-port.ts';

/** What every operation on imports needs; the same object for the life of the process. */
export type ImportSetting = {
  readonly engine: Engine;
  readonly imports: Imports;
  /** Folder for the rows set aside; one file per import. */
  readonly folder: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** What the journeys of a source are made by. */
  sourceMaking(workspaceId: WorkspaceId, sourceId: string): Promise<SourceMaking>;
};

export type ImportRequest = {
  readonly workspaceId: WorkspaceId;
  readonly sourceId: string;
  /** `name` is what people see and what says the format; `path` is where the bytes are. */
  readonly file: { readonly path: string; readonly name: string };
  readonly mapping: EventMapping;
  /** What the person corrected in the detected format or dialect. */
  readonly table?: TableOptions;
  /** Take the place of an earlier import of the same file made with another mapping. */
  readonly replace?: boolean;
  /** Called about twice a second. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Cancels: everything is taken back, the record says `cancelled`. */
  readonly signal?: AbortSignal;
};

/** `already-imported`: the record of the earlier import of the same file; nothing was added. */
export type ImportOutcome = {
  readonly outcome: 'imported' | 'already-imported';
  readonly record: ImportRecord;
};
