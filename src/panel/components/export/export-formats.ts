import {
  htmlReport,
  markdownReport,
  redactReport,
  reportForHost,
  visibleJson,
  type Report,
} from '../../../core';
import type { EvidenceStore } from '../../store/evidence/types';

export type ExportFormat = 'html' | 'markdown' | 'json' | 'har';

export interface FormatWords {
  readonly title: string;
  readonly purpose: string;
  readonly extension: string;
  readonly mimeType: string;
}

export const exportFormats: Readonly<Record<ExportFormat, FormatWords>> = {
  html: {
    title: 'Report, HTML',
    purpose: 'one page to read, send and print',
    extension: 'html',
    mimeType: 'text/html',
  },
  markdown: {
    title: 'Report, Markdown',
    purpose: 'for a ticket',
    extension: 'md',
    mimeType: 'text/markdown',
  },
  json: {
    title: 'Report, JSON',
    purpose: 'for scripts, and to compare with later',
    extension: 'json',
    mimeType: 'application/json',
  },
  har: {
    title: 'HAR with verdicts',
    purpose: 'to be opened here again, or in a Network panel',
    extension: 'har',
    mimeType: 'application/json',
  },
};

export interface ExportChoice {
  readonly format: ExportFormat;
  /** `null`: all hosts. A HAR always holds all. */
  readonly host: string | null;
  /** Without cookies, authorization, tokens and `x-dtc` values. */
  readonly redact: boolean;
}

/** The session in the chosen form. */
export function exportText(evidence: EvidenceStore, { format, host, redact }: ExportChoice): string {
  if (format === 'har') return visibleJson(JSON.stringify(evidence.har({ redact }), null, 1));
  const whole = evidence.report();
  const report = host === null ? whole : reportForHost(whole, host);
  switch (format) {
    case 'html':
      return htmlReport([{ name: null, report }], { redact });
    case 'markdown':
      return markdownReport(report, { redact });
    case 'json':
      return jsonText(redact ? redactReport(report) : report);
  }
}

function jsonText(report: Report): string {
  return `${visibleJson(JSON.stringify(report, null, 2))}\n`;
}
