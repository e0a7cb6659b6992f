/** Asks real browsers: `npm run oracle -- --cases 10000 --seed 1 --browser both`. See docs/oracle.md. */
import { parseArgs } from 'node:util';
import { launchChromiumOracle } from './browsers/chromium';
import { launchFirefoxOracle } from './browsers/firefox';
import type { OracleBrowser } from './browsers/oracle-browser';
import { agreementTable, coverage } from './report/agreement-table';
import { describeCase } from './report/describe-case';
import { writeRegressionCase } from './report/regression-case';
import { runCases, type JudgedCase } from './run/run-cases';
import { shrink } from './run/shrink';
import { startWorld, type World } from './world/world';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    browser: { type: 'string', default: 'both' },
    /** How many kinds of disagreement are shrunk and written down. */
    shrink: { type: 'string', default: '5' },
  },
});
const launchers = { chromium: launchChromiumOracle, firefox: launchFirefoxOracle };
const [cases, seed, toShrink] = [values.cases, values.seed, values.shrink].map(Number);
const chosen = Object.entries(launchers).filter(([name]) => ['both', name].includes(values.browser));
if (!cases || cases < 1 || !Number.isInteger(seed) || chosen.length === 0) {
  throw new Error('usage: npm run oracle -- --cases N --seed N --browser chromium|firefox|both');
}

const world = await startWorld();
try {
  for (const [, launch] of chosen) {
    const browser = await launch(world);
    try {
      await ask(browser, world);
    } finally {
      await browser.close();
    }
  }
} finally {
  await world.close();
}

async function ask(browser: OracleBrowser, servers: World): Promise<void> {
  const started = performance.now();
  const judged = await runCases(browser, servers, { cases: cases ?? 0, seed: seed ?? 0 });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`\n${browser.version}: ${cases} cases, seed ${seed}, ${seconds} s`);
  console.log(`${coverage(judged)}\n\n${agreementTable(judged)}`);
  const differing = judged.filter(({ disagreements }) => disagreements.length > 0);
  if (differing.length > 0) process.exitCode = 1;
  for (const each of onePerKind(differing).slice(0, toShrink)) {
    const smallest = await shrink(browser, servers, each, seed ?? 0);
    console.log(`\n${describeCase(smallest)}\n  written to ${writeRegressionCase(smallest, browser)}`);
  }
}

/** Many cases show the same difference: one is enough of each aspect and reason. */
function onePerKind(judged: readonly JudgedCase[]): readonly JudgedCase[] {
  const kinds = new Map<string, JudgedCase>();
  for (const each of judged) {
    const kind = `${each.disagreements[0]?.aspect} ${each.expected.reason}`;
    if (!kinds.has(kind)) kinds.set(kind, each);
  }
  return [...kinds.values()];
}
