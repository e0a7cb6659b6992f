import * as fc from 'fast-check';
import { cookieJar } from '../arbitraries/jar';
import { oracleCase } from '../arbitraries/oracle-case';
import type { OracleBrowser } from '../browsers/oracle-browser';
import { compare, type Disagreement } from '../judge/compare';
import { expectationOf, type Expectation } from '../judge/expectation';
import { explanationOf } from '../judge/explained';
import type { Observation } from '../judge/observation';
import type { OracleCase, SetCookie } from '../world/case';
import type { World } from '../world/world';
import { fillJar, observe } from './observe';

/** Cases that share a jar and a page load. */
const BATCH = 500;

/** A case on which core and browser were asked. */
export interface JudgedCase {
  /** Position in the run: with the seed it names the case. */
  readonly index: number;
  readonly oracleCase: OracleCase;
  readonly jar: readonly SetCookie[];
  readonly expected: Expectation;
  readonly observed: Observation;
  readonly disagreements: readonly Disagreement[];
  /** Differences with a documented cause outside the core. */
  readonly explained: readonly { readonly aspect: Disagreement['aspect']; readonly cause: string }[];
}

export interface RunOptions {
  readonly cases: number;
  readonly seed: number;
  onBatch?(judged: readonly JudgedCase[]): void;
}

/** Makes the seed's cases in the browser and compares each with the core. */
export async function runCases(
  browser: OracleBrowser,
  world: World,
  { cases, seed, onBatch }: RunOptions,
): Promise<readonly JudgedCase[]> {
  const drawn = fc.sample(oracleCase, { seed, numRuns: cases });
  const jars = fc.sample(cookieJar, { seed, numRuns: Math.ceil(cases / BATCH) });
  const judged: JudgedCase[] = [];
  for (const [batch, jar] of jars.entries()) {
    const start = batch * BATCH;
    await fillJar(browser, world, jar);
    const results = await judgeCases(browser, world, drawn.slice(start, start + BATCH), jar, start);
    judged.push(...results);
    onBatch?.(results);
  }
  return judged;
}

/** The same for cases at hand; the browser's jar must be filled. */
export async function judgeCases(
  browser: OracleBrowser,
  world: World,
  cases: readonly OracleCase[],
  jar: readonly SetCookie[],
  firstIndex = 0,
): Promise<readonly JudgedCase[]> {
  const observations = await observe(browser, world, cases);
  return observations.map((observed, index) =>
    judgeCase(cases[index]!, jar, observed, browser.engine, firstIndex + index),
  );
}

/** Compares an observation with what the core says about the same case. */
export function judgeCase(
  subject: OracleCase,
  jar: readonly SetCookie[],
  observed: Observation,
  engine: OracleBrowser['engine'],
  index = 0,
): JudgedCase {
  const expected = expectationOf(subject, jar, index, engine);
  const disagreements: Disagreement[] = [];
  const explained: { aspect: Disagreement['aspect']; cause: string }[] = [];
  for (const difference of compare(expected, observed)) {
    const cause = explanationOf(subject, difference, engine);
    if (cause === null) disagreements.push(difference);
    else explained.push({ aspect: difference.aspect, cause });
  }
  return { index, oracleCase: subject, jar, expected, observed, disagreements, explained };
}
