import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join('; ');

/** Headers of every answer: nothing is sniffed, framed or told to other sites. */
export const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/**
 * Serves the built pages of `folder`: hashed assets for a year, any other path that is not a file is the one page
 * (its own router decides), texts compressed where they were so ahead. Answers 404 for a missing asset and never leaves
 * the folder.
 */
export function createStaticFiles(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> => {
    const asked = fileWithin(folder, pathname);
    const found = asked ? await sizeOf(asked) : null;
    const isAsset = pathname.startsWith('/assets/');
    const path = found !== null && asked ? asked : isAsset ? null : join(folder, 'index.html');
    const size = path === asked ? found : path ? await sizeOf(path) : null;
    if (path === null || size === null) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', ...safeHeaders }).end('404');
      return;
    }
    const html = path.endsWith('.html');
    const sent = isAsset ? await shortest(path, size, request.headers['accept-encoding']) : { path, size };
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-length': sent.size,
      ...(isAsset ? { vary: 'accept-encoding' } : {}),
      ...(sent.encoding ? { 'content-encoding': sent.encoding } : {}),
      'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(html ? { 'content-security-policy': pagePolicy } : {}),
      ...safeHeaders,
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(sent.path), response).catch(() => response.destroy());
  };
}

type Sent = { readonly path: string; readonly size: number; readonly encoding?: string };

/** The compressed file that the builder has put beside an asset, where there is one that the browser understands. */
async function shortest(path: string, size: number, accepted: string | undefined): Promise<Sent> {
  const understood = new Set(accepted?.split(',').map((encoding) => encoding.split(';')[0]?.trim()));
  for (const [encoding, end] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    const compressed = understood.has(encoding) ? await sizeOf(path + end) : null;
    if (compressed !== null) return { path: path + end, size: compressed, encoding };
  }
  return { path, size };
}

function fileWithin(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.endsWith('/')) return null;
  const path = normalize(join(folder, decoded));
  return path.startsWith(folder + sep) ? path : null;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const entry = await stat(path);
    return entry.isFile() ? entry.size : null;
  } catch {
    return null;
  }
}
