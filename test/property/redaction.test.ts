import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactHeader, redactText, redactUrl } from '../../src/core/report/redact';

const secret = fc.stringMatching(/^S3CR[a-z0-9]{12,20}T$/);
const name = fc.constantFrom(
  'token',
  'access_token',
  'id_token',
  'key',
  'api_key',
  'apikey',
  'sig',
  'signature',
  'password',
  'code',
  'client_secret',
  'X-Amz-Signature',
  'sessionId',
);
const plain = fc.stringMatching(/^[a-z]{1,8}$/);

test('a secret parameter never survives, wherever it stands', () => {
  fc.assert(
    fc.property(
      secret,
      name,
      fc.array(fc.tuple(plain, plain), { maxLength: 4 }),
      fc.nat(4),
      fc.constantFrom('?', '#', '#/route?'),
      (value, key, others, place, start) => {
        const pairs = others.map(([a, b]) => `${a}=${b}`);
        pairs.splice(place, 0, `${key}=${value}`);
        const url = `https://a.test/path${start}${pairs.join('&')}`;
        expect(redactUrl(url)).not.toContain(value);
        expect(redactText(`the URL ${url} failed`)).not.toContain(value);
      },
    ),
  );
});

test('nor does it in a URL within a URL', () => {
  fc.assert(
    fc.property(secret, name, fc.integer({ min: 1, max: 3 }), (value, key, depth) => {
      let url = `https://inner.test/?${key}=${value}`;
      for (let level = 0; level < depth; level++) url = `https://outer.test/?next=${encodeURIComponent(url)}`;
      expect(redactUrl(url)).not.toContain(value);
    }),
  );
});

test('nor in cookies, authorization and the agent’s headers', () => {
  fc.assert(
    fc.property(secret, plain, (value, cookie) => {
      const headers = [
        ['Cookie', `${cookie}=${value}; b=${value}`],
        ['Set-Cookie', `${cookie}=${value}; Path=/; ${value}`],
        ['Authorization', `Bearer ${value}`],
        ['authorization', value],
        ['X-Auth-Token', value],
        ['x-dtc', `sn="v_4_srv_1_sn_${value}", pc="${value}", v="${value}", r="${value}"`],
        ['x-dtc', value],
        ['x-dtpc', value],
        ['traceparent', value],
        ['tracestate', value],
        ['Referer', `https://a.test/?token=${value}`],
      ] as const;
      for (const header of headers) expect(redactHeader(header)[1]).not.toContain(value);
    }),
  );
});

test('redacting again changes nothing, and any text is fit to be redacted', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string({ unit: 'binary' }),
        fc.string({
          unit: fc.constantFrom(...'ab1?#&;=/:@%+"\' ,{}().\\', 'token', 'Bearer ', '%25', '%3D', '\ud800'),
        }),
      ),
      (url) => {
        expect(redactUrl(redactUrl(url))).toBe(redactUrl(url));
        expect(redactText(redactText(url))).toBe(redactText(url));
      },
    ),
  );
});
