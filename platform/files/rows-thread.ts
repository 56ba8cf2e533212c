import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { ProblemError } from '#kit/problem.ts';
import { openTable } from './open-table.ts';
import { type FromThread, Room, type ThreadTask } from './rows-messages.ts';

/**
 * A thread that cuts a file into rows while those before are worked on. It fills a few rooms of shared memory, and fills one
 * again when it is given back.
 */
const { file, options } = workerData as ThreadTask;
const say = (message: FromThread): void => parentPort?.postMessage(message);

const free: Room[] = [new Room(), new Room(), new Room()];
let waiting: (() => void) | undefined;
parentPort?.on('message', (room: Room) => {
  free.push(Room.of(room));
  waiting?.();
});

async function freeRoom(): Promise<Room> {
  while (free.length === 0)
    await new Promise<void>((resolve) => {
      waiting = resolve;
    });
  return free.shift()!;
}

try {
  const opened = await openTable(file, options);
  if (!opened.ok) throw new ProblemError(opened.problem);
  const hash = createHash('sha256');
  let known = -1;
  for await (const batch of opened.value.rows({ onBytes: (chunk) => void hash.update(chunk) })) {
    const room = await freeRoom();
    const { columns, cells, lines, setAside, bytesRead } = batch;
    room.put(cells, lines);
    const { width, count } = cells;
    say({
      is: 'batch',
      room,
      width,
      count,
      ...(columns.length !== known && { columns }),
      setAside,
      bytesRead,
    });
    known = columns.length;
  }
  say({ is: 'end', fingerprint: hash.digest('hex') });
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  say({ is: 'problem', problem: error.problem });
} finally {
  parentPort?.unref();
}
