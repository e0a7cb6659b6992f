import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpointKey, type Outcome, type TrialMode, type TrialRoute } from '../../src/core';
import { normalizeMethod } from '../../src/core/fetch/method';
import type { CallResult } from '../lab/scenario-page/call';
import { startLab, type Lab } from '../lab/lab';
import { cookieOf, headerOf } from '../lab/recorder';
import { scenarioPageUrl, scenarios, variants } from '../lab/scenarios';
import type { Scenario } from '../lab/scenarios';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';
import { readRows } from './panel-rows';
import { expectedIn, loggedUrl } from './scenario-run';
import {
  accessIs,
  hookIs,
  inNewPage,
  pressButton,
  readComparison,
  startTrial,
  trialIs,
  typePattern,
  ungroup,
  type ComparedEndpoint,
} from './site/panel-steps';
import { waitUntil } from './wait-until';

/** Reaches no server of the lab, so that only the browser could say what became of it. */
const stoppedByBrowser: ReadonlySet<string> = new Set(['bad-port', 'response-mixed-content']);

const keyOf = (scenario: Scenario): string =>
  endpointKey(normalizeMethod(scenario.request.method ?? 'GET'), loggedUrl(scenario)).key;

/** Calls of the page itself by XHR and fetch, each with an endpoint of its own. */
const own = scenarios.filter(({ page, id, request, frame }) => {
  const isCall = request.api === 'xhr' || request.api === 'fetch';
  return page === 'rollout' && isCall && frame === undefined && !stoppedByBrowser.has(id);
});
const subjects = own.filter(
  (scenario) => own.filter((other) => keyOf(other) === keyOf(scenario)).length === 1,
);

/** Whether the draft picks the scenario's call for a trial. */
function isMatched({ request, hops }: Pick<Scenario, 'request' | 'hops'>): boolean {
  const text = request.literalUrl ?? `/${hops[0].path ?? 'api/items'}`;
  return new RegExp(variants.rollout.draft ?? '').test(text);
}

/** What page and servers saw of a scenario's call. */
interface Walk {
  readonly results: Readonly<Record<string, CallResult>>;
  readonly xDtc: ReadonlySet<string>;
  readonly dtCookie: ReadonlySet<string>;
}

