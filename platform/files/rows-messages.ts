import type { Problem } from '#kit/problem.ts';
import type { Cells } from '#kit/table/cells.ts';
import type { Batch, Column, FileRef, SetAsideRow, TableOptions } from './table.ts';

/** What a thread that reads rows is born with. */
export type ThreadTask = { readonly file: FileRef; readonly options: TableOptions };

export type FromThread =
  | {
      readonly is: 'batch';
      readonly room: Room;
      readonly width: number;
      readonly count: number;
      /** Told when there are more than before. */
      readonly columns?: readonly Column[];
      readonly setAside: readonly SetAsideRow[];
      readonly bytesRead: number;
    }
  | { readonly is: 'end'; readonly fingerprint: string }
  | { readonly is: 'problem'; readonly problem: Problem };

/** Memory that two threads share, for the cells of one batch at a time; larger when need be. */
export class Room {
  bytes = new SharedArrayBuffer(0);
  places = new SharedArrayBuffer(0);
  lines = new SharedArrayBuffer(0);

  /** A room that came as a message. */
  static of({ bytes, places, lines }: Room): Room {
    return Object.assign(new Room(), { bytes, places, lines });
  }

  put({ bytes, starts, ends, width, count }: Cells, lines: Batch['lines']): void {
    const cells = width * count;
    this.bytes = roomFor(this.bytes, bytes.length);
    this.places = roomFor(this.places, 8 * cells);
    this.lines = roomFor(this.lines, 8 * count);
    new Uint8Array(this.bytes).set(bytes);
    new Int32Array(this.places, 0, cells).set(starts.subarray(0, cells));
    new Int32Array(this.places, 4 * cells, cells).set(ends.subarray(0, cells));
    new Float64Array(this.lines, 0, count).set(lines);
  }

  cells(width: number, count: number): Cells {
    const cells = width * count;
    return {
      bytes: new Uint8Array(this.bytes),
      starts: new Int32Array(this.places, 0, cells),
      ends: new Int32Array(this.places, 4 * cells, cells),
      width,
      count,
    };
  }

  linesOf(count: number): Float64Array {
    return new Float64Array(this.lines, 0, count);
  }
}

const roomFor = (memory: SharedArrayBuffer, bytes: number): SharedArrayBuffer =>
  memory.byteLength >= bytes ? memory : new SharedArrayBuffer(Math.ceil(bytes * 1.25));
