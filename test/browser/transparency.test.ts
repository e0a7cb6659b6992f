import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageUrl, servePages, type EchoedRequest, type PageServer } from '../hooked-page/page-server';
import type { PageScript } from '../hooked-page/scripts';
import { knownDifferences } from './transparency/known-differences';
import { waitUntil } from './wait-until';
import { plainBrowsers, type PlainBrowser } from './transparency/plain-browsers';

/** What a page saw of itself, and what the servers saw of it. */
interface Run {
  readonly transcripts: Readonly<Record<string, unknown>>;
  readonly echoed: readonly EchoedRequest[];
}

describe.each(plainBrowsers)('a page in $engine', ({ engine, start }) => {
  let server: PageServer;
  let browser: PlainBrowser;
  beforeAll(async () => {
    server = await servePages();
    browser = await start(server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const run = async (scripts: readonly PageScript[]): Promise<Run> => {
    server.echoed.length = 0;
    server.show(['relay-stand-in', ...scripts]);
    const transcripts = await browser.finish<Run['transcripts']>(pageUrl);
    return { transcripts, echoed: [...server.echoed] };
  };

  /** The hook reports in a while, not at once. */
  const isObserved = async (calls: number): Promise<void> =>
    void (await waitUntil(
      'reports of the hook',
      async () => (await browser.evaluate<number>('hookLine.calls.length')) >= calls,
    ));

  describe.each<{ name: string; without: readonly PageScript[]; hooked: readonly PageScript[] }>([
    { name: 'alone', without: ['cases'], hooked: ['hook', 'cases'] },
    {
      name: 'with a wrapper above the hook',
      without: ['wrapper', 'cases'],
      hooked: ['hook', 'wrapper', 'cases'],
    },
    {
      name: 'with a wrapper below the hook',
      without: ['wrapper', 'cases'],
      hooked: ['wrapper', 'hook', 'cases'],
    },
  ])('$name', ({ without, hooked }) => {
    const isBelow = hooked[0] !== 'hook';
    const known = new Set(
      knownDifferences
        .filter((each) => (each.engine ?? engine) === engine && (isBelow || !each.belowHook))
        .map((each) => each.case),
    );
    let plain: Run;
    let withHook: Run;
    beforeAll(async () => {
      plain = await run(without);
      withHook = await run(hooked);
    });

    it('is observed in the last run', () => isObserved(200));

    it('behaves the same in every case, but for the known differences', () => {
      const names = Object.keys(plain.transcripts);
      expect(names.length).toBeGreaterThan(40);
      expect(Object.keys(withHook.transcripts)).toEqual(names);
      for (const name of names) {
        const observed = { name, lines: withHook.transcripts[name] };
        const expected = { name, lines: plain.transcripts[name] };
        if (known.has(name)) expect.soft(observed).not.toEqual(expected);
        else expect.soft(observed).toEqual(expected);
      }
    });

    it('sends the same requests', () => {
      expect(plain.echoed.length).toBeGreaterThan(150);
      expect(sorted(withHook.echoed)).toEqual(sorted(plain.echoed));
    });
  });

  it.each(['datadog', 'sentry', 'opentelemetry', 'elastic'] as const)(
    'lets the SDK of %s work as it does without',
    async (vendor) => {
      const without = await run([vendor, 'vendor-calls']);
      const hooked = await run(['hook', vendor, 'vendor-calls']);
      expect(hooked.transcripts).toEqual(without.transcripts);
      const traced = without.echoed.map(withoutIds).sort();
      expect(traced.join()).toMatch(tracing);
      expect(hooked.echoed.map(withoutIds).sort()).toEqual(traced);
      await isObserved(5);
    },
  );

  it('is as it was when the hook has been told to step back', async () => {
    const sources = `JSON.stringify([fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, navigator.sendBeacon].map(String))`;
    await run(['vendor-calls']);
    const native = await browser.evaluate<string>(sources);
    await run(['hook', 'vendor-calls']);
    expect(await browser.evaluate<string>(sources)).not.toBe(native);
    await browser.evaluate("hookLine.order({ type: 'off' })");
    await waitUntil('the natives are back', async () => (await browser.evaluate(sources)) === native);
  });
});

/** Headers by which the SDKs continue traces and sessions; their values are made up for each call. */
const tracing =
  /^(traceparent|tracestate|sentry-trace|baggage|b3|elastic-apm-traceparent|x-datadog-[\w-]+|cookie): .*/m;

function withoutIds({ method, path, headers }: EchoedRequest): string {
  return [method, path, ...headers.map((header) => header.replace(tracing, '$1: …'))].join('\n');
}

/** Calls run side by side: the order of arrival is up to the network. */
function sorted(requests: readonly EchoedRequest[]): string[] {
  return requests.map((each) => JSON.stringify(each)).sort();
}
