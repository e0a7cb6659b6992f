import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { classicScript } from '../../scripts/content-scripts';

export const pageUrl = 'http://app.soak.test/';

/** A page that makes calls, the API that it calls, and the count of what arrived. */
export interface TrafficServer {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Calls that arrived since the last `forget`; preflights are none. */
  readonly calls: number;
  readonly preflights: number;
  forget(): void;
  close(): Promise<void>;
}

export async function serveTraffic(): Promise<TrafficServer> {
  const script = await classicScript('test/soak/traffic.ts', 'esnext', 'error');
  let calls = 0;
  let preflights = 0;
  const server = createServer((request, response) => {
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
    if (request.method === 'OPTIONS') preflights += 1;
    else calls += 1;
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', 'content-type, x-dtc');
    response.setHeader('access-control-max-age', '600');
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
    forget: () => {
      calls = 0;
      preflights = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
