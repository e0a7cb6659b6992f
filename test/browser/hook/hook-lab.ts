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

/** What a path of every host but the API's answers with: a page with this script inline before anything else, or this. */
export type HookLabPage =
  string | { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** Pages of any host and endpoints of `api.shop.test`, over http. */
export interface HookLab {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly received: HookLabRequest[];
  /** What endpoints allow, by the first part of their path; every one allows the page's origin. */
  readonly allowed: Record<string, Readonly<Record<string, string>>>;
  /** The first request, past or future, of this method to a target that ends so. */
  waitFor(method: string, target: string): Promise<HookLabRequest>;
  close(): Promise<void>;
}

const allowedAtFirst: Readonly<HookLab['allowed']> = {
  '/open': {
    'access-control-allow-headers': 'x-dtc, x-own, content-type',
    'access-control-allow-methods': 'PUT',
  },
  '/closed': {},
  // '/never': no answer
  '/credentialed': { 'access-control-allow-credentials': 'true' },
};

/** `pages`: by their paths. */
export async function startHookLab(pages: Readonly<Record<string, HookLabPage>>): Promise<HookLab> {
  const allowed = { ...allowedAtFirst };
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
      const endpoint = /^\/[^/]*/.exec(url.pathname)?.[0] ?? '';
      for (const [name, value] of Object.entries(allowed[endpoint] ?? {})) response.setHeader(name, value);
      response.end('{}');
      return;
    }
    response.setHeader('content-type', 'text/html');
    const page = pages[url.pathname];
    if (typeof page === 'object') {
      for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
      response.end(page.body);
    } else {
      response.end(page === undefined ? '' : `<!doctype html><title>page</title><script>${page}</script>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    httpPort: (server.address() as AddressInfo).port,
    // nothing is served there
    httpsPort: 9,
    received,
    allowed,
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
