import { describe, expect, test } from 'vitest';
import { judgeHar, readCrosslinkSession, readReport, toHar, type Har } from '../../../../../src/core';
import {
  exportFormats,
  exportText,
  type ExportFormat,
} from '../../../../../src/panel/components/export/export-formats';
import type { EvidenceStore } from '../../../../../src/panel/store/evidence/types';
import { hostileHar, secrets } from '../../../core/report/hostile-har';

const report = judgeHar(hostileHar, { generatedAt: '2026-01-31T14:05:00.000Z' });
const evidence: Pick<EvidenceStore, 'report' | 'har'> = {
  report: () => report,
  har: (options) =>
    toHar(
      {
        judged: [],
        entries: hostileHar.log.entries,
        session: {
          pageUrl: null,
          agent: null,
          engine: 'standard',
          pattern: null,
          agentReadyAt: null,
          loadStartedAt: null,
        },
      },
      options,
    ),
};
const exported = (format: ExportFormat, host: string | null = null, redact = true): string =>
  exportText(evidence as EvidenceStore, { format, host, redact });

describe('exportText', () => {
  test.each(Object.keys(exportFormats) as ExportFormat[])('%s holds no secret unless asked for', (format) => {
    const text = exported(format);
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(exported(format, null, false)).toContain(secrets.path);
  });

  test('JSON is read as a report again', () => {
    expect(readReport(JSON.parse(exported('json'))).ok).toBe(true);
  });

  test('HAR is read as a session again, and holds all hosts whatever is chosen', () => {
    const har = JSON.parse(exported('har', 'api.shop.test')) as Har;
    expect(readCrosslinkSession(har)).not.toBeNull();
    expect(har.log.entries).toHaveLength(hostileHar.log.entries.length);
  });

  test.each(['html', 'markdown', 'json'] as const)('%s for one host names no other', (format) => {
    const text = exported(format, 'api.partner.test');
    expect(text).toContain('api.partner.test');
    expect(text).not.toContain('api.shop.test');
  });
});