describe.each(browsers)('a trial in $name', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  let baseline: Walk;

  /** Runs the scenarios of the page once its agent is there. */
  async function runAll(): Promise<Walk['results']> {
    lab.reset();
    return driver.pageEval(async () => {
      if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded));
      if (!window.dT_ && !window.DT_RUM)
        await new Promise((ready) => addEventListener('dtInit', ready, { once: true }));
      if (!window.runScenarios) throw new Error('This is no page of scenarios');
      return window.runScenarios();
    });
  }

  async function walk(): Promise<Walk> {
    const results = await runAll();
    const arrivedWith = (name: (received: Lab['received'][number]) => string | null): ReadonlySet<string> => {
      const last = new Map<string, boolean>();
      for (const received of lab.received) {
        const id = /\/s\/([^/]+)\//.exec(received.url)?.[1];
        if (id !== undefined && received.method !== 'OPTIONS') last.set(id, name(received) !== null);
      }
      return new Set([...last].flatMap(([id, has]) => (has ? id : [])));
    };
    return {
      results,
      xDtc: arrivedWith((received) => headerOf(received, 'x-dtc')),
      dtCookie: arrivedWith((received) => cookieOf(received, 'dtCookie')),
    };
  }

  /** Without a trial: the panel's plan of the next one is made from these calls. */
  async function walkUntilJudged(): Promise<Walk> {
    const walked = await walk();
    await waitUntil('every call is there and judged', async () => {
      const rows = await readRows(driver);
      return subjects.every((scenario) => {
        const row = rows.find(({ kind, url }) => kind === 'exchange' && url.startsWith(loggedUrl(scenario)));
        return row?.header === expectedIn(scenario, 'header', driver.engine).outcome;
      });
    });
    return walked;
  }

  /** The comparison by scenario, once it says of each what is expected of it, or no more comes. */
  async function comparison(
    expected: (scenario: Scenario) => string,
  ): Promise<ReadonlyMap<string, ComparedEndpoint>> {
    const read = async () => {
      const lines = await readComparison(driver);
      return new Map(
        subjects.flatMap((scenario) => {
          const line = lines.find(({ endpoint }) => endpoint === keyOf(scenario));
          return line === undefined ? [] : [[scenario.id, line] as const];
        }),
      );
    };
    try {
      await waitUntil(
        'the comparison is complete',
        async () => {
          const lines = await read();
          return subjects.every(
            (scenario) => (lines.get(scenario.id)?.tried ?? 'left alone') === expected(scenario),
          );
        },
        20_000,
      );
    } catch {
      // the tests of the single scenarios say which differs
    }
    return read();
  }

  beforeAll(async () => {
    lab = await startLab();
    driver = await launch({ lab });
    await driver.openPage(scenarioPageUrl('rollout'));
    await driver.openPanel();
    await driver.panelWait(ungroup);
    await typePattern(driver, variants.rollout.draft ?? '');
    baseline = await walkUntilJudged();
    await accessIs(driver, 'all');
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
  });

  describe('strict, by header', () => {
    let tried: Walk;
    let lines: ReadonlyMap<string, ComparedEndpoint>;
    /** What page and servers, not the panel, say that came of a call. */
    const truth = ({ id, request, hops }: Scenario): string => {
      const isLeft = hops[0].host === 'shop' || request.headers?.some(([name]) => name === 'x-dtc');
      if (isLeft || !isMatched({ request, hops })) return 'left alone';
      if (baseline.results[id]?.failed) return 'unlinked';
      if (tried.results[id]?.failed) return 'breaks';
      return tried.xDtc.has(id) ? 'links' : 'unlinked';
    };

    beforeAll(async () => {
      await inNewPage(driver, () => startTrial(driver, 'header', 'strict'));
      await hookIs(driver, 'observing');
      tried = await walk();
      await driver.click('[aria-label="Baseline against trial"]');
      lines = await comparison(truth);
    });

    it('is unmistakable: a banner over the panel, a mark in the tab’s title', async () => {
      const banner = await driver.panelEval(() => document.querySelector('.altered')?.textContent);
      expect(banner).toContain('This page is being altered.');
      await waitUntil('the mark in the title', () => driver.pageEval(() => document.title.startsWith('⚠')));
    });

    it.each(subjects.map((scenario) => [scenario.id, scenario] as const))(
      '%s: the panel says what page and servers saw, and what was predicted, or why it differs',
      (id, scenario) => {
        const line = lines.get(id);
        const predicted = expectedIn(scenario, 'header', driver.engine);
        const came = truth(scenario);
        expect({ predicted: line?.predicted, tried: line?.tried ?? 'left alone' }).toEqual({
          predicted: predicted.outcome,
          tried: came,
        });
        const isCertain = predicted.outcome !== 'unknown' && predicted.reason !== 'header-likely-accepted';
        if (came === 'left alone') expect(line?.why).not.toBe('');
        else if (came !== predicted.outcome)
          expect({ isCertain, said: line?.difference }).toEqual({
            isCertain: false,
            said: 'was not certain: the trial answers it',
          });
        else expect(line?.difference).toBe('');
      },
    );

    it('counts what it cost', async () => {
      const totals = await driver.panelEval(() =>
        Object.fromEntries(
          [...document.querySelectorAll('.total')].map((each) => [
            each.querySelector('dt')?.textContent ?? '',
            each.querySelector('.total-value')?.textContent ?? '',
          ]),
        ),
      );
      const broken = subjects.filter((scenario) => truth(scenario) === 'breaks').length;
      expect(Number(totals['Broke'])).toBeGreaterThanOrEqual(broken);
      expect(totals['Not as predicted']).toBe('0');
      expect(totals['Preflights']).toMatch(/^\+\d/);
    });

    it('is undone by Stop: after it page and servers see what they saw before', async () => {
      await driver.click('[aria-label="Back to the calls"]');
      await pressButton(driver, 'Stop trial');
      await trialIs(driver, 'over');
      await inNewPage(driver, () => pressButton(driver, 'Reload page'));
      expect(await driver.pageEval(() => document.title)).not.toMatch(/^⚠/);
      const after = await walkUntilJudged();
      const failed = (walked: Walk) =>
        Object.entries(walked.results).flatMap(([id, { failed: has }]) => (has ? id : []));
      expect(failed(after)).toEqual(failed(baseline));
      expect([...after.xDtc]).toEqual([...baseline.xDtc]);
    });
  });

  /** Starts a trial, walks the page with it, ends it, and walks the page as it was. */
  async function walkTried(route: TrialRoute, mode: TrialMode): Promise<Walk> {
    await inNewPage(driver, () => startTrial(driver, route, mode));
    const walked = await walk();
    await pressButton(driver, 'Stop trial');
    await trialIs(driver, 'over');
    await inNewPage(driver, () => pressButton(driver, 'Reload page'));
    await walkUntilJudged();
    return walked;
  }

  const newlyFailed = ({ results }: Walk): string[] =>
    subjects.flatMap(({ id }) => (results[id]?.failed && !baseline.results[id]?.failed ? [id] : []));

  it('guarded, by header: only calls that are known to be accepted get x-dtc, and none breaks', async () => {
    const tried = await walkTried('header', 'guarded');
    expect(newlyFailed(tried)).toEqual([]);
    const added = subjects.filter(({ id }) => tried.xDtc.has(id) && !baseline.xDtc.has(id));
    expect(added.length).toBeGreaterThan(3);
    for (const scenario of added) {
      expect([scenario.id, expectedIn(scenario, 'header', driver.engine).outcome]).toEqual([
        scenario.id,
        'links',
      ]);
    }
  });

  it('strict, by cookies: what would link carries the RUM cookies, what would break breaks', async () => {
    const tried = await walkTried('cookies', 'strict');
    const outcomes = (outcome: Outcome) =>
      subjects.flatMap((scenario) => {
        const works = !baseline.results[scenario.id]?.failed;
        const isTried = works && scenario.hops[0].host !== 'shop' && isMatched(scenario);
        return isTried && expectedIn(scenario, 'cookies', driver.engine).outcome === outcome
          ? [scenario.id]
          : [];
      });
    expect(outcomes('links').length).toBeGreaterThan(3);
    expect(outcomes('links').filter((id) => !tried.dtCookie.has(id))).toEqual([]);
    expect(outcomes('breaks').length).toBeGreaterThan(3);
    expect(outcomes('breaks').filter((id) => !tried.results[id]?.failed)).toEqual([]);
    expect(newlyFailed(tried).toSorted()).toEqual(outcomes('breaks').toSorted());
  });

  describe('as if fixed, by header', () => {
    it('lets the calls through that would break', async () => {
      await inNewPage(driver, () => startTrial(driver, 'header', 'as-if-fixed'));
      await waitUntil('the mark in the title', () => driver.pageEval(() => document.title.startsWith('⚠')));
      const { results, xDtc } = await walk();
      const breaking = subjects.filter(
        (scenario) => expectedIn(scenario, 'header', driver.engine).outcome === 'breaks',
      );
      expect(breaking.length).toBeGreaterThan(3);
      for (const { id } of breaking) {
        expect({ id, failed: results[id]?.failed, xDtc: xDtc.has(id) }).toEqual({
          id,
          failed: false,
          xDtc: true,
        });
      }
    });

    it('is undone when the panel is closed: nothing is altered any more', async () => {
      await driver.closeDevtools();
      await waitUntil(
        'the mark to go',
        async () => !(await driver.pageEval(() => document.title.startsWith('⚠'))),
      );
      const { xDtc, results } = await walk();
      expect([...xDtc]).toEqual([...baseline.xDtc]);
      expect(Object.values(results).filter(({ failed }) => failed)).toHaveLength(
        Object.values(baseline.results).filter(({ failed }) => failed).length,
      );
    });
  });

  it('strict, by header, on a page of the New RUM Experience: traceparent and tracestate, as predicted', async () => {
    const drafts = scenarios.filter(({ page }) => page === 'new-rum-rollout');
    await driver.openPage(scenarioPageUrl('new-rum-rollout'));
    await driver.openPanel();
    await driver.panelWait(ungroup);
    await driver.panelWait(
      () => document.querySelector<HTMLSelectElement>('[aria-label="Which pattern"]')?.value === 'inclusions',
    );
    await typePattern(driver, variants['new-rum-rollout'].draft ?? '');
    await runAll();
    await waitUntil('every call is there and judged', async () => {
      const rows = await readRows(driver);
      return drafts.every((scenario) =>
        rows.some(
          ({ url, header }) =>
            url.startsWith(loggedUrl(scenario)) &&
            header === expectedIn(scenario, 'header', driver.engine).outcome,
        ),
      );
    });
    await inNewPage(driver, () => startTrial(driver, 'header', 'strict'));
    const results = await runAll();
    const arrived = (scenario: Scenario) => {
      const isOf = ({ url, method }: Lab['received'][number]) =>
        method !== 'OPTIONS' && url.startsWith(loggedUrl(scenario));
      const received = lab.received.find(isOf);
      return received && ['traceparent', 'tracestate', 'x-dtc'].map((name) => headerOf(received, name));
    };
    const truth = (scenario: Scenario) => (results[scenario.id]?.failed ? 'breaks' : 'links');
    await driver.click('[aria-label="Baseline against trial"]');
    const lines = await waitUntil('the comparison is complete', async () => {
      const read = await readComparison(driver);
      const found = drafts.map((scenario) => read.find(({ endpoint }) => endpoint === keyOf(scenario)));
      return found.every((line) => (line?.tried ?? null) !== null) ? found : null;
    });
    expect(drafts.map(truth).toSorted()).toEqual(['breaks', 'breaks', 'breaks', 'links']);
    for (const [index, scenario] of drafts.entries()) {
      const predicted = expectedIn(scenario, 'header', driver.engine).outcome;
      expect(lines[index]).toMatchObject({ predicted, tried: truth(scenario) });
      if (predicted !== 'unknown') expect(lines[index]?.difference).toBe('');
      const [traceparent, tracestate, xDtc] = arrived(scenario) ?? [];
      if (truth(scenario) === 'breaks') expect(traceparent).toBeUndefined();
      else {
        const span = /^00-[0-9a-f]{32}-([0-9a-f]{16})-01$/.exec(traceparent ?? '')?.[1] ?? 'no span';
        expect(tracestate).toContain(`@dtr=1;${span};1;`);
        expect(xDtc).toBeNull();
      }
    }
  });
});
