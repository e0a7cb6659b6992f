import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { classicScript } from '../../scripts/content-scripts';

export const pageUrl = 'http://app.soak.test/';

/** `test/soak/….ts`: what runs in the page. */
export type TrafficScript = 'traffic' | 'hostile-traffic';

/** A page that makes calls, the API that it calls, and the count of what arrived. */
export interface TrafficServer {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Calls that arrived since the last `forget`; preflights are none. */
  readonly calls: number;
  readonly preflights: number;
  /** Requests to which a redirect led. */
  readonly redirected: number;
  forget(): void;
  close(): Promise<void>;
}

/** What a server can write to mislead: a tier that is not there, text that reorders, very many headers. */
const forgedHeaders: readonly (readonly [string, string])[] = [
  ['server-timing', 'dtSInfo;desc="0", dtRpid;desc="-1", <script>;desc="\\""'],
  ['server-timing', `${'x;desc="",'.repeat(200)}dtSInfo;desc`],
  ['x-oneagent-js-injection', 'true'],
  ['x-note', Buffer.from('\u202egnp.exe \u2066<img src=x>').toString('latin1')],
  ...Array.from({ length: 100 }, (_, n) => [`x-many-${n}`, 'v'.repeat(40)] as const),
];

export async function serveTraffic(name: TrafficScript): Promise<TrafficServer> {
  const script = await classicScript(`test/soak/${name}.ts`, 'esnext', 'error');
  let calls = 0;
  let preflights = 0;
  let redirected = 0;
  // some of the URLs of a hostile page are long
  const server = createServer({ maxHeaderSize: 2 ** 20 }, (request, response) => {
    const url = new URL(request.url ?? '/', pageUrl);
    request.resume();
    response.setHeader('cache-control', 'no-store');
    if (url.pathname === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><title>soak</title><link rel="icon" href="data:,"><script>${script}</script>`,
      );
      return;
    }
    const hops = Number(url.searchParams.get('hops') ?? 0);
    if (request.method === 'OPTIONS') preflights += 1;
    else if (hops > 0) redirected += 1;
    else calls += 1;
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', 'content-type, x-dtc, x-long');
    response.setHeader('access-control-allow-methods', '*');
    response.setHeader('access-control-max-age', '600');
    if (url.pathname.startsWith('/forged')) {
      for (const [header, value] of forgedHeaders) response.appendHeader(header, value);
    }
    if (url.pathname.startsWith('/endless')) {
      url.searchParams.set('hops', String(hops + 1));
      response.writeHead(302, { location: `${url.pathname}${url.search}` }).end();
      return;
    }
    response.statusCode = url.pathname.startsWith('/fails') ? 503 : 200;
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    httpPort: (server.address() as AddressInfo).port,
    // nothing is served there
    httpsPort: 9,
    get calls() {
      return calls;
    },
    get preflights() {
      return preflights;
    },
    get redirected() {
      return redirected;
    },
    forget: () => {
      calls = 0;
      preflights = 0;
      redirected = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
