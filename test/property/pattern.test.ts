import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentAgentProfile } from '../../src/core/agent/current-agent';
import { survivesEscapes } from '../../src/core/agent/escapes';
import type { AgentProfile } from '../../src/core/agent/profile';
import type { AgentCall } from '../../src/core/agent/types';
import { urlForms } from '../../src/core/agent/url-candidates';
import { parseAgentVersion } from '../../src/core/agent/version';
import { prepareTagging } from '../../src/core/agent/would-tag';
import { lintBacktracking } from '../../src/core/pattern/backtracking';
import { lintPattern } from '../../src/core/pattern/lint/lint-pattern';
import { createMatchJob } from '../../src/core/pattern/match-job';
import { matchStates } from '../../src/core/pattern/match-plan';
import {
  compilePattern,
  correlationTarget,
  targetMatch,
  traceContextTarget,
} from '../../src/core/pattern/pattern-target';
import type { PatternTarget } from '../../src/core/pattern/pattern-target';
import { tokenizePattern } from '../../src/core/pattern/pattern-token';
import { suggestPattern } from '../../src/core/pattern/suggest/suggest-pattern';

const page = 'https://app.shop.test/start';

const hosts = fc.constantFrom(
  'api.shop.test',
  'app.shop.test',
  'apixshop.test',
  'shop.test',
  '10.0.0.1:8080',
);
const segments = fc.constantFrom(
  ...'orders Orders search v1 1 22 ORD-2024-0001 6f1ed002-ab5b-4a4c-9c3f-0a2f6a6b6c6d 1.json {id}'.split(' '),
  ...'a.b axb a+b (z) [1] x^pay ^bs $ a|b é É pay'.split(' '),
  '',
);
const rests = fc.constantFrom(
  ...'? # ?a=1 ?a=2&b=1 ?b=1&a=1 ?A=1 ?a=1#top #top ?a= ?&a=1 ?a==1 ?a=1&a=2 ?x^pay ?a|b'.split(' '),
  '?u=https://api.shop.test/orders',
  ...Array.from({ length: 5 }, () => ''),
);
const paths = fc
  .tuple(fc.array(segments, { maxLength: 4 }), rests)
  .map(([names, rest]) => `/${names.join('/')}${rest}`);
const schemes = fc.constantFrom('https:', 'https:', 'http:', 'HTTPS:', '');

/** Calls as a script may make them, or as a log knows them. */
const calls: fc.Arbitrary<AgentCall> = fc.oneof(
  fc.tuple(schemes, hosts, paths, fc.boolean()).map(([scheme, host, path, urlIsRaw]): AgentCall => {
    const url = `${scheme}//${host}${path}`;
    return { api: 'xhr', page, url: urlIsRaw ? url : new URL(url, page).href, urlIsRaw };
  }),
  paths.map((url): AgentCall => ({ api: 'xhr', page, url: url.startsWith('//') ? `/.${url}` : url })),
);

/** A classic agent without version: either set of rules may hold. */
const versions = fc.constantFrom('1.255', '1.337', null);

function classicAgent(pattern: string, version: string | null): AgentProfile {
  return {
    ...currentAgentProfile(pattern),
    version: version === null ? null : parseAgentVersion(version),
  };
}

const sets = fc.record({
  include: fc.array(calls, { minLength: 1, maxLength: 8 }),
  exclude: fc.array(calls, { maxLength: 8 }),
});

/** Texts by which two calls cannot be told apart. */
function texts(call: AgentCall): readonly string[] {
  const { raw, absolute } = urlForms(call);
  return [...raw, absolute ?? ''].map((text) => text.toUpperCase());
}

