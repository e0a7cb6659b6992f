import {
  agentProfile,
  agentReadPlan,
  exchangesFromHar,
  judgeRoutes,
  routes,
  rumCookieNames,
} from '../../src/core';
import type { Exchange, Har, PageFacts, Route, Verdict } from '../../src/core';
import { parsePageReading } from '../../src/panel/page-facts/page-reading';
import { readInPage, type ReadingPlan } from '../../src/panel/page-facts/read-in-page';
import { draftFacts, purposesOf } from '../../src/panel/store/pattern/pattern-basis';
import type { Lab } from '../lab/lab';
import { cookieOf, headerOf } from '../lab/recorder';
import { hopUrl, scenarioPageUrl, scenarios, variants } from '../lab/scenarios';
import type { Expected, Scenario, SeenFacts, VariantId } from '../lab/scenarios';
import type { CallResult } from '../lab/scenario-page/call';
import type { PanelDriver } from './driver';
import { readRows, type PanelRow } from './panel-rows';

/** What came of the scenarios of one page variant, by scenario id. */
export interface VariantRun {
  /** The panel's rows of calls. */
  readonly rows: ReadonlyMap<string, PanelRow>;
  /** What the servers and the page saw. */
  readonly seen: ReadonlyMap<string, SeenFacts>;
  /** The same network log, judged here: it tells the reasons, too. */
  readonly verdicts: ReadonlyMap<string, Readonly<Record<Route, Verdict>>>;
}

/** The URL under which a scenario's call stands in the panel. */
export function loggedUrl(scenario: Scenario): string {
  const { literalUrl } = scenario.request;
  return literalUrl === undefined ? hopUrl(scenario) : new URL(literalUrl, 'https://app.shop.test').href;
}

/** What is expected in this engine. */
export function expectedIn(scenario: Scenario, route: Route, engine: PanelDriver['engine']): Expected {
  const expected = scenario.expected[route];
  return expected.engines?.[engine] ?? expected;
}

/** Opens the variant's page, runs all its scenarios there, and waits until the panel has judged them. */
export async function runVariant(driver: PanelDriver, lab: Lab, variant: VariantId): Promise<VariantRun> {
  const own = scenarios.filter(({ page }) => page === variant);
  lab.reset();
  await driver.openPage(scenarioPageUrl(variant));
  const results = await driver.pageEval(runAll, agentStarts(variant));
  const judged = await settle(driver, variant, own);
  // a draft stays in force on every page of the site whose agent has that pattern
  await putInForce(driver, null);
  const seen = own.map((scenario) => [scenario.id, seenOf(scenario, lab, results[scenario.id])] as const);
  return { ...judged, seen: new Map(seen) };
}

function agentStarts(variant: VariantId): boolean {
  const { agent } = variants[variant];
  return agent.kind === 'both' || (agent.kind === 'classic' && agent.config?.['ign'] === undefined);
}

async function runAll(withAgent: boolean): Promise<Record<string, CallResult>> {
  if (withAgent && !window.dT_) {
    await new Promise((resolve) => addEventListener('dtInit', resolve, { once: true }));
  }
  if (!window.runScenarios) throw new Error('This is no page of scenarios');
  return window.runScenarios();
}

/**
 * Shows what is deployed, or the pattern to try as a draft, where that is not shown already. The panel may learn late
 * that the page is another one, with other drafts.
 */
async function putInForce(driver: PanelDriver, draft: string | null): Promise<void> {
  await driver.panelEval((text) => {
    const shown = document.querySelector<HTMLSelectElement>('select[aria-label="Pattern shown"]');
    const field = document.querySelector<HTMLTextAreaElement>('#pattern-text');
    if (!shown || !field) throw new Error('The panel has no pattern field');
    if (text === null ? shown.value === '' : shown.value !== '' && field.value === text) return;
    shown.value = '';
    shown.dispatchEvent(new Event('change', { bubbles: true }));
    if (text === null) return;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, draft);
}

type Engine = PanelDriver['engine'];
type Judged = Pick<VariantRun, 'rows' | 'verdicts'>;

/** Waits until all scenarios are judged as expected; if that never comes, the tests of the scenarios say what differs. */
async function settle(driver: PanelDriver, variant: VariantId, own: readonly Scenario[]): Promise<Judged> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    await putInForce(driver, variants[variant].draft);
    const rows = rowsByScenario(own, await readRows(driver));
    const late = Date.now() > deadline;
    // reading the log disturbs Firefox's: the rows must have come before
    if (!late && !own.every((scenario) => isRowAsExpected(scenario, rows, driver.engine))) continue;
    const judged = { rows, verdicts: await judgeLog(driver, variant, own) };
    if (late || own.every((scenario) => isReasonAsExpected(scenario, judged, driver.engine))) return judged;
  }
}

