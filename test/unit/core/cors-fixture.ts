import { readFileSync } from 'node:fs';

/** Cases of public suites and of measurements; see `source` of each case. */
export function fixture<T>(name: string): T {
  const file = new URL(`../../fixtures/cors/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
