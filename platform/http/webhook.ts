import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { BlockList, isIPv4, type LookupFunction } from 'node:net';
import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';

/** How long the other side has to answer, in milliseconds. */
const patience = 15_000;

/**
 * Addresses nobody sends customers to: those of the machine's own hosting (link-local, where clouds keep their keys), of
 * groups, and none at all. Machines of the same network are allowed: that is where the tools of a company are.
 */
const refused = new BlockList();
refused.addSubnet('169.254.0.0', 16, 'ipv4');
refused.addSubnet('0.0.0.0', 8, 'ipv4');
refused.addSubnet('224.0.0.0', 3, 'ipv4');
refused.addSubnet('fe80::', 10, 'ipv6');
refused.addSubnet('ff00::', 8, 'ipv6');
refused.addAddress('::', 'ipv6');
refused.addAddress('fd00:ec2::254', 'ipv6');

const isRefused = (address: string): boolean => refused.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');

class RefusedAddress extends Error {}

/** The address is looked at where the connection is made, so that a name cannot change it in between. */
const checkedLookup: LookupFunction = (host, options, answer) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, []);
    if (addresses.some(({ address }) => isRefused(address))) return answer(new RefusedAddress(), []);
    const [first] = addresses;
    if (options.all || !first) return answer(null, addresses);
    return answer(null, first.address, first.family);
  });
};

/** The address as it can be sent to. Problem: `webhook.bad-address`. */
export function webhookAddress(text: string): Result<URL> {
  const bad = fail(problem('webhook.bad-address', { address: text.slice(0, 200) }));
  if (!URL.canParse(text)) return bad;
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const numeric = isIPv4(host) || host.includes(':');
  const wrong =
    !['http:', 'https:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    (numeric && isRefused(host));
  return wrong ? bad : ok(url);
}

/**
 * Sends JSON by POST to an address that a person gave. With a secret, the header `x-parcours-signature` is
 * `sha256=` and the HMAC-SHA256 (hex) of the body. Redirects are not followed; what is answered is not read beyond its status.
 * Problems: `webhook.bad-address`, `webhook.refused` (another status than 2xx), `webhook.unreachable`.
 */
export function postJson(
  address: URL,
  body: unknown,
  secret: string | null,
): Promise<Result<{ status: number }>> {
  const text = JSON.stringify(body);
  const shown = `${address.protocol}//${address.host}`;
  const fault = (code: string, more: Record<string, string | number> = {}): Problem =>
    problem(code, { address: shown, ...more }, 422);
  return new Promise((resolve) => {
    const send = address.protocol === 'https:' ? requestTls : requestPlain;
    const request = send(
      address,
      {
        method: 'POST',
        lookup: checkedLookup,
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(text),
          'user-agent': 'Parcours',
          ...(secret
            ? { 'x-parcours-signature': `sha256=${createHmac('sha256', secret).update(text).digest('hex')}` }
            : {}),
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        response.destroy();
        resolve(status >= 200 && status < 300 ? ok({ status }) : fail(fault('webhook.refused', { status })));
      },
    );
    request.on('error', (error) => {
      const bad = error instanceof RefusedAddress;
      resolve(fail(fault(bad ? 'webhook.bad-address' : 'webhook.unreachable')));
    });
    request.end(text);
  });
}