function isRowAsExpected(scenario: Scenario, rows: VariantRun['rows'], engine: Engine): boolean {
  return routes.every(
    (route) => rows.get(scenario.id)?.[route] === expectedIn(scenario, route, engine).outcome,
  );
}

function isReasonAsExpected(scenario: Scenario, { verdicts }: Judged, engine: Engine): boolean {
  return routes.every(
    (route) =>
      verdicts.get(scenario.id)?.[route].reasons[0]?.code === expectedIn(scenario, route, engine).reason,
  );
}

/** The network log, judged here. */
async function judgeLog(
  driver: PanelDriver,
  variant: VariantId,
  own: readonly Scenario[],
): Promise<VariantRun['verdicts']> {
  const facts = await readFacts(driver, variant);
  const exchanges = exchangesFromHar(await readLog(driver));
  return new Map(
    own.flatMap((scenario) => {
      const exchange = exchanges.find((candidate) => isOf(scenario, candidate));
      return exchange ? [[scenario.id, judgeRoutes(exchange, facts)] as const] : [];
    }),
  );
}

function rowsByScenario(own: readonly Scenario[], rows: readonly PanelRow[]): Map<string, PanelRow> {
  const found = new Map<string, PanelRow>();
  for (const scenario of own) {
    const url = loggedUrl(scenario);
    const row = rows.find((candidate) => candidate.kind === 'exchange' && candidate.url.startsWith(url));
    if (row) found.set(scenario.id, row);
  }
  return found;
}

const isOf = (scenario: Scenario, { api, url }: Exchange): boolean =>
  url.startsWith(loggedUrl(scenario)) && api !== 'preflight';

const plan: ReadingPlan = { agent: agentReadPlan, cookieNames: Object.values(rumCookieNames('')) };

/** As text, because not every driver keeps what is undefined apart from null. `__name`: see `callExpression`. */
function readAsText(reading: ReadingPlan, source: string): string {
  return String(
    new Function('plan', '__name', `return JSON.stringify((${source})(plan))`)(reading, (f: unknown) => f),
  );
}

async function readFacts(driver: PanelDriver, variant: VariantId): Promise<PageFacts> {
  const reading = parsePageReading(
    JSON.parse(await driver.pageEval(readAsText, plan, readInPage.toString())),
  );
  if (!reading) throw new Error('The page could not be read');
  const profile = agentProfile(reading.sources);
  const { scriptUrl } = profile;
  const [purpose = 'x-dtc'] = purposesOf(profile);
  const { draft } = variants[variant];
  return {
    engine: driver.engine,
    agent: profile.kind === 'none' ? null : profile,
    ...draftFacts(draft === null ? {} : { [purpose]: draft }),
    agentReadyAt: scriptUrl === null ? null : (reading.scriptsReadyAt.get(scriptUrl) ?? null),
    loadStartedAt: reading.loadStartedAt,
    pageOrigin: reading.origin,
    cookies: null,
  };
}

interface Log {
  readonly entries: readonly object[];
  readonly pages?: readonly object[] | undefined;
}

/** Chromium calls back, Firefox promises. */
interface Network {
  getHAR(callback: (log: Log) => void): Promise<Log> | undefined;
}

/** The network log as devtools give it to the panel, without bodies. */
async function readLog(driver: PanelDriver): Promise<Har> {
  const log = await driver.panelEval(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, { devtools: { network: Network } }>;
    const network = (browser ?? chrome)?.devtools.network;
    const har = await new Promise<Log>((resolve) => {
      const promised = network?.getHAR(resolve);
      if (promised) void promised.then(resolve);
    });
    return JSON.parse(JSON.stringify({ entries: har.entries, pages: har.pages ?? [] })) as object;
  });
  return { log } as Har;
}

function seenOf(scenario: Scenario, lab: Lab, result: CallResult | undefined): SeenFacts {
  const prefix = `/s/${scenario.id}/`;
  const received = lab.received.filter(({ url }) => new URL(url).pathname.startsWith(prefix));
  const actual = received.filter(({ method }) => method !== 'OPTIONS');
  const last = actual.at(-1);
  return {
    failed: result?.failed ?? true,
    preflight: received.length > actual.length,
    arrived: actual.length > 0,
    xDtc: last !== undefined && headerOf(last, 'x-dtc') !== null,
    dtCookie: last !== undefined && cookieOf(last, 'dtCookie') !== null,
  };
}
