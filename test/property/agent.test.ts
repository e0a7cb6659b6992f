import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentAgentProfile } from '../../src/core/agent/current-agent';
import {
  decodeEscapes,
  encodeEscapes,
  escapeSafePattern,
  survivesEscapes,
} from '../../src/core/agent/escapes';
import { parseAgentConfig } from '../../src/core/agent/parse-config';
import { agentProfile } from '../../src/core/agent/read-profile';
import { agentSourcesFromHtml } from '../../src/core/agent/sources-from-html';
import type { AgentCall } from '../../src/core/agent/types';
import { absoluteUrl } from '../../src/core/agent/url-candidates';
import { wouldTag } from '../../src/core/agent/would-tag';
import { parseXDtc } from '../../src/core/agent/x-dtc';
import { tierEvidence } from '../../src/core/agent/tier-evidence';
import { parseUrl } from '../../src/core/site/parse-url';

/** Short, so that no pattern backtracks for long. */
const patterns = fc.string({ unit: fc.constantFrom(...'^pseb|=\\[]().*ax/'), maxLength: 8 });

/** Text in which escapes, separators and regex syntax are frequent. */
const dense = fc.string({ unit: fc.constantFrom(...'^^^psecdqrblb|=;,\\"<>[]().*ax/'), maxLength: 24 });
const text = fc.oneof(dense, fc.string({ unit: 'binary', maxLength: 60 }));

describe('escapes', () => {
  it('give the pattern back unless a literal ^ stands before the letters of an escape', () => {
    fc.assert(
      fc.property(text, (pattern) => {
        expect(survivesEscapes(pattern)).toBe(!/\^(?:p|e|s|c|dq|rb|lb|bs)/.test(pattern));
      }),
    );
  });
  it('never leave a character in the encoding that would end the value', () => {
    fc.assert(
      fc.property(text, (pattern) => {
        expect(encodeEscapes(pattern)).not.toMatch(/[|"<>]/);
      }),
    );
  });
  it('have a safe form for every pattern', () => {
    fc.assert(
      fc.property(text, (pattern) => {
        const safe = escapeSafePattern(pattern);
        expect(decodeEscapes(encodeEscapes(safe))).toBe(safe);
      }),
    );
  });
});

describe('hostile input', () => {
  it('never makes a reader throw', () => {
    fc.assert(
      fc.property(text, text, (one, two) => {
        parseAgentConfig(one);
        parseXDtc(one);
        tierEvidence([
          ['server-timing', one],
          ['set-cookie', two],
        ]);
        agentProfile(agentSourcesFromHtml(`<script data-dtconfig='${one}'>${two}`));
        agentProfile({
          scripts: [{ src: two, attributes: { 'data-dtconfig': `app=a|${one}`, 'data-config': two } }],
          storage: { ruxitagentjs_a_Store: one },
          live: { version: two, config: { chw: one }, modules: two },
        });
      }),
    );
  });
});

const calls: fc.Arbitrary<AgentCall> = fc.record({
  api: fc.constantFrom('xhr', 'fetch', 'beacon', 'eventsource', 'worker', 'element'),
  url: fc.oneof(text, fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.webPath()),
  page: fc.oneof(fc.constant('https://www.shop.example/a'), fc.webUrl(), text),
  base: fc.option(fc.webUrl(), { nil: undefined }),
  input: fc.constantFrom(undefined, 'string', 'url', 'request'),
  headers: fc.constantFrom(undefined, 'none', 'object', 'headers', 'array', 'other'),
  frozen: fc.constantFrom(undefined, 'init', 'headers'),
  mode: fc.constantFrom(undefined, 'cors', 'no-cors', 'same-origin'),
  keepalive: fc.constantFrom(undefined, true, false),
  agentReady: fc.constantFrom(undefined, true, false),
  actionOpen: fc.constantFrom(undefined, true, false),
  urlIsRaw: fc.constantFrom(undefined, true, false),
});

const profiles = fc
  .record({
    chw: patterns,
    xhb: patterns,
    xb: patterns,
    modules: fc.constantFrom('7x', 'x', '7', ''),
    minor: fc.integer({ min: 210, max: 340 }),
    expw: fc.constantFrom('0', '1'),
  })
  .map(({ chw, xhb, xb, modules, minor, expw }) =>
    agentProfile({
      scripts: [
        {
          src: `/ruxitagentjs_ICA${modules}_10${minor}260206100503.js`,
          attributes: {
            'data-dtconfig': `app=a1|featureHash=ICA${modules}|chw=${encodeEscapes(chw)}|xhb=${encodeEscapes(xhb)}|xb=${encodeEscapes(xb)}|expw=${expw}`,
          },
        },
      ],
    }),
  );

describe('wouldTag', () => {
  it('never throws, names each header once in order, and gives a reason', () => {
    fc.assert(
      fc.property(profiles, calls, (profile, call) => {
        const { headers, reasons } = wouldTag(profile, call);
        expect(headers).toEqual([...new Set(headers)].sort());
        expect(reasons.length).toBeGreaterThan(0);
      }),
    );
  });
  it('adds nothing to what is neither XHR nor fetch', () => {
    const profile = currentAgentProfile('.*');
    fc.assert(
      fc.property(calls, (call) => {
        fc.pre(call.api !== 'xhr' && call.api !== 'fetch');
        expect(wouldTag(profile, call).headers).toEqual([]);
      }),
    );
  });
  it('tags a plain XHR exactly where the pattern finds a match in one of the two forms', () => {
    const page = 'https://www.shop.example/a';
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true }),
        fc.constantFrom('a', '/b', '^https://[a-m]', '\\d', '$'),
        (url, pattern) => {
          const { headers } = wouldTag(currentAgentProfile(pattern), { api: 'xhr', url, page });
          const regex = new RegExp(pattern, 'i');
          expect(headers.includes('x-dtc')).toBe(regex.test(url) || regex.test(new URL(url, page).href));
        },
      ),
    );
  });
});

it('absoluteUrl is the URL parser, whether it takes the short way or not', () => {
  const part = fc.string({ unit: fc.constantFrom(...'aZ0-._~%2eE/?#@:&=+\\ |xn'), maxLength: 16 });
  const urls = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(
        fc.constantFrom('https://', 'http://'),
        part,
        fc.constantFrom('a.example', 'x.n', '1.2.3', 'xn--a.b'),
        fc.constantFrom('', ':80', ':443', ':8080', ':65536', ':0443'),
        part,
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(urls, (url) => {
      const expected = parseUrl(url) ?? parseUrl(url, 'https://www.shop.example/a');
      expect(absoluteUrl(url, 'https://www.shop.example/a')).toBe(expected?.href ?? null);
    }),
    { numRuns: 3000 },
  );
});
