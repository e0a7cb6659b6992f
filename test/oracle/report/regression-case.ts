import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { OracleBrowser } from '../browsers/oracle-browser';
import type { Observation } from '../judge/observation';
import type { JudgedCase } from '../run/run-cases';
import type { OracleCase, SetCookie } from '../world/case';

const folder = fileURLToPath(new URL('../../fixtures/oracle/', import.meta.url));

/** A minimal case on which the core once was wrong, with what the browser did: the core must agree for good. */
export interface RegressionCase {
  readonly engine: OracleBrowser['engine'];
  readonly browser: string;
  readonly aspect: string;
  readonly oracleCase: OracleCase;
  readonly jar: readonly SetCookie[];
  readonly observed: Observation;
}

/** Writes the case; returns its file name, which depends on the case alone. */
export function writeRegressionCase(
  { oracleCase, jar, observed, disagreements }: JudgedCase,
  { engine, version }: OracleBrowser,
): string {
  const aspect = disagreements[0]?.aspect ?? 'agreed';
  const regression: RegressionCase = { engine, browser: version, aspect, oracleCase, jar, observed };
  const identity = createHash('sha256')
    .update(JSON.stringify([oracleCase, jar]))
    .digest('hex')
    .slice(0, 8);
  const name = `${engine}-${aspect.replace(' ', '-')}-${identity}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(regression, null, 2)}\n`);
  return name;
}

/** All cases written so far, by file name. */
export function readRegressionCases(): ReadonlyMap<string, RegressionCase> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as RegressionCase]),
  );
}
