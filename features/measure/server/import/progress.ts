import type { ImportProgress } from '#measure/domain/event-import/import-record.ts';

const interval = 500;

/** Tells the progress of an import about twice a second, and at each new phase. */
export class ProgressTeller {
  readonly #tell: ((progress: ImportProgress) => void) | undefined;
  readonly #now: () => Date;
  readonly #total: number;
  readonly #start: number;
  #last = 0;
  #phase: ImportProgress['phase'] = 'reading';
  #bytes = 0;
  #rows = 0;
  #setAside = 0;

  constructor(total: number, now: () => Date, tell?: (progress: ImportProgress) => void) {
    this.#total = total;
    this.#now = now;
    this.#tell = tell;
    this.#start = now().getTime();
  }

  read(bytes: number, rows: number, setAside: number): void {
    this.#bytes = bytes;
    this.#rows = rows;
    this.#setAside = setAside;
    if (this.#now().getTime() - this.#last >= interval) this.#say();
  }

  phase(phase: ImportProgress['phase']): void {
    this.#phase = phase;
    this.#say();
  }

  #say(): void {
    const now = this.#now().getTime();
    this.#last = now;
    const seconds = (now - this.#start) / 1000;
    const share = this.#total > 0 ? this.#bytes / this.#total : 0;
    // Time left is told for the reading, which is most of the work, once a little of it is done.
    const told = this.#phase === 'reading' && seconds > 1 && share > 0.01;
    this.#tell?.({
      phase: this.#phase,
      bytesRead: Math.min(this.#bytes, this.#total),
      bytesTotal: this.#total,
      rows: this.#rows,
      setAside: this.#setAside,
      rate: seconds > 0 ? Math.round(this.#rows / seconds) : 0,
      secondsLeft: told ? Math.max(0, Math.round((seconds / share) * (1 - share))) : null,
    });
  }
}
