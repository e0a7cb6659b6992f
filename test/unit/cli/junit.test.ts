import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { junitReport } from '../../../src/cli/junit';
import { judgeHar } from '../../../src/core/report/judge-har';
import { hostileHar } from '../core/report/hostile-har';

const report = judgeHar(hostileHar, { generatedAt: '2026-01-01T00:00:00.000Z' });

test('counts what it lists, and holds as XML whatever the page wrote', () => {
  const text = junitReport([{ file: 'a<b>&"\u202e.har', report }], {
    routes: ['header', 'cookies'],
    failOn: ['unlinked'],
  });
  // what XML 1.0 does not allow is not there
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const { DOMParser } = new Window();
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const suite = document.querySelector('testsuite');
  const cases = [...document.querySelectorAll('testcase')];
  expect(suite?.getAttribute('name')).toBe('a<b>&"<U+202E>.har');
  expect(Number(suite?.getAttribute('tests'))).toBe(cases.length);
  expect(cases.length).toBe(report.endpoints.length * 2);
  const failures = report.endpoints
    .flatMap(({ verdicts }) => [verdicts.header, verdicts.cookies])
    .filter(({ outcome }) => outcome === 'unlinked').length;
  expect(failures).toBeGreaterThan(0);
  expect(document.querySelectorAll('failure').length).toBe(failures);
  expect(Number(suite?.getAttribute('failures'))).toBe(failures);
  expect(document.querySelectorAll('skipped').length).toBe(Number(suite?.getAttribute('skipped')));
});
