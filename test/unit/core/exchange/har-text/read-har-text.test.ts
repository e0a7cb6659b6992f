import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHarText } from '../../../../../src/core/exchange/har-text/read-har-text';
import type { HarTextResult } from '../../../../../src/core/exchange/har-text/read-har-text';
import { slimEntry } from '../../../../../src/core/exchange/slim-entry';
import type { Har, HarEntry } from '../../../../../src/core/exchange/har';
import { judgeHar } from '../../../../../src/core/report/judge-har';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../../fixtures/har/${name}`, import.meta.url), 'utf8');

const entry = (n: number, more: Partial<HarEntry> = {}): HarEntry => ({
  startedDateTime: `2026-01-01T00:00:00.00${n}Z`,
  time: 1,
  request: {
    method: 'GET',
    url: `https://a.test/${n}`,
    headers: [{ name: 'X', value: 'a "quoted\\" ü 日' }],
  },
  response: { status: 200, headers: [] },
  ...more,
});
const harText = (entries: readonly HarEntry[]): string =>
  JSON.stringify(
    {
      log: {
        version: '1.2',
        creator: { name: 'T', version: '1' },
        pages: [{ id: 'p', title: 'https://a.test/' }],
        entries,
      },
    },
    null,
    1,
  );

const good = (result: HarTextResult): Extract<HarTextResult, { ok: true }> => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};
const urls = (result: HarTextResult) => good(result).har.log.entries.map(({ request }) => request?.url);
/** UTF-8 bytes of a text in pieces of n. */
function* pieces(text: string, n: number): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += n) yield bytes.subarray(at, at + n);
}

describe('flavours', () => {
  test.each([
    ['chrome.har', 'WebInspector', 7],
    ['edge.har', 'WebInspector', 7],
    ['firefox.har', 'Firefox', 7],
    ['charles.har', 'Charles Proxy', 3],
    ['fiddler.har', 'Fiddler', 3],
    ['playwright.har', 'Playwright', 5],
  ])('%s', async (name, creator, count) => {
    const text = fixture(name);
    const read = good(await readHarText(text));
    const whole = JSON.parse(text.replace(/^\ufeff/, '')) as Har;
    expect([read.creator?.name, read.har.log.entries.length, read.flaws]).toEqual([
      creator,
      whole.log.entries.length,
      [],
    ]);
    expect(judgeHar(read.har).exchanges.length).toBeGreaterThan(1);
    expect(judgeHar(read.har, { generatedAt: '' }).endpoints).toEqual(
      judgeHar(whole, { generatedAt: '' }).endpoints,
    );
    expect(whole.log.entries.length).toBe(count);
  });

  test('the log alone, as devtools give it to extensions', async () => {
    const { log } = JSON.parse(fixture('chrome.har')) as Har;
    expect(good(await readHarText(JSON.stringify(log))).har.log.entries.length).toBe(log.entries.length);
  });
});

