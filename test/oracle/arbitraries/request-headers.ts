import * as fc from 'fast-check';
import type { Header } from '../../../src/core';

const byte = fc
  .integer({ min: 1, max: 255 })
  .filter((code) => code !== 10 && code !== 13)
  .map((code) => String.fromCharCode(code));

const anyValue = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('1', '', '  x \t', 'a'.repeat(127), 'a'.repeat(128), 'a'.repeat(129)),
  },
  { weight: 1, arbitrary: fc.string({ unit: byte, maxLength: 40 }) },
);

const named = (name: string, ...values: string[]): fc.Arbitrary<Header> =>
  fc.tuple(
    fc.constantFrom(name, name.toUpperCase()),
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom('1', ...values) }, { weight: 1, arbitrary: anyValue }),
  );

/** Names whose value decides whether the server is asked. */
const safelisted: fc.Arbitrary<Header> = fc.oneof(
  named('accept', '*/*', 'application/json', 'a:b', '"a"', 'a/b;q=0.5, c', 'a(b)', '\u00e9', 'a\tb', '{}'),
  named('accept-language', 'de-DE, en;q=0.5', '*', 'en_US', 'a"b', 'a=b', 'de:'),
  named('content-language', 'en', 'de, en', 'en_US', '.', 'a/b'),
  named(
    'content-type',
    'text/plain',
    'TEXT/Plain; charset=utf-8',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/json',
    'text/plain, text/plain',
    'text/plain;',
    'text/plain;garbage',
    'text/plain; charset="utf-8"',
    'text/plain;a=b;c',
    'text/plain ;a=b',
    'text/plain; charset=,',
    'text/plain; charset=;',
    'text/plain x',
    ' text/plain',
    'text / plain',
    'text/plain\u00e9',
    'text/plain;\u00e9',
    '/',
    'text',
  ),
  named(
    'range',
    'bytes=0-',
    'bytes=1-2',
    'bytes=2-1',
    'bytes=-5',
    'bytes=0-1,2-3',
    'BYTES=1-2',
    'bytes =1-2',
    'bytes=1-2 ',
    'bytes= 1-2',
    'items=0-1',
    'bytes=00-1',
    'bytes=1-99999999999999999999',
  ),
);

/** Names that Chromium once safelisted, or the browser treats as its own. */
const peculiar: fc.Arbitrary<Header> = fc.oneof(
  named('dpr', '2', '1.5', 'x', '-1'),
  named('device-memory', '8', '0.5'),
  named('downlink', '1.7'),
  named('width', '100', '1.5'),
  named('viewport-width', '100'),
  named('rtt', '50'),
  named('ect', '4g', '5g', '4G'),
  named('save-data', 'on', 'ON', 'off'),
  named('intervention', '<https://a.test>'),
  named('user-agent', 'own'),
  named('x-http-method-override', 'PUT', 'TRACE', 'put, connect', '"track"'),
  named('x-method-override', 'TRACK'),
  named('x-http-method', 'DELETE'),
  named('cookie', 'a=b'),
  named('cookie2', 'a=b'),
  named('origin', 'https://elsewhere.test'),
  named('referer', 'https://elsewhere.test'),
  named('proxy-authorization', 'x'),
  named('sec-purpose', 'x'),
  named('sec-ch-ua-model', '"x"'),
  named('dnt', '1'),
  named('date', 'today'),
  named('te', 'trailers'),
  named('via', 'x'),
  named('accept-charset', 'utf-8'),
  named('accept-encoding', 'br'),
  named('access-control-request-headers', 'x'),
  named('access-control-request-method', 'PUT'),
  named('access-control-request-private-network', 'true'),
  named('keep-alive', '5'),
  named('set-cookie', 'a=b'),
);

const unsafe: fc.Arbitrary<Header> = fc.oneof(
  named('x-dtc', 'sn="v_4_srv_1"'),
  named('x-api-key', 'secret'),
  named('authorization', 'Bearer x'),
  named('traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'),
  named('if-none-match', '"x"'),
  named('if-modified-since', 'Thu, 01 Jan 1970 00:00:00 GMT'),
  named('cache-control', 'no-cache'),
  named('pragma', 'no-cache'),
  named('x-requested-with', 'XMLHttpRequest'),
  named('last-event-id', '1'),
  named('x_y', '1'),
  named("a!#$%&'*+-.^_`|~z", '1'),
);

/** Headers as a script gives them: mostly none or few, of all kinds, sometimes one twice. */
export const scriptedHeaders: fc.Arbitrary<Header[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Header[]>([]) },
  {
    weight: 6,
    arbitrary: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: safelisted },
        { weight: 3, arbitrary: unsafe },
        { weight: 2, arbitrary: peculiar },
      ),
      { maxLength: 4 },
    ),
  },
  { weight: 1, arbitrary: fc.array(safelisted, { minLength: 6, maxLength: 14 }) },
);
