import type { OracleBrowser } from '../browsers/oracle-browser';
import { pageCall } from '../call/page-call';
import type { Observation } from '../judge/observation';
import type { OracleCase, SetCookie } from '../world/case';
import { jarPath, runnerPath } from '../world/runner-path';
import type { World } from '../world/world';

/** Empties the browser's jar, then lets each origin's own page set its cookies. */
export async function fillJar(
  browser: OracleBrowser,
  world: World,
  jar: readonly SetCookie[],
): Promise<void> {
  world.setJar(jar);
  await browser.clearCookies();
  for (const origin of new Set(jar.map(({ setBy }) => setBy)))
    await openExactly(browser, `${origin}${jarPath}`);
}

/** Makes the calls of all cases in the browser, those of one tab's page together; observations in the cases' order. */
export async function observe(
  browser: OracleBrowser,
  world: World,
  cases: readonly OracleCase[],
): Promise<readonly Observation[]> {
  const ids = cases.map((oracleCase) => world.register(oracleCase));
  const observations: Observation[] = [];
  for (const topLevel of new Set(cases.map(({ page }) => page.topLevel))) {
    const indices = [...cases.keys()].filter((index) => cases[index]?.page.topLevel === topLevel);
    await openExactly(browser, `${topLevel}${runnerPath}`);
    const calls = indices.map((index) => pageCall(cases[index]!, ids[index]!));
    const outcomes = new Map((await browser.runCalls(calls)).map((outcome) => [outcome.id, outcome]));
    for (const index of indices) {
      const outcome = outcomes.get(ids[index]!);
      if (outcome === undefined) throw new Error('The page did not report every call');
      const { ok, error } = outcome;
      observations[index] = { ok, error, received: world.collect(outcome.id) };
    }
  }
  return observations;
}

/** A browser that comes to another URL (HSTS, https first) is in another state than the case says. */
async function openExactly(browser: OracleBrowser, url: string): Promise<void> {
  const opened = await browser.open(url);
  if (opened !== url) throw new Error(`${url} became ${opened}`);
}
