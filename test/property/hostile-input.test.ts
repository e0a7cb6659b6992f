import * as fc from 'fast-check';
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Har } from '../../src/core/exchange/har';
import { htmlReport, judgeHar, markdownReport, readHarText, tierEvidence } from '../../src/core';
import { readReport } from '../../src/core/report/read-report';
import { createRelay } from '../../src/content/relay';
import { parsePageReading } from '../../src/panel/page-facts/page-reading';
import { createSettingsStore } from '../../src/panel/store/settings/settings';
import { parseAnswer, parseCall, parseEvent } from '../../src/protocol/background-schema';
import { hookLimits } from '../../src/protocol/hook-limits';
import { parseHookCalls } from '../../src/protocol/hook-schema';
import { parseRecorderCommand, parseRecorderMessage } from '../../src/protocol/recorder';
import { parseRelayMessage, parseRelayOrder } from '../../src/protocol/relay';
import { parseTrial } from '../../src/protocol/trial';
import { readStoredTrial } from '../../src/protocol/trial-bootstrap';
import { createMemorySettings } from '../unit/panel/store/settings/memory-settings';

const nasty = fc.constantFrom<unknown>(
  '__proto__',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202e\u0000\ud800',
  'https://[',
  'a'.repeat(20_000),
  Number.NaN,
  Infinity,
  -1,
  2 ** 60,
  null,
);

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}` : each)) ?? '';
}

const anything = fc.oneof(
  nasty,
  fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }),
);

/** Valid messages, each of whose members, at any depth, may have become something else. */
function broken<Value>(valid: Value): fc.Arbitrary<unknown> {
  if (Array.isArray(valid))
    return fc.oneof({ weight: 6, arbitrary: fc.tuple(...valid.map(broken)) }, anything);
  if (typeof valid !== 'object' || valid === null) {
    return fc.oneof({ weight: 6, arbitrary: fc.constant(valid) }, anything);
  }
  const members = Object.fromEntries(Object.entries(valid).map(([name, value]) => [name, broken(value)]));
  return fc.oneof({ weight: 6, arbitrary: fc.record(members, { requiredKeys: [] }) }, anything);
}

const call = {
  n: 0,
  api: 'fetch',
  at: 1,
  url: 'https://api.shop.test/',
  method: 'GET',
  input: 'string',
  container: 'none',
  frozen: null,
  headers: [{ name: 'x-dtc', value: '1' }],
  mode: 'cors',
  credentials: 'include',
  body: 'none',
  uploadListener: null,
  keepalive: false,
  sync: false,
  documentUrl: 'https://app.shop.test/',
  baseUrl: 'https://app.shop.test/',
  agent: 'none',
  trial: null,
};
const document = 'abcdefgh12345678';
const trial = {
  id: document,
  change: { route: 'header', value: { kind: 'synthetic', value: 'x' } },
  mode: 'strict',
  pattern: '.',
  exclusions: null,
  endpoints: null,
  pageOrigin: 'https://app.shop.test',
  mended: [],
};
const samples: readonly unknown[] = [
  call,
  trial,
  { crosslink: 'relay', type: 'calls', document, calls: [call], dropped: 0 },
  { crosslink: 'relay', type: 'started', document, startedAt: 1, trialFromStart: null },
  { type: 'watch', trial },
  { crosslink: 'call', version: 1, tabId: 1, name: 'hook.watch', params: { patterns: ['*://*.a.test/*'] } },
  { type: 'items', items: [{ kind: 'entry', id: 1, entry: {} }], remaining: 0 },
  { type: 'hello', version: 1 },
];
const message = fc.oneof(...samples.map(broken));

const header = { name: 'Server-Timing', value: 'dtSInfo;desc="0"' };
const har = {
  log: {
    version: '1.2',
    creator: { name: 'a', version: '1' },
    pages: [{ id: 'page_1', title: 'https://app.shop.test/', startedDateTime: '2026-01-01T00:00:00Z' }],
    entries: [
      {
        pageref: 'page_1',
        startedDateTime: '2026-01-01T00:00:01Z',
        time: 5,
        _resourceType: 'fetch',
        _initiator: { type: 'script', stack: { callFrames: [{ url: 'https://app.shop.test/a.js' }] } },
        request: {
          method: 'GET',
          url: 'https://api.shop.test/x',
          headers: [header],
          cookies: [],
          queryString: [],
        },
        response: {
          status: 200,
          headers: [header],
          content: { mimeType: 'text/html', text: '<p>' },
          redirectURL: '',
        },
      },
    ],
  },
};

describe('messages that anybody may have made', () => {
  it('never make a parser throw', () => {
    fc.assert(
      fc.property(message, (input) => {
        for (const parse of [
          parseRelayMessage,
          parseRelayOrder,
          parseHookCalls,
          parseCall,
          parseEvent,
          parseAnswer,
          parseTrial,
          readStoredTrial,
          parseRecorderCommand,
          parseRecorderMessage,
          parsePageReading,
          readReport,
        ]) {
          parse(input);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('give calls within the limits, however many there are', () => {
    fc.assert(
      fc.property(
        fc.array(broken(call), { maxLength: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (calls, times) => {
          const parsed = parseHookCalls(Array.from({ length: times }, () => calls).flat());
          expect(parsed.length).toBeLessThanOrEqual(hookLimits.calls);
          for (const { url, method, headers } of parsed) {
            expect(url.length).toBeLessThanOrEqual(hookLimits.url);
            expect(method.length).toBeLessThanOrEqual(hookLimits.name);
            expect(headers.length).toBeLessThanOrEqual(hookLimits.headers);
          }
        },
      ),
    );
  });

  it('bring nothing but messages of a relay out of the page', async () => {
    const reports = [
      { type: 'started', startedAt: 1, trialFromStart: null },
      { type: 'calls', calls: [call, call], dropped: 1 },
    ];
    await fc.assert(
      fc.asyncProperty(fc.oneof(...reports.map(broken), anything), fc.boolean(), async (report, asText) => {
        const sent: unknown[] = [];
        const relay = createRelay({
          send: async (each) => void sent.push(each),
          isGone: () => true,
          order: () => {},
          documentName: 'document-0123456789',
          later: () => {},
          keepTrial: () => {},
          markTitle: () => {},
        });
        relay.hear(asText ? jsonOf(report) : report);
        relay.leave();
        expect(sent.filter((each) => parseRelayMessage(each) === null)).toEqual([]);
      }),
    );
  });

  it('leave no trace in prototypes', () => {
    const forged = JSON.parse(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"log":{"__proto__":{"polluted":1},"entries":[]}}`,
    ) as unknown;
    for (const parse of [parseRelayMessage, parseCall, parseTrial, parsePageReading, readReport])
      parse(forged);
    expect('polluted' in {}).toBe(false);
  });
});

