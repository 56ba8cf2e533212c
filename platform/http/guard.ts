import type { IncomingHttpHeaders } from 'node:http';

/** Names under which this server answers; anything else is another site's page or a rebound name. */
export type Guard = (headers: IncomingHttpHeaders) => 'allowed' | 'wrong-host' | 'wrong-origin';

/**
 * Even on loopback a web page of another site can send requests here. Host must be one of ours (DNS rebinding), and
 * when the browser says where a request comes from (Origin, Sec-Fetch-Site) it must be ourselves. Commands and
 * scripts send no Origin and pass.
 */
export function createGuard(port: () => number): Guard {
  return (headers) => {
    const names = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`);
    if (!headers.host || !names.includes(headers.host.toLowerCase())) return 'wrong-host';
    const { origin } = headers;
    if (origin !== undefined && !names.some((name) => origin.toLowerCase() === `http://${name}`)) {
      return 'wrong-origin';
    }
    const site = headers['sec-fetch-site'];
    if (site === 'cross-site' || site === 'same-site') return 'wrong-origin';
    return 'allowed';
  };
}
