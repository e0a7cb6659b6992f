import type { Har, HarEntry } from '../../../../src/core/exchange/har';

/** Secrets, each in a place where pages and browsers put them; none may leave in a redacted export. */
export const secrets = {
  cookie: 'COOKIE-9f8e7d6c5b4a',
  setCookie: 'SETCOOKIE-9f8e7d6c5b4a',
  bearer: 'BEARER-9f8e7d6c5b4a',
  basic: 'dXNlcjpCQVNJQy1wYXNz',
  queryToken: 'QUERYTOKEN-9f8e7d6c',
  querySig: 'SIG9f8e7d6c5b4a',
  nested: 'NESTEDTOKEN-9f8e7d6c',
  fragment: 'FRAGMENT-9f8e7d6c',
  password: 'PASSWORD-9f8e7d',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLXNpZ25hdHVyZQ',
  apiKey: 'APIKEY-9f8e7d6c5b4a',
  xDtc: 'XDTCSESSION9f8e7d6c',
  xDtpc: 'XDTPC-9f8e7d6c5b4a',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  tracestate: 'abc@dt=fw4;TRACESTATE9f8e',
  location: 'LOCATIONTOKEN-9f8e7d',
  referer: 'REFERERTOKEN-9f8e7d',
  path: 'k3J9x0PqLm7Zt2Vb8Ns4Wd6R',
  spelling: 'SPELLING-9f8e7d6c',
  anyCookie: 'ANYCOOKIE-9f8e7d6c',
  trace: 'TRACE9f8e7d6c5b4a',
  protocol: 'PROTOCOL-9f8e7d6c',
  userInfo: 'USERINFO-9f8e7d6c',
  twice: 'TWICE-9f8e7d6c5b4a',
  inJson: 'INJSON-9f8e7d6c5b4a',
  afterTelling: 'AFTER9f8e7d6c',
  initiator: 'INITIATOR-9f8e7d6c',
  body: 'BODY-9f8e7d6c5b4a',
} as const;

/** Markup and controls that must come out as text. */
export const hostileText = `"><script>alert(1)</script><img src=x onerror=alert(2)>'\u202e\u001b[31m|\`@team #12`;

const headers = (record: Record<string, string>) =>
  Object.entries(record).map(([name, value]) => ({ name, value }));
const at = (ms: number): string => new Date(Date.UTC(2026, 0, 1) + ms).toISOString();
const page = `https://app.shop.test/?access_token=${secrets.queryToken}`;
const origin = 'https://app.shop.test';
const endpoint = `https://user:${secrets.password}@api.partner.test/orders/17/${secrets.path}?sig=${secrets.querySig}&return_to=${encodeURIComponent(`https://x.test/?token=${secrets.nested}`)}&name=plain#id_token=${secrets.fragment}`;

/** As other tools write it; Crosslink's own type has no place for it. */
const withBody = <Request extends object>(request: Request): Request => ({
  ...request,
  postData: { mimeType: 'text/plain', text: secrets.body },
});

function entry(
  method: string,
  url: string,
  ms: number,
  request: Record<string, string>,
  response: Record<string, string>,
  type: string,
): HarEntry {
  return {
    pageref: 'page_1',
    startedDateTime: at(ms),
    time: 10,
    _resourceType: type,
    _initiator: {
      type: 'script',
      url: `${origin}/app.js?token=${secrets.initiator}`,
      stack: { callFrames: [{ url: `https://u:${secrets.initiator}@app.shop.test/app.js` }] },
    },
    request: withBody({ method, url, headers: headers(request) }),
    response: {
      status: 200,
      headers: headers(response),
      content: { mimeType: 'application/json', text: secrets.jwt },
      redirectURL: '',
    },
  };
}

/** A session full of secrets and of texts that try to break out. */
export const hostileHar: Har = {
  log: {
    pages: [{ id: 'page_1', title: page, startedDateTime: at(0) }],
    entries: [
      entry(
        'GET',
        `${origin}/cart?code=${secrets.queryToken}&jwt=${secrets.jwt}`,
        100,
        { Cookie: `dtCookie=${secrets.cookie}; session=${secrets.cookie}`, Referer: page },
        { 'Set-Cookie': `dtCookie=${secrets.setCookie}; Path=/; Domain=shop.test` },
        'xhr',
      ),
      entry(
        'OPTIONS',
        endpoint,
        109,
        {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,x-api-key',
        },
        {
          'Access-Control-Allow-Origin': origin,
          'Access-Control-Allow-Headers': `authorization, x-api-key, ${hostileText}`,
        },
        'preflight',
      ),
      entry(
        'POST',
        endpoint,
        110,
        {
          Origin: origin,
          Authorization: `Bearer ${secrets.bearer}`,
          'Proxy-Authorization': `Basic ${secrets.basic}`,
          'X-Api-Key': secrets.apiKey,
          'x-dtc': `sn="v_4_srv_1_sn_${secrets.xDtc}", pc="1$${secrets.xDtc}", v="${secrets.xDtc}", app="a", r="https://app.shop.test/?token=${secrets.queryToken}"`,
          'x-dtpc': secrets.xDtpc,
          traceparent: secrets.traceparent,
          tracestate: secrets.tracestate,
          Referer: `https://app.shop.test/?token=${secrets.referer}`,
          'X-Note': hostileText,
        },
        { 'Access-Control-Allow-Origin': hostileText, Location: `/next?token=${secrets.location}` },
        'fetch',
      ),
      entry(
        'GET',
        `https://api.shop.test/reset-password/${secrets.afterTelling}/?next=${encodeURIComponent(encodeURIComponent(`https://x.test/?token=${secrets.twice}`))}&filter=${encodeURIComponent(`{"token": "${secrets.inJson}"}`)}#/sso/access_token=${secrets.fragment}`,
        150,
        {
          Origin: origin,
          AUTHORIZATION: `bearer ${secrets.spelling}1`,
          'authorization ': secrets.spelling,
          'X-Authentication': secrets.spelling,
          API_KEY: secrets.spelling,
          'X-Cookie': `a=${secrets.anyCookie}`,
          Cookie2: `$Version=1; a=${secrets.anyCookie}`,
          b3: secrets.trace,
          'uber-trace-id': secrets.trace,
          baggage: `user=${secrets.trace}`,
          'Sec-WebSocket-Protocol': `v1, ${secrets.protocol}`,
          'X-Dtc': `sn="v_4_srv_1_sn_${secrets.xDtc}"`,
          Referer: `https://u:${secrets.userInfo}@app.shop.test/`,
          'X-Json': `{"password": "${secrets.inJson}", "sub": 1}`,
        },
        {
          'Access-Control-Allow-Origin': `https://u:${secrets.userInfo}@app.shop.test/?token=${secrets.userInfo}`,
          'SET-COOKIE': `a=${secrets.anyCookie}`,
          Location: `//u:${secrets.userInfo}@api.shop.test/`,
          'Server-Timing': `auth;desc="token=${secrets.spelling}"`,
        },
        'fetch',
      ),
      entry(
        'GET',
        'https://api.shop.test/<b>/"x"?q=`|',
        200,
        { Origin: origin, 'X-Note': hostileText },
        { 'Access-Control-Allow-Origin': `${origin}${hostileText}` },
        'fetch',
      ),
      entry(
        'GET',
        `https://api.shop.test/plain?token=${secrets.queryToken}`,
        300,
        { Origin: origin },
        { 'Access-Control-Allow-Origin': '*' },
        'fetch',
      ),
    ],
  },
};