describe('suggestPattern', () => {
  test('matches what was asked and nothing else, for the agent itself', () => {
    fc.assert(
      fc.property(sets, versions, ({ include, exclude }, version) => {
        const target = correlationTarget(version === null ? null : parseAgentVersion(version));
        const { pattern, notSeparated, warnings } = suggestPattern({
          include: include.map(urlForms),
          exclude: exclude.map(urlForms),
          target,
        });
        const lost = new Set(notSeparated.map(({ url }) => url));
        const tag = prepareTagging(classicAgent(pattern, version));
        for (const call of include) {
          const { raw, absolute } = urlForms(call);
          if (lost.has(absolute ?? raw[0])) continue;
          const { headers, decided } = tag(call);
          const pathPossible = raw.length > 2 && warnings.includes('raw-url-unknown');
          expect([call.url, headers.includes('x-dtc') || (pathPossible && !decided)]).toEqual([
            call.url,
            true,
          ]);
        }
        for (const call of exclude) {
          const { headers, decided } = tag(call);
          expect([call.url, headers.includes('x-dtc'), decided]).toEqual([call.url, false, true]);
        }
        const excludedTexts = new Set(exclude.flatMap(texts));
        for (const url of lost) {
          const clashing = include.filter((call) => (urlForms(call).absolute ?? call.url) === url);
          expect(clashing.some((call) => texts(call).some((text) => excludedTexts.has(text)))).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  test('matches what was asked and nothing else, for traceparent', () => {
    fc.assert(
      fc.property(sets, ({ include, exclude }) => {
        const target = traceContextTarget;
        const [included, excluded] = [include.map(urlForms), exclude.map(urlForms)];
        const { pattern, notSeparated } = suggestPattern({ include: included, exclude: excluded, target });
        const lost = new Set(notSeparated.map(({ url }) => url));
        const compiled = compilePattern(pattern);
        const matches = (url: string | null): boolean =>
          url !== null && compiled !== null && compiled.test(url);
        for (const { absolute } of included) expect(matches(absolute)).toBe(!lost.has(absolute ?? ''));
        for (const { absolute } of excluded) expect(matches(absolute)).toBe(false);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('survives the configuration’s escapes, lints clean, and comes out the same again', () => {
    fc.assert(
      fc.property(sets, versions, ({ include, exclude }, version) => {
        const target = correlationTarget(version === null ? null : parseAgentVersion(version));
        const request = { include: include.map(urlForms), exclude: exclude.map(urlForms), target };
        const { pattern, parts, warnings } = suggestPattern(request);
        expect(suggestPattern(request).pattern).toBe(pattern);
        expect(survivesEscapes(pattern)).toBe(true);
        for (const { text, start, end } of parts) expect(pattern.slice(start, end)).toBe(text);
        const asked = warnings.includes('separated-by-query')
          ? ['depends-on-query-or-fragment', 'end-anchor-misses-query']
          : [];
        const codes = lintPattern(pattern, { target }).map(({ code }) => code);
        expect(codes.filter((code) => !asked.includes(code))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  test('takes linear time', () => {
    fc.assert(
      fc.property(sets, ({ include, exclude }) => {
        const target: PatternTarget = { header: 'x-dtc', rules: ['new'] };
        const request = { include: include.map(urlForms), exclude: exclude.map(urlForms), target };
        const { pattern } = suggestPattern(request);
        const codes = lintBacktracking(pattern, { timeoutMs: 2000 }).map(({ code }) => code);
        expect([pattern, codes]).toEqual([pattern, []]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

const patternTexts = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc
    .array(fc.constantFrom(...'a./\\()[]{}|^$*+?-:=!<>0,9b'.split(''), '(?:', '(?<n>', '\\d', '{2,}', '[^'), {
      maxLength: 14,
    })
    .map((characters) => characters.join('')),
);

test('tokens cover every pattern without gaps, and a valid one has no invalid token', () => {
  fc.assert(
    fc.property(patternTexts, (pattern) => {
      const tokens = tokenizePattern(pattern);
      expect(tokens.map(({ start, end }) => pattern.slice(start, end)).join('')).toBe(pattern);
      expect(tokens.every(({ start, end }) => end > start)).toBe(true);
      if (pattern !== '' && compilePattern(pattern) !== null)
        expect([pattern, tokens.filter(({ kind }) => kind === 'invalid')]).toEqual([pattern, []]);
    }),
    { numRuns: 3000 },
  );
});

test('lint never throws, and its places lie in the pattern', () => {
  fc.assert(
    fc.property(patternTexts, (pattern) => {
      const found = lintPattern(pattern, { target: { header: 'x-dtc', rules: ['new'] } });
      for (const { start, end } of found)
        expect(0 <= start && start < end && end <= pattern.length).toBe(true);
      const valid = pattern === '' || compilePattern(pattern) !== null;
      const saysInvalid = found.some(({ code }) => code === 'invalid' || code === 'inline-flags');
      expect([pattern, saysInvalid]).toEqual([pattern, !valid]);
    }),
    { numRuns: 3000 },
  );
});

test('a match job says what the agent’s own rules say', () => {
  const patterns = fc.constantFrom(
    ...'^https://api ^https?: ^http:|^/ ^(?:https:)?//api ^// ^/orders orders \\borders'.split(' '),
    ...'(?<=/)orders test/ [^/]{9} $ ^$'.split(' '),
  );
  fc.assert(
    fc.property(
      fc.array(calls, { maxLength: 20 }),
      patterns,
      versions,
      fc.boolean(),
      (all, pattern, version, w3c) => {
        const target = w3c
          ? traceContextTarget
          : correlationTarget(version === null ? null : parseAgentVersion(version));
        const urls = all.map(urlForms);
        const { matches } = createMatchJob(urls, target).run(pattern, Infinity, () => 0);
        const compiled = new RegExp(pattern, 'i');
        const states = new Map<boolean | 'unknown', number>([
          [true, matchStates.yes],
          [false, matchStates.no],
          ['unknown', matchStates.undecided],
        ]);
        const expected = urls.map((forms) =>
          states.get(targetMatch((text) => compiled.test(text), forms, target).matched),
        );
        expect([...matches]).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});
