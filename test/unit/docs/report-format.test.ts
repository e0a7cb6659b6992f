import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeHar, readReport, redactReport } from '../../../src/core';
import type { Har } from '../../../src/core';

const text = readFileSync(new URL('../../../docs/report-format.md', import.meta.url), 'utf8');
const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? 'null');
const documented = new Set(
  [...text.matchAll(/^\|(.*?)\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path),
  ),
);

/** Every path of a value: `exchanges[].verdicts`. Verdicts and their reasons are told apart in their own table, outcomes by route in theirs. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
  if (
    typeof value !== 'object' ||
    value === null ||
    /(?:verdicts|summary\.(?:today|cookies|header)|headers\[\]|server\.reason)$/.test(path)
  )
    return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = path === '' ? key : `${path}.${key}`;
    return [own, ...pathsOf(inner, own)];
  });
}

/** Those that only hold others need no line of their own. */
const isGroup = (path: string): boolean => [...documented].some((other) => other?.startsWith(`${path}.`));

describe('docs/report-format.md', () => {
  test('its example is what is written today', () => {
    const har = JSON.parse(
      readFileSync(new URL('../../fixtures/har/charles.har', import.meta.url), 'utf8'),
    ) as Har;
    const call = { log: { ...har.log, entries: har.log.entries.slice(1) } };
    const report = judgeHar(call, { regex: 'api\\.partner', generatedAt: '2026-11-23T10:05:00.000Z' });
    expect(example).toEqual(JSON.parse(JSON.stringify(redactReport(report))));
  });

  test('its example is read by compare', () => {
    expect(readReport(example).ok).toBe(true);
  });

  test('names every field of the example', () => {
    const missing = pathsOf(example).filter((path) => !documented.has(path) && !isGroup(path));
    expect(missing).toEqual([]);
  });

  test('names every field of a verdict', () => {
    const [endpoint] = (example as { endpoints: [{ verdicts: { header: unknown } }] }).endpoints;
    const missing = pathsOf(endpoint.verdicts.header).filter(
      (path) => !documented.has(path) && !isGroup(path),
    );
    expect(missing).toEqual([]);
  });
});
