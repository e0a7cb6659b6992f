import { createReadStream } from 'node:fs';
import { readHarText } from '../core';
import type { Har, HarFlaw, JudgeOptions, Report } from '../core';
import { judgeHar } from '../core';

/** A HAR file that was read and judged. `-` is standard input. */
export type JudgedFile =
  | { readonly ok: true; readonly file: string; readonly report: Report; readonly flaws: readonly HarFlaw[] }
  | { readonly ok: false; readonly file: string; readonly what: string };

/** Reads a HAR entry by entry, and judges it. */
export async function judgeFile(file: string, options: JudgeOptions): Promise<JudgedFile> {
  const read = await readHarText(bytesOf(file));
  if (read.ok) return { ok: true, file, report: judged(read.har, read.flaws, options), flaws: read.flaws };
  if (read.kind === 'cancelled') return { ok: false, file, what: 'reading was cancelled' };
  const [flaw] = read.flaws;
  return { ok: false, file, what: flaw ? `${read.what} (${flawText(flaw)})` : read.what };
}

export function judged(har: Har, flaws: readonly HarFlaw[], options: JudgeOptions): Report {
  return judgeHar(har, {
    ...options,
    flaws: flaws.map(({ index, ...flaw }) => ({ index, what: flawText(flaw) })),
  });
}

/** `line 12, column 5 (byte 345): …` */
export function flawText({ line, column, offset, what }: Omit<HarFlaw, 'index'>): string {
  return `line ${line}, column ${column} (byte ${offset}): ${what}`;
}

/** The bytes of a file, or of standard input; a fault comes as a rejection when they are read. */
export function bytesOf(file: string): AsyncIterable<Uint8Array> {
  return file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 });
}
