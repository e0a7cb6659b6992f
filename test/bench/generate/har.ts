/**
 * A made-up session as HAR text, shaped like what Chrome's Network panel exports of a shop whose bundled application calls its own API
 * and those of others. As in a real log, every third entry is no call (images, scripts, fonts), every tenth call has a preflight,
 * HTTP/2 brings pseudo headers, endpoints, ids, queries and referrers differ, answers have a date, an id and a length of their own,
 * query strings and cookies stand there once more in parts, and a call stack goes through the framework into the asynchronous part
 * before. Before November 2026 it had none of this: every entry was a call of one endpoint with two frames, of about half the size.
 */
export interface SessionShape {
  readonly calls: number;
  /** Characters of each answer's body; 0: bodies were not recorded. */
  readonly body: number;
}

const origin = 'https://app.shop.test';
const start = Date.UTC(2026, 0, 1);
const hosts = [
  'api.shop.test',
  'api.partner.test',
  'app.shop.test',
  'maps.thirdparty.test',
  'static.shop.test',
] as const;
const config =
  'app=85a192578fd729e8|featureHash=ICA7NVfgqrux|chw=api^bs.(shop^ppartner)|domain=shop.test|reportUrl=/rb_bf97723bcf|lastModification=1776678318171';
const agentTag = `<script src="/ruxitagentjs_ICA7NVfgqrux_10337260504112723.js" data-dtconfig="${config}"></script>`;

/** Endpoints of an API by the number of the call. */
const endpoints: readonly ((n: number) => string)[] = [
  (n) => `/v2/orders/${n % 997}/items?page=${n % 40}&sort=name`,
  (n) => `/v2/products?category=${n % 23}&q=lamp+${n % 101}&limit=50`,
  (n) => `/v2/products/${n % 1_499}/availability`,
  () => '/v2/cart',
  (n) => `/v2/users/${hex(n, 32)}/recommendations?seed=${n}`,
  () => '/v2/session/keepalive',
  (n) => `/graphql?operation=Search${n % 7}`,
];
const pages = ['/', '/cart', '/search?q=lamp', '/products/lamps'] as const;
const subresources = [
  { type: 'image', path: '/img/', end: '.webp', mime: 'image/webp', dest: 'image' },
  { type: 'script', path: '/chunks/', end: '.js', mime: 'text/javascript', dest: 'script' },
  { type: 'font', path: '/fonts/', end: '.woff2', mime: 'font/woff2', dest: 'font' },
] as const;

/** The session's text, as it stands in a file. */
export function harText(shape: SessionShape): string {
  return JSON.stringify(harLog(shape));
}

/** The same before it is written: the text of 200,000 calls would be longer than a string can be. */
export function harLog({ calls, body }: SessionShape): unknown {
  const text = 'Lorem ipsum dolor sit amet, "quoted" and \\escaped\\. '
    .repeat(Math.ceil(body / 50))
    .slice(0, body);
  const entries: unknown[] = [page()];
  for (let n = 1; n <= calls; n++) {
    const host = hosts[n % hosts.length] ?? hosts[0];
    const path = endpoints[n % endpoints.length]?.(n) ?? '/';
    const asksFirst = n % 10 === 3;
    if (n % 2 === 0) entries.push(subresource(n));
    if (asksFirst) entries.push(preflight(n, host, path));
    entries.push(call(n, host, path, asksFirst ? 'POST' : 'GET', text));
  }
  const log = { version: '1.2', creator: { name: 'WebInspector', version: '537.36' } };
  const pageOf = { id: 'page_1', title: `${origin}/`, startedDateTime: at(0), pageTimings: {} };
  return { log: { ...log, pages: [pageOf], entries } };
}

interface Exchanged {
  readonly type: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly request: Readonly<Record<string, string>>;
  readonly response: Readonly<Record<string, string>>;
  readonly initiator: unknown;
  readonly text?: string;
}

