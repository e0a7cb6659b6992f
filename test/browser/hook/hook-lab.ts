import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitUntil } from '../wait-until';

/** One request as it reached the server. */
export interface HookLabRequest {
  readonly method: string;
  /** Host and path: `api.shop.test/open?n=1`. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** A page of `app.shop.test` and endpoints of `api.shop.test`, over http. */
export interface HookLab {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly received: HookLabRequest[];
  /** The first request, past or future, of this method to a target that ends so. */
  waitFor(method: string, target: string): Promise<HookLabRequest>;
  close(): Promise<void>;
}

/** What each endpoint of the API allows; all allow the page's origin. */
const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/open': {
    'access-control-allow-headers': 'x-dtc, x-own, content-type',
    'access-control-allow-methods': 'PUT',
  },
  '/closed': {},
  // '/never': no answer
  '/credentialed': { 'access-control-allow-credentials': 'true' },
};

/** `pages`: the script of each path of the page's host, run inline before anything else. */
export async function startHookLab(pages: Readonly<Record<string, string>>): Promise<HookLab> {
  const received: HookLabRequest[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    received.push({
      method: request.method ?? '',
      target: `${url.hostname}${url.pathname}${url.search}`,
      headers: request.headers as Record<string, string>,
    });
    if (url.pathname === '/never') return;
    response.setHeader('cache-control', 'no-store');
    if (url.hostname === 'api.shop.test') {
      // no answer of an earlier test counts
      response.setHeader('access-control-max-age', '0');
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
      for (const [name, value] of Object.entries(allowed[url.pathname] ?? {}))
        response.setHeader(name, value);
      response.end('{}');
      return;
    }
    response.setHeader('content-type', 'text/html');
    const script = pages[url.pathname];
    response.end(script === undefined ? '' : `<!doctype html><title>page</title><script>${script}</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    httpPort: (server.address() as AddressInfo).port,
    // nothing is served there
    httpsPort: 9,
    received,
    waitFor: (method, target) =>
      waitUntil(`${method} …${target}`, () =>
        Promise.resolve(received.find((each) => each.method === method && each.target.endsWith(target))),
      ),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
