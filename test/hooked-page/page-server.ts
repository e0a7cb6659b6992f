import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPageScript, pageScript, type PageScript } from './scripts';

/** The page's host, and another site. Browsers are told to find every `*.test` host here. */
export const pageHost = 'page.test';
export const otherHost = 'other.test';

/** A request for `/echo/…` as it arrived. */
export interface EchoedRequest {
  readonly method: string;
  readonly path: string;
  /** Lower-case names, sorted, without those that every request has. */
  readonly headers: readonly string[];
  readonly body: string;
}

export interface PageServer {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly echoed: EchoedRequest[];
  /** What `pageUrl` is made of from now on: these scripts in this order, and nothing else. */
  show(scripts: readonly PageScript[]): void;
  close(): Promise<void>;
}

/** The same for every set of scripts, so that pages which differ in them alone can be compared. */
export const pageUrl = `http://${pageHost}/`;

/** Serves pages made of scripts, and endpoints that answer in every way a call can meet. */
export async function servePages(): Promise<PageServer> {
  const echoed: EchoedRequest[] = [];
  let shown: readonly PageScript[] = [];
  const server = createServer((request, response) => {
    answer(request, response, echoed, shown).catch((error: unknown) => {
      console.error('page server:', request.method, request.url, error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    httpPort: port,
    httpsPort: port,
    echoed,
    show: (scripts) => void (shown = scripts),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  echoed: EchoedRequest[],
  shown: readonly PageScript[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', `http://${pageHost}`);
  const [, kind = ''] = url.pathname.split('/');
  const allowed = {
    'access-control-allow-origin': `http://${pageHost}`,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': String(request.headers['access-control-request-headers'] ?? ''),
    'access-control-allow-methods': String(request.headers['access-control-request-method'] ?? ''),
    'access-control-max-age': '0',
    'cache-control': 'no-store',
  };
  switch (kind) {
    case '':
      response.writeHead(200, {
        'content-type': 'text/html',
        'cache-control': 'no-store',
        ...(url.searchParams.has('isolated') ? isolation : {}),
      });
      response.end(await page(url.searchParams.get('scripts')?.split(',').filter(isPageScript) ?? shown));
      return;
    case 'echo': {
      const body = Buffer.concat(chunks).toString('utf8');
      const seen = echoOf(request, url, body);
      echoed.push(seen);
      response.writeHead(request.method === 'OPTIONS' ? 204 : 200, {
        ...allowed,
        'content-type': 'application/json',
      });
      response.end(request.method === 'HEAD' ? undefined : JSON.stringify(seen));
      return;
    }
    case 'no-cors':
      response.writeHead(200, { 'cache-control': 'no-store' }).end('{}');
      return;
    case 'redirect':
      response.writeHead(302, { ...allowed, location: '/echo/redirected' }).end();
      return;
    case 'endless':
      response
        .writeHead(302, { ...allowed, location: `${url.pathname}?${Number(url.search.slice(1)) + 1}` })
        .end();
      return;
    case 'status':
      response.writeHead(Number(url.pathname.split('/')[2]), { ...allowed, 'x-of-server': 'a' }).end('text');
      return;
    case 'misleading':
      response.writeHead(200, [...Object.entries(allowed), ...misleadingHeaders].flat()).end('{}');
      return;
    case 'many-headers':
      response
        .writeHead(200, [
          ...Object.entries(allowed).flat(),
          ...Array.from({ length: 10_000 }, (_, n) => [`x-${n}`, '1']).flat(),
        ])
        .end('{}');
      return;
    case 'pieces':
      response.writeHead(200, { ...allowed, 'content-type': 'text/plain' });
      for (const piece of ['one,', 'two,', 'three']) response.write(piece);
      response.end();
      return;
    case 'never':
      // the answer stays out: for aborts and timeouts
      return;
    case 'broken':
      response.destroy();
      return;
    default:
      response.writeHead(204, { 'cache-control': 'no-store' }).end();
  }
}

/** In Chromium the clock of isolated pages moves in steps of 5 µs, that of others in steps of 100 µs. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** As bytes: Node takes header values for Latin-1. */
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

/** What a server can say that is not so, or that would not look so. */
const misleadingHeaders: readonly (readonly [string, string])[] = [
  ['server-timing', 'dtSInfo;desc="0", dtRpid;desc="-1", __proto__;desc="1", x;desc="<img src=x>'],
  ['x-oneagent-js-injection', 'true'],
  ['x-note', utf8('\u202egnp.exe\u202c \u2066bank\u2069 \u009b31m <img src=x onerror=alert(1)>')],
  ['access-control-allow-headers', utf8('x-dtc\u202e, \u200bx-dtc, ｘ-dtc')],
  ['__proto__', 'polluted'],
  ['set-cookie', 'dtCookie=v_4_srv_1_sn_SESSIONOFTHESERVER; path=/'],
];

async function page(names: readonly PageScript[]): Promise<string> {
  const texts = await Promise.all(names.map(pageScript));
  const scripts = texts.map((text) => `<script>${text.replaceAll('</script', '<\\/script')}</script>`);
  return `<!doctype html><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,">${scripts.join('')}`;
}

const ofEveryRequest =
  /^(?:host|connection|user-agent|accept-encoding|accept-language|sec-ch-.*|priority|dnt|te|pragma|cache-control|upgrade-insecure-requests)$/;

function echoOf(request: IncomingMessage, url: URL, body: string): EchoedRequest {
  // Firefox makes boundaries of different lengths
  const isForm = (request.headers['content-type'] ?? '').startsWith('multipart');
  return {
    method: request.method ?? '',
    path: `${String(request.headers.host)}${url.pathname}${url.search}`,
    headers: Object.entries(request.headers)
      .filter(([name]) => !ofEveryRequest.test(name) && !(isForm && name === 'content-length'))
      .map(([name, value]) => `${name}: ${String(value).replace(/boundary=\S+/, 'boundary')}`)
      .sort(),
    body: body.replace(/-+(?:geckoformboundary|WebKitFormBoundary)\w+(?:--)?/gi, 'boundary'),
  };
}
