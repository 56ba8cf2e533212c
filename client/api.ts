import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { z } from 'zod';
import { type ProblemDetails, problemDetailsSchema } from '#kit/contract.ts';
import { idSchema } from '#kit/ids.ts';
import type { Locale } from '#kit/locale.ts';
import type { Upload } from '#kit/upload.ts';
import { uploadSchema } from '#kit/upload.ts';
import { contract } from './contract.ts';

export type Api = ContractRouterClient<typeof contract>;

/** What the server refused, with the sentence in the reader's language (`details.title`, `details.detail`). */
export class ApiProblem extends Error {
  readonly details: ProblemDetails;
  constructor(details: ProblemDetails) {
    super(details.detail ?? details.title);
    this.name = 'ApiProblem';
    this.details = details;
  }
}

export type ApiOptions = {
  /** Origin of the server, e.g. `http://127.0.0.1:4747`. */
  readonly baseUrl: string;
  /** Language of the sentences in problems; read at each call. */
  readonly locale: () => Locale;
};

/** The typed client: `api.journey.get({ workspaceId, mapId })`. Throws `ApiProblem` for every refusal. */
export function createApi({ baseUrl, locale }: ApiOptions): Api {
  const link = new OpenAPILink(contract, {
    url: `${baseUrl}/api`,
    headers: () => ({ 'accept-language': locale() }),
    fetch: async (request, init) => {
      const response = await fetch(request, init);
      if (!response.ok) throw await problemOf(response);
      return response;
    },
  });
  return createORPCClient(link);
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemDetailsSchema.safeParse(body);
  return new ApiProblem(
    parsed.success
      ? parsed.data
      : {
          type: 'about:blank',
          title: response.statusText || String(response.status),
          status: response.status,
          code: 'http',
        },
  );
}

/** Where a picture, a sound or a video of a workspace is shown from. */
export const mediaUrl = ({ baseUrl }: ApiOptions, workspaceId: string, mediaId: string): string =>
  `${baseUrl}/api/v1/workspaces/${workspaceId}/media/${mediaId}`;

/** How far a file on its way is, and how to stop it. */
export type Sending = {
  /** Receives bytes sent. */
  readonly onProgress?: (sent: number) => void;
  /** Cancels, and leaves nothing on the server; the promise rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
};

/**
 * Keeps a picture, a sound or a video, and gives its id. Rejects with what the server says of a file that is none.
 * Browser only, as `uploadFile`.
 */
export async function sendMedia(
  options: ApiOptions,
  workspaceId: string,
  file: Blob,
  sending: Sending = {},
): Promise<string> {
  const to = { method: 'POST', path: `/api/v1/workspaces/${workspaceId}/media` } as const;
  return z.object({ id: idSchema }).parse(await sendBytes(options, to, file, sending)).id;
}

/** Sends a file as the raw body, so that its size does not matter. Browser only. */
export async function uploadFile(
  options: ApiOptions,
  workspaceId: string,
  file: File,
  sending: Sending = {},
): Promise<Upload> {
  const name = encodeURIComponent(file.name);
  const to = { method: 'PUT', path: `/api/v1/workspaces/${workspaceId}/uploads/${name}` } as const;
  return uploadSchema.parse(await sendBytes(options, to, file, sending));
}

/** The answer to a raw body, as JSON. By XMLHttpRequest, which alone tells how far it is. */
function sendBytes(
  { baseUrl, locale }: ApiOptions,
  to: { readonly method: 'POST' | 'PUT'; readonly path: string },
  body: Blob,
  { onProgress, signal }: Sending,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(to.method, `${baseUrl}${to.path}`);
    request.setRequestHeader('accept-language', locale());
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.onprogress = (event) => onProgress?.(event.loaded);
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText));
      else problemOf(new Response(request.responseText, { status: request.status })).then(reject);
    };
    request.onerror = () =>
      reject(new ApiProblem({ type: 'about:blank', title: 'network', status: 0, code: 'network' }));
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
