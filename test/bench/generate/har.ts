/** A made-up session as HAR text: a shop that calls its own API and those of others, every tenth call with a preflight. */
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
];
const config =
  'app=85a192578fd729e8|featureHash=ICA7NVfgqrux|chw=api^bs.(shop^ppartner)|domain=shop.test|reportUrl=/rb_bf97723bcf|lastModification=1776678318171';
const agentTag = `<script src="/ruxitagentjs_ICA7NVfgqrux_10337260504112723.js" data-dtconfig="${config}"></script>`;

const headers = (record: Record<string, string>) =>
  Object.entries(record).map(([name, value]) => ({ name, value }));

export function harText({ calls, body }: SessionShape): string {
  const text = 'Lorem ipsum dolor sit amet, "quoted" and \\escaped\\. '
    .repeat(Math.ceil(body / 50))
    .slice(0, body);
  const entries: unknown[] = [
    common(
      0,
      'document',
      'GET',
      `${origin}/`,
      {},
      { 'Content-Type': 'text/html' },
      `<html><head>${agentTag}</head></html>`,
    ),
  ];
  for (let n = 1; n <= calls; n++) {
    const host = hosts[n % hosts.length] ?? '';
    const url = `https://${host}/v2/orders/${n % 997}/items?page=${n}&sort=name`;
    const asksFirst = n % 10 === 3;
    if (asksFirst) entries.push(preflight(n, url));
    entries.push(call(n, host, url, asksFirst ? 'POST' : 'GET', text));
  }
  const pages = [{ id: 'page_1', title: `${origin}/`, startedDateTime: at(0), pageTimings: {} }];
  return JSON.stringify({
    log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages, entries },
  });
}

function at(n: number): string {
  return new Date(start + n * 7).toISOString();
}

function preflight(n: number, url: string): unknown {
  const asked = {
    Origin: origin,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'content-type',
  };
  const allowed = n % 20 === 3 ? 'content-type, x-dtc' : 'content-type, authorization';
  const answer = {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'POST',
    'Access-Control-Allow-Headers': allowed,
  };
  return common(n, 'preflight', 'OPTIONS', url, asked, answer, '');
}

function call(n: number, host: string, url: string, method: string, text: string): unknown {
  const sameOrigin = host === 'app.shop.test';
  return common(
    n,
    n % 2 === 0 ? 'xhr' : 'fetch',
    method,
    url,
    {
      Host: host,
      ...(sameOrigin
        ? { Cookie: 'dtCookie=v_4_srv_1_sn_ABC; rxVisitor=1; session=abcdef' }
        : { Origin: origin }),
      Referer: `${origin}/`,
      Accept: 'application/json',
      'Accept-Encoding': 'gzip, deflate, br, zstd',
      'Accept-Language': 'en-US,en;q=0.9',
      'Content-Type': 'application/json',
      'User-Agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      'sec-ch-ua': '"Chromium";v="156", "Not A(Brand";v="24"',
      'Sec-Fetch-Dest': 'empty',
      'Sec-Fetch-Mode': 'cors',
      'Sec-Fetch-Site': sameOrigin ? 'same-origin' : 'cross-site',
    },
    {
      'Access-Control-Allow-Origin': n % 3 === 0 ? '*' : origin,
      'Cache-Control': 'no-store',
      'Content-Type': 'application/json',
      Date: at(n),
      'Server-Timing': 'dtSInfo;desc="0", dtRpid;desc="1"',
      Vary: 'Origin',
    },
    text,
  );
}

function common(
  n: number,
  type: string,
  method: string,
  url: string,
  request: Record<string, string>,
  response: Record<string, string>,
  text: string,
): unknown {
  const frame = (file: string) => ({
    functionName: 'load',
    scriptId: '12',
    url: `${origin}/${file}`,
    lineNumber: 10,
    columnNumber: 20,
  });
  return {
    _initiator:
      type === 'preflight'
        ? { type, url }
        : { type: 'script', stack: { callFrames: [frame('main.js'), frame('vendor.js')] } },
    _priority: 'High',
    _resourceType: type,
    cache: {},
    connection: '1',
    pageref: 'page_1',
    request: {
      method,
      url,
      httpVersion: 'h2',
      headers: headers(request),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 200,
      statusText: '',
      httpVersion: 'h2',
      headers: headers(response),
      cookies: [],
      content: {
        size: text.length,
        mimeType: response['Content-Type'] ?? 'x-unknown',
        ...(text === '' ? {} : { text }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: 500,
      _error: null,
    },
    serverIPAddress: '10.0.0.1',
    startedDateTime: at(n),
    time: 12.5,
    timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0.5, wait: 10, receive: 1 },
  };
}
