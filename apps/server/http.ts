import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Locale } from '#kit/locale.ts';
import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';
import { engineProblem } from '#platform/clickhouse/problems.ts';
import { createGuard } from '#platform/http/guard.ts';
import { safeHeaders } from '#platform/http/static-files.ts';
import type { Logger } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import { localeOf } from '../problem-sentence.ts';
import { problemDetails } from './problem-details.ts';

export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly locale: Locale;
};

/** Answers and says true, or leaves the exchange to the next door. */
export type Door = (exchange: Exchange) => Promise<boolean>;

export type HttpServer = {
  readonly port: number;
  close(): Promise<void>;
};

type HttpOptions = {
  readonly host: string;
  readonly port: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Tried in order. */
  readonly doors: readonly Door[];
  /** Live editing: takes over a guarded WebSocket request. */
  readonly upgrade: (request: IncomingMessage, socket: Socket, head: Buffer) => void;
};

/** The one HTTP server. Problem: `port.taken`. */
export function listen(options: HttpOptions): Promise<Result<HttpServer>> {
  const { host, port, logger, metrics } = options;
  let boundPort = port;
  const guard = createGuard(() => boundPort);

  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    const started = performance.now();
    const url = new URL(request.url ?? '/', 'http://parcours.invalid');
    const locale = localeOf(request.headers['accept-language']);
    response.on('finish', () => {
      metrics.requestSeconds.observe(
        { method: request.method ?? '', area: areaOf(url.pathname), status: String(response.statusCode) },
        (performance.now() - started) / 1000,
      );
    });
    const verdict = guard(request.headers);
    // A link on another site may lead to our pages; it may never reach what reads or writes.
    const page = !url.pathname.startsWith('/api/') && !url.pathname.startsWith('/metrics');
    if (verdict === 'wrong-host' || (verdict === 'wrong-origin' && !page)) {
      metrics.refusedRequests.inc();
      sendProblem(response, problem(`request.${verdict}`, undefined, 403), locale);
      return;
    }
    answer(options.doors, { request, response, url, locale }).catch((error: unknown) => {
      logger.error({ err: error, path: url.pathname }, 'request failed');
      const known = engineProblem(error);
      if (!response.headersSent)
        sendProblem(response, known ?? problem('server.fault', { reference: 'http' }, 500), locale);
      else response.destroy();
    });
  });

  server.on('upgrade', (request, socket, head) => {
    const known = request.url?.startsWith('/collaboration');
    if (known && guard(request.headers) === 'allowed') options.upgrade(request, socket as Socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
  });

  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(fail<Problem>(problem('port.taken', { port }, 503)));
      else reject(error);
    });
    server.listen(port, host, () => {
      boundPort = (server.address() as AddressInfo).port;
      resolve(ok({ port: boundPort, close: () => close(server) }));
    });
  });
}

async function answer(doors: readonly Door[], exchange: Exchange): Promise<void> {
  for (const door of doors) if (await door(exchange)) return;
  sendProblem(exchange.response, problem('request.not-found', undefined, 404), exchange.locale);
}

/** RFC 9457: the body of every refusal. */
export function sendProblem(response: ServerResponse, refused: Problem, locale: Locale): void {
  const details = problemDetails(refused, locale);
  response
    .writeHead(details.status, { 'content-type': 'application/problem+json', ...safeHeaders })
    .end(JSON.stringify(details));
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...safeHeaders,
    })
    .end(JSON.stringify(body));
}

const areaOf = (pathname: string): string =>
  pathname.startsWith('/api/')
    ? 'api'
    : pathname.startsWith('/assets/')
      ? 'asset'
      : pathname === '/healthz' || pathname === '/metrics'
        ? 'probe'
        : 'page';

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 2000).unref();
  await closed;
}
