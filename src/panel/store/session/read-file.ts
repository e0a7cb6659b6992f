import { readHarText, readReport } from '../../../core';
import type { HarProgress } from '../../../core';
import type { ImportFailure, ImportedReport } from './types';
import type { ImportedHar } from './imported-session';

/** Bytes; a report is held as a whole while it is read. */
const largestReport = 64 * 2 ** 20;

export type ReadFile =
  | { readonly kind: 'har'; readonly har: Omit<ImportedHar, 'id'> }
  | { readonly kind: 'report'; readonly report: Omit<ImportedReport, 'id'> }
  | { readonly kind: 'failure'; readonly failure: ImportFailure }
  | { readonly kind: 'cancelled' };

export interface ReadFileOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: HarProgress) => void;
}

/** A file as the HAR, or the JSON report of Crosslink, that it is. */
export async function readFile(file: File, options: ReadFileOptions): Promise<ReadFile> {
  const { name } = file;
  const read = await readHarText(file, options);
  if (read.ok) {
    const { har, flaws, creator } = read;
    return { kind: 'har', har: { name, har, flaws, creator } };
  }
  if (read.kind === 'cancelled') return { kind: 'cancelled' };
  const { what, flaws } = read;
  const report = file.size <= largestReport ? readReport(await jsonOf(file)) : null;
  if (report?.ok === true) return { kind: 'report', report: { name, report: report.report } };
  return { kind: 'failure', failure: { name, what, flaws } };
}

async function jsonOf(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    // it is no report either, and the HAR's reader has said where it stops being JSON
    return undefined;
  }
}
