import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { Transform } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { problemDetailsSchema } from '#kit/contract.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import { ProblemError, problem } from '#kit/problem.ts';
import { type Upload, uploadSchema } from '#kit/upload.ts';

/** A file of this machine, and what it is called there. */
export type LocalFile = { readonly path: string; readonly name: string };
export type SendOptions = { readonly signal: AbortSignal; readonly onSent?: (bytes: number) => void };
type Place = { readonly address: string; readonly locale: Locale };

/**
 * Streams a file to the server as a raw body: memory does not grow with it, and stopping half-way leaves nothing there.
 * Throws `ProblemError`: `import.file-not-found`, `import.not-readable`, `import.cancelled`, and what the server refused.
 */
export async function sendFile(
  place: Place,
  workspaceId: WorkspaceId,
  { path, name }: LocalFile,
  { signal, onSent }: SendOptions,
): Promise<Upload> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new ProblemError(problem('import.file-not-found', { file: name }));
  if (!found.isFile()) throw new ProblemError(problem('import.not-readable', { file: name }));
  const sending = request(addressOf(place, workspaceId, name), {
    method: 'PUT',
    headers: {
      'accept-language': place.locale,
      'content-type': 'application/octet-stream',
      'content-length': found.size,
    },
    signal,
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.on('response', resolve).on('error', reject);
  });
  let sent = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length;
      onSent?.(sent);
      done(null, chunk);
    },
  });
  try {
    const [response] = await Promise.all([
      answered,
      // A server that refuses before the end says why; that its connection closes under us is not the news.
      pipeline(createReadStream(path), counter, sending, { signal }).catch(async (error: unknown) => {
        await answered.catch(() => Promise.reject(error));
      }),
    ]);
    return uploadSchema.parse(await bodyOf(response));
  } catch (error) {
    if (signal.aborted) throw new ProblemError(problem('import.cancelled', { file: name }));
    if (error instanceof ProblemError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES') throw new ProblemError(problem('import.not-readable', { file: name }));
    if (code === 'ECONNREFUSED')
      throw new ProblemError(problem('command.server-silent', { address: place.address }));
    throw new ProblemError(problem('upload.interrupted', { file: name }));
  }
}

export async function discardFile(place: Place, workspaceId: WorkspaceId, uploadId: string): Promise<void> {
  await new Promise<void>((done) => {
    const asking = request(addressOf(place, workspaceId, uploadId), { method: 'DELETE' }, (response) => {
      response.resume().on('end', done);
    });
    // Not forgotten now, it is swept within a day.
    asking.on('error', () => done()).end();
  });
}

const addressOf = ({ address }: Place, workspaceId: string, name: string): string =>
  `${address}/api/v1/workspaces/${workspaceId}/uploads/${encodeURIComponent(name)}`;

async function bodyOf(response: IncomingMessage): Promise<unknown> {
  const body: unknown = JSON.parse(await text(response));
  if (response.statusCode === 201) return body;
  const { code, params } = problemDetailsSchema.parse(body);
  throw new ProblemError(params ? { code, params } : { code });
}
