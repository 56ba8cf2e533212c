import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '#client/contract.ts';
import { problemDetailsSchema } from '#kit/contract.ts';
import type { Locale } from '#kit/locale.ts';
import { randomId } from '#kit/random-id.ts';
import { safeHeaders } from '#platform/http/static-files.ts';
import type { Logger } from '#platform/telemetry/log.ts';
import type { RequestContext } from './handle.ts';
import type { Door } from './http.ts';
import { problemDetails, problemOfError } from './problem-details.ts';
import type { router } from './router.ts';

const converters = [new ZodToJsonSchemaConverter()];

/** The REST API of the contracts, under /api. Errors leave as problem details in the reader's language. */
export function createApiDoor(routes: typeof router, world: RequestContext['world'], logger: Logger): Door {
  const handlers = { fr: createHandler(routes, logger, 'fr'), en: createHandler(routes, logger, 'en') };
  return async ({ request, response, url, locale }) => {
    if (!url.pathname.startsWith('/api/')) return false;
    for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    const writeHead = response.writeHead.bind(response);
    // The contract library writes every body as application/json; RFC 9457 names its own type for refusals.
    response.writeHead = ((status: number, headers: Record<string, unknown>) =>
      writeHead(
        status,
        (status >= 400 ? { ...headers, 'content-type': 'application/problem+json' } : headers) as never,
      )) as never;
    const { matched } = await handlers[locale].handle(request, response, {
      prefix: '/api',
      context: { world, locale },
    });
    if (!matched) response.writeHead = writeHead;
    return matched;
  };
}

/** One handler a language: the library gives its error encoder no context. */
function createHandler(routes: typeof router, logger: Logger, locale: Locale) {
  return new OpenAPIHandler<RequestContext>(routes, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: converters })],
    customErrorResponseBodyEncoder: (error) => {
      const reference = randomId();
      const refused = problemOfError(error, reference);
      if (refused.code === 'server.fault')
        logger.error({ reference, err: error.cause ?? error }, 'server fault');
      return problemDetails(refused, locale);
    },
  });
}

/** OpenAPI 3.1 of everything the contracts say. */
export const openApiDocument = () =>
  new OpenAPIGenerator({ schemaConverters: converters }).generate(contract, {
    info: {
      title: 'Parcours',
      version: '1',
      description:
        'Self-hosted workbench for customer experience. Errors are RFC 9457 problem details with a stable `code`.',
    },
    servers: [{ url: '/api' }],
    commonSchemas: { Problem: { schema: problemDetailsSchema } },
    customErrorResponseBodySchema: { $ref: '#/components/schemas/Problem' },
  });
