import { describe, expect, test } from 'vitest';
import { judgeHar } from '../../../../src/core/report/judge-har';
import { hostsOf, reportForHost } from '../../../../src/core/report/report-for-host';
import { hostileHar } from './hostile-har';

const report = judgeHar(hostileHar, { generatedAt: '2026-01-01T00:00:00.000Z' });

describe('reportForHost', () => {
  test('knows the hosts, the busiest first', () => {
    expect(hostsOf(report)).toEqual(['api.shop.test', 'app.shop.test', 'api.partner.test']);
  });

  test('holds one host’s part, and counts it alone', () => {
    const part = reportForHost(report, 'api.shop.test');
    expect(part.endpoints.map(({ origin }) => origin)).toEqual([
      'https://api.shop.test',
      'https://api.shop.test',
      'https://api.shop.test',
    ]);
    expect(part.exchanges.every(({ url }) => url.startsWith('https://api.shop.test/'))).toBe(true);
    for (const route of ['today', 'cookies', 'header'] as const) {
      expect(Object.values(part.summary[route]).reduce((sum, count) => sum + count, 0)).toBe(3);
    }
  });

  test('the parts add up to the whole', () => {
    const parts = hostsOf(report).map((host) => reportForHost(report, host));
    for (const route of ['today', 'cookies', 'header'] as const) {
      for (const outcome of ['links', 'breaks', 'unlinked', 'cannot', 'unknown'] as const) {
        expect(parts.reduce((sum, part) => sum + part.summary[route][outcome], 0)).toBe(
          report.summary[route][outcome],
        );
      }
    }
    expect(parts.reduce((sum, part) => sum + part.summary.addedPreflights.header, 0)).toBe(
      report.summary.addedPreflights.header,
    );
  });
});