function page(): unknown {
  return entry(0, {
    type: 'document',
    method: 'GET',
    host: 'app.shop.test',
    path: '/',
    request: { 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate', 'upgrade-insecure-requests': '1' },
    response: { 'content-type': 'text/html; charset=utf-8' },
    initiator: { type: 'other' },
    text: `<html><head>${agentTag}</head></html>`,
  });
}

function subresource(n: number): unknown {
  const { type, path, end, mime, dest } = subresources[n % subresources.length] ?? subresources[0];
  return entry(n, {
    type,
    method: 'GET',
    host: 'static.shop.test',
    path: `${path}${hex(n, 16)}${end}`,
    request: {
      referer: `${origin}/`,
      'sec-fetch-dest': dest,
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-site': 'same-site',
    },
    response: {
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': mime,
      etag: `"${hex(n, 16)}"`,
    },
    initiator: { type: 'parser', url: `${origin}/`, lineNumber: n % 900 },
  });
}

function preflight(n: number, host: string, path: string): unknown {
  const allowed = n % 20 === 3 ? 'content-type, x-dtc' : 'content-type, authorization';
  return entry(n, {
    type: 'preflight',
    method: 'OPTIONS',
    host,
    path,
    request: {
      'access-control-request-headers': 'content-type',
      'access-control-request-method': 'POST',
      origin,
      'sec-fetch-mode': 'cors',
    },
    response: {
      'access-control-allow-headers': allowed,
      'access-control-allow-methods': 'POST',
      'access-control-allow-origin': origin,
      'access-control-max-age': '600',
    },
    initiator: { type: 'preflight', url: `https://${host}${path}` },
  });
}

function call(n: number, host: string, path: string, method: string, text: string): unknown {
  const sameOrigin = host === 'app.shop.test';
  return entry(n, {
    type: n % 2 === 0 ? 'xhr' : 'fetch',
    method,
    host,
    path,
    request: {
      'content-type': 'application/json',
      ...(sameOrigin ? { cookie: 'dtCookie=v_4_srv_1_sn_ABC; rxVisitor=1; session=abcdef' } : { origin }),
      priority: 'u=1, i',
      referer: `${origin}${pages[Math.floor(n / 50) % pages.length] ?? '/'}`,
      'sec-fetch-dest': 'empty',
      'sec-fetch-mode': 'cors',
      'sec-fetch-site': sameOrigin ? 'same-origin' : 'cross-site',
    },
    response: {
      'access-control-allow-origin': n % 3 === 0 ? '*' : origin,
      'cache-control': 'no-store',
      'content-encoding': 'br',
      'content-type': 'application/json; charset=utf-8',
      'server-timing': `dtSInfo;desc="0", dtRpid;desc="${n}"`,
      vary: 'Origin, Accept-Encoding',
      'x-request-id': hex(n, 32),
    },
    initiator: { type: 'script', stack: stack(n) },
    text,
  });
}

/** From the innermost frame outwards; the part that the browser remembers across `await` hangs below. */
function stack(n: number): unknown {
  const frame = (functionName: string, file: string, line: number) => ({
    functionName,
    scriptId: '12',
    url: `${origin}/assets/${file}`,
    lineNumber: line,
    columnNumber: (n * 31 + line * 7) % 9_000,
  });
  const framework = ['dispatch', 'flushPassiveEffects', 'performWork', 'workLoop', 'runTask'];
  return {
    callFrames: [
      frame('send', 'http-4f2a91c0.js', 1),
      frame('request', 'http-4f2a91c0.js', 2),
      frame(`load${n % 40}`, 'main-8d13e7b5.js', n % 60),
    ],
    parent: {
      description: 'await',
      callFrames: framework.map((name, index) => frame(name, 'vendor-c9a0f6d2.js', index)),
      parent: { description: 'setTimeout', callFrames: [frame('schedule', 'vendor-c9a0f6d2.js', 40)] },
    },
  };
}

function entry(
  n: number,
  { type, method, host, path, request, response, initiator, text = '' }: Exchanged,
): unknown {
  const url = `https://${host}${path}`;
  const { cookie } = request;
  const mimeType = response['content-type']?.split(';')[0] ?? 'x-unknown';
  return {
    _connectionId: String(10_000 + hosts.findIndex((each) => each === host)),
    _initiator: initiator,
    _priority: type === 'image' ? 'Low' : 'High',
    _resourceType: type,
    cache: {},
    connection: '443',
    pageref: 'page_1',
    request: {
      method,
      url,
      httpVersion: 'http/2.0',
      headers: pairs({
        ':authority': host,
        ':method': method,
        ':path': path,
        ':scheme': 'https',
        accept: 'application/json, text/plain, */*',
        'accept-encoding': 'gzip, deflate, br, zstd',
        'accept-language': 'en-US,en;q=0.9,de;q=0.8',
        ...request,
        'sec-ch-ua': '"Chromium";v="156", "Not A(Brand";v="24"',
        'sec-ch-ua-mobile': '?0',
        'sec-ch-ua-platform': '"Linux"',
        'user-agent':
          'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      }),
      queryString: pairs(Object.fromEntries(new URL(url).searchParams)),
      cookies:
        cookie === undefined
          ? []
          : pairs(Object.fromEntries(new URLSearchParams(cookie.replaceAll('; ', '&')))),
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 200,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: pairs({
        ...response,
        'content-length': String(1_000 + ((n * 37) % 5_000)),
        date: new Date(start + n * 7).toUTCString(),
        server: 'nginx',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      }),
      cookies: [],
      content: { size: text.length, mimeType, ...(text === '' ? {} : { text }) },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: 500 + (n % 3_000),
      _error: null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: '10.0.0.1',
    startedDateTime: at(n),
    time: 12.5 + (n % 80) / 8,
    timings: {
      blocked: 1.2 + (n % 9) / 16,
      dns: -1,
      ssl: -1,
      connect: -1,
      send: 0.5,
      wait: 10 + (n % 80) / 8,
      receive: 0.8,
      _blocked_queueing: 0.6 + (n % 9) / 16,
    },
  };
}

function pairs(record: Readonly<Record<string, string>>): readonly unknown[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }));
}

function at(n: number): string {
  return new Date(start + n * 7).toISOString();
}

/** Digits that look like a hash of the number. */
function hex(n: number, digits: number): string {
  return (Math.imul(n + 1, 0x9e3779b1) >>> 0)
    .toString(16)
    .padStart(8, '0')
    .repeat(digits / 8);
}