describe('pieces', () => {
  const text = harText([entry(1), entry(2), entry(3)]);

  test('of any size give the same', async () => {
    const whole = await readHarText(text);
    for (let size = 1; size < 40; size++) expect(await readHarText(pieces(text, size))).toEqual(whole);
  });

  test.each([
    ['a text', () => text],
    ['a Blob', () => new Blob([text])],
    ['a stream', () => new Blob([text]).stream()],
    ['texts', () => [text.slice(0, 100), text.slice(100)]],
  ])('come from %s', async (_, source) => {
    expect(urls(await readHarText(source()))).toEqual([
      'https://a.test/1',
      'https://a.test/2',
      'https://a.test/3',
    ]);
  });

  test('any entries come out as they are kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ url: fc.string(), value: fc.string({ unit: 'binary' }) }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 200 }),
        async (specs, size) => {
          const entries = specs.map(({ url, value }) =>
            entry(1, {
              request: { method: 'GET', url, headers: [{ name: 'X', value }] },
            }),
          );
          const read = await readHarText(pieces(harText(entries), size));
          expect(good(read).har.log.entries).toEqual(entries.map(slimEntry));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('bodies', () => {
  test('are dropped; of documents the agent’s script elements stay', async () => {
    const html = `<p>secret text</p><script>private()</script><script src="/ruxitagentjs_ICA7NVfgqrux_10337260504112723.js" data-dtconfig="app=85a192578fd729e8|chw=a^pb&quot;|x=1"></script>`;
    const document = entry(1, {
      response: { status: 200, headers: [], content: { mimeType: 'text/html', text: html } },
    });
    const api = entry(2, {
      response: { status: 200, headers: [], content: { mimeType: 'application/json', text: '{"secret":1}' } },
    });
    const { har } = good(await readHarText(harText([document, api])));
    expect(JSON.stringify(har)).not.toMatch(/secret|private/);
    expect(judgeHar(har).agent?.config.decoded['chw']).toBe(
      judgeHar({ log: { entries: [document] } }).agent?.config.decoded['chw'],
    );
    expect(judgeHar(har).agent?.application).toBe('85a192578fd729e8');
  });

  test('of many MB do not get in the way, nor do escapes where they are cut', async () => {
    const body = '\\"é\n'.repeat(900_000);
    const text = harText([
      entry(1, {
        response: { status: 200, headers: [], content: { mimeType: 'application/json', text: body } },
      }),
      entry(2),
    ]);
    expect(text.length).toBeGreaterThan(5_000_000);
    const read = await readHarText(pieces(text, 65_537));
    expect([urls(read), good(read).flaws]).toEqual([['https://a.test/1', 'https://a.test/2'], []]);
  });
});

describe('broken files', () => {
  const text = harText([entry(1), entry(2), entry(3), entry(4)]);
  const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

  test.each([
    [
      'an error within the brackets',
      '"url": "https://a.test/2",',
      '"url": oops,',
      '“o” is not expected here',
    ],
    [
      'a missing comma',
      '"url": "https://a.test/2",',
      '"url": "https://a.test/2"',
      '“"” is not expected here',
    ],
    [
      'an unfinished string',
      '"url": "https://a.test/2",',
      '"url": "https://a.test/2,',
      '“h” is not expected here',
    ],
    [
      'a raw line feed in a string',
      'https://a.test/2',
      'https://a.\ntest/2',
      'a string holds a control character',
    ],
  ])('%s: what and where, and the other entries are kept', async (_, from, to, what) => {
    for (const size of [1 << 20, 7, 100]) {
      const read = await readHarText(pieces(text.replace(from, to), size));
      expect(urls(read)).toEqual(['https://a.test/1', undefined, 'https://a.test/3', 'https://a.test/4']);
      const [flaw, ...others] = good(read).flaws;
      expect(others).toEqual([]);
      expect(flaw).toMatchObject({ index: 1, what });
      expect(Math.abs((flaw?.line ?? 0) - lineOf(from))).toBeLessThanOrEqual(1);
    }
  });

  test('a bracket that does not fit', async () => {
    const spoilt = text.replace(/("X",\n\s*"value": [^\n]*\n\s*)\}(\n\s*)\]/, '$1]$2]');
    const read = await readHarText(spoilt);
    expect(urls(read)).toEqual([undefined, 'https://a.test/2', 'https://a.test/3', 'https://a.test/4']);
    expect(good(read).flaws).toMatchObject([{ index: 0, what: '“]” closes nothing' }]);
  });

  test('places are those of the file', async () => {
    const spoilt = text.replace('"https://a.test/3"', 'ü"https://a.test/3"');
    const [flaw] = good(await readHarText(pieces(spoilt, 64))).flaws;
    const bytes = new TextEncoder().encode(spoilt.slice(0, spoilt.indexOf('ü"https')));
    expect(flaw).toMatchObject({
      offset: bytes.length,
      line: spoilt.slice(0, spoilt.indexOf('ü"https')).split('\n').length,
      index: 2,
    });
    expect(flaw?.column).toBe(bytes.length - bytes.lastIndexOf(10));
  });

  test('a file that was cut off', async () => {
    const read = await readHarText(text.slice(0, text.indexOf('https://a.test/3') + 5));
    expect(urls(read)).toEqual(['https://a.test/1', 'https://a.test/2', undefined]);
    expect(good(read).flaws).toMatchObject([{ index: 2, what: 'the file ends within this entry' }]);
    const afterEntry = await readHarText(`${text.slice(0, text.lastIndexOf(']'))}`);
    expect(good(afterEntry).flaws).toMatchObject([{ index: -1, what: 'the file ends too early' }]);
    expect(urls(afterEntry).length).toBe(4);
  });

  test('the flaw is said in the report, once', async () => {
    const { har, flaws } = good(
      await readHarText(text.replace('"url": "https://a.test/2",', '"url": oops,')),
    );
    expect(judgeHar(har, { flaws }).problems).toEqual([{ index: 1, what: '“o” is not expected here' }]);
  });

  test.each([
    ['<!doctype html>', 'log.entries is missing: this is no HAR'],
    ['', 'the file is empty'],
    ['{"log": {"version": "1.2"}}', 'log.entries is missing: this is no HAR'],
    ['[]', 'log.entries is missing: this is no HAR'],
    ['{"log": {"entries": 5}}', 'log.entries is missing: this is no HAR'],
  ])('%j is no HAR', async (no, what) => {
    expect(await readHarText(no)).toMatchObject({ ok: false, kind: 'unreadable', what });
  });

  test('any damage leaves a result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.string(), fc.nat(20), async (at, insert, cut) => {
        const read = await readHarText(text.slice(0, at) + insert + text.slice(at + cut));
        if (read.ok) expect(read.har.log.entries.length).toBeLessThan(20);
      }),
      { numRuns: 200 },
    );
  });

  test('a source that fails is said', async () => {
    async function* failing(): AsyncGenerator<string> {
      yield text.slice(0, 50);
      throw new Error('disk gone');
    }
    expect(await readHarText(failing())).toMatchObject({
      ok: false,
      kind: 'unreadable',
      what: 'the source cannot be read: disk gone',
    });
  });
});

describe('progress and cancel', () => {
  const large = harText(Array.from({ length: 20_000 }, (_, n) => entry(n % 10)));

  test('others get their turn while it reads, and hear how far it is', async () => {
    const seen: number[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const read = await readHarText(large, { onProgress: ({ bytes }) => void seen.push(bytes) });
    clearInterval(timer);
    expect(good(read).bytes).toBe(new TextEncoder().encode(large).length);
    expect(seen.at(-1)).toBe(good(read).bytes);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(turns).toBeGreaterThan(2);
  });

  test('a signal ends it, and lets go of the source', async () => {
    const controller = new AbortController();
    let released = false;
    async function* source(): AsyncGenerator<string> {
      try {
        for (let at = 0; at < large.length; at += 1000) {
          if (at > 50_000) controller.abort();
          yield large.slice(at, at + 1000);
        }
      } finally {
        released = true;
      }
    }
    expect(await readHarText(source(), { signal: controller.signal })).toEqual({
      ok: false,
      kind: 'cancelled',
    });
    expect(released).toBe(true);
  });
});
