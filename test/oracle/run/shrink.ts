import * as fc from 'fast-check';
import { oracleCase } from '../arbitraries/oracle-case';
import type { OracleBrowser } from '../browsers/oracle-browser';
import type { SetCookie } from '../world/case';
import type { World } from '../world/world';
import { fillJar } from './observe';
import { judgeCases, type JudgedCase } from './run-cases';

const MAX_MS = 30_000;

/**
 * The smallest case that fast-check finds on which core and browser still differ in the same aspect, each candidate made
 * in the browser anew.
 * @param seed of the run that drew the case
 */
export async function shrink(
  browser: OracleBrowser,
  world: World,
  judged: JudgedCase,
  seed: number,
): Promise<JudgedCase> {
  const [first] = judged.disagreements;
  if (first === undefined) throw new Error('There is nothing to shrink');
  const jar = cookiesInDispute(judged);
  await fillJar(browser, world, jar);
  let smallest: JudgedCase | null = null;
  const differs = fc.asyncProperty(oracleCase, async (candidate) => {
    const [result] = await judgeCases(browser, world, [candidate], jar, judged.index);
    const stillDiffers = result?.disagreements.some(({ aspect }) => aspect === first.aspect) === true;
    if (stillDiffers && result) smallest = result;
    return !stillDiffers;
  });
  // the path leads to the drawn case, from which fast-check walks down
  await fc.check(differs, { seed, path: String(judged.index), numRuns: 1, interruptAfterTimeLimit: MAX_MS });
  if (smallest === null) throw new Error(`Case ${judged.index} did not differ when it was repeated`);
  return smallest;
}

/** The first cookie that only one side sends; none where the difference is about something else. */
function cookiesInDispute({ jar, expected, observed }: JudgedCase): readonly SetCookie[] {
  const requests = observed.received.filter(({ isPreflight }) => !isPreflight);
  for (const { hop, cookies } of expected.requests) {
    const sent = requests.find((request) => request.hop === hop)?.cookies ?? cookies;
    const name = [...cookies, ...sent].find((each) => cookies.includes(each) !== sent.includes(each));
    if (name !== undefined) return jar.filter((cookie) => cookie.name === name);
  }
  return [];
}