describe('files and headers that anybody may have made', () => {
  it('never make a reader throw; what comes out of them is no markup', async () => {
    await fc.assert(
      fc.asyncProperty(broken(har), async (input) => {
        judgeHar(JSON.parse(jsonOf(input) || 'null') as Har);
        const read = await readHarText(jsonOf(input));
        if (!read.ok) return;
        const report = judgeHar(read.har, { generatedAt: '2026-01-01T00:00:00.000Z' });
        const page = htmlReport([{ name: '<script>', report }], { redact: false });
        expect(page).not.toMatch(/<script|<img|onerror=alert\(1\)>/i);
        markdownReport(report);
      }),
      { numRuns: 150 },
    );
  });

  it('may be cut off anywhere', async () => {
    const text = JSON.stringify(har);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.string({ unit: 'binary' }), async (at, tail) => {
        const read = await readHarText(text.slice(0, at) + tail);
        if (read.ok) judgeHar(read.har);
      }),
      { numRuns: 150 },
    );
  });

  it('tell a tier, or nothing, by whatever stands in Server-Timing', () => {
    const dense = fc.string({ unit: fc.constantFrom(...'dtSInfoRpid;desc="0",\\ =-1'), maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(dense, fc.string({ unit: 'binary' })), (value) => {
        expect(() => tierEvidence([['server-timing', value]])).not.toThrow();
      }),
    );
  });
});

describe('settings that anybody may have stored', () => {
  it('are passed over where they are none', async () => {
    const names = ['column-widths', 'hidden-columns', 'detail-width', 'judge-for'];
    await fc.assert(
      fc.asyncProperty(fc.tuple(...names.map(() => anything)), async (values) => {
        const storage = createMemorySettings(Object.fromEntries(names.map((name, n) => [name, values[n]])));
        const settings = createSettingsStore(storage, signal('light'));
        await Promise.resolve();
        await new Promise((resolve) => setImmediate(resolve));
        expect(settings.detailWidth.value).toBeGreaterThanOrEqual(20);
        expect(settings.detailWidth.value).toBeLessThanOrEqual(4000);
        expect(['own', 'chromium', 'firefox', 'standard']).toContain(settings.judgeFor.value);
        expect(Array.isArray(settings.hiddenColumns.value)).toBe(true);
      }),
    );
  });
});
