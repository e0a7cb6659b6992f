import { agentScriptsOnly, documentHtml } from '../har-document';
import type { Har, HarEntry, HarPage } from '../har';
import { slimEntry } from '../slim-entry';
import { byteChunks } from './byte-chunks';
import type { HarTextSource } from './byte-chunks';
import { hasEntryShape } from './entry-shape';
import type { HarFlaw } from './flaw';
import { HarSplitter } from './har-splitter';
import type { LogMember, Piece } from './har-splitter';
import { findJsonError } from './json-error';
import { placeBehind } from './line-count';

export interface HarProgress {
  /** Bytes read so far. */
  readonly bytes: number;
  /** Entries found so far. */
  readonly entries: number;
}

export interface ReadHarOptions {
  /** Called after each pause, at most some dozen times a second. */
  readonly onProgress?: ((progress: HarProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The tool that wrote a HAR. */
export interface HarCreator {
  readonly name: string;
  readonly version: string;
}

export type HarTextResult =
  | {
      readonly ok: true;
      /** Without bodies; of documents the agent's script elements stay. A broken entry is empty, so that indices hold. */
      readonly har: Har;
      readonly flaws: readonly HarFlaw[];
      readonly creator: HarCreator | null;
      readonly bytes: number;
    }
  | { readonly ok: false; readonly kind: 'cancelled' }
  /** No HAR at all, or the source failed; `flaws` say where it stops being one. */
  | {
      readonly ok: false;
      readonly kind: 'unreadable';
      readonly what: string;
      readonly flaws: readonly HarFlaw[];
    };

/** ms of work at a time, so that a page that reads a file can paint. */
const sliceLength = 12;

/**
 * Reads the text of a HAR entry by entry, however large it is: memory holds what is kept, not the file. What is broken
 * is named with its place, and the good entries are kept. Faults of the source are part of the result.
 */
export async function readHarText(
  source: HarTextSource,
  options: ReadHarOptions = {},
): Promise<HarTextResult> {
  const { onProgress, signal } = options;
  const reading = new HarReading();
  const splitter = new HarSplitter(reading);
  let bytes = 0;
  let sliceEnd = performance.now() + sliceLength;
  try {
    for await (const chunk of byteChunks(source)) {
      if (signal?.aborted) return { ok: false, kind: 'cancelled' };
      splitter.push(chunk);
      bytes += chunk.length;
      if (performance.now() < sliceEnd) continue;
      onProgress?.({ bytes, entries: reading.entries.length });
      await pause();
      sliceEnd = performance.now() + sliceLength;
    }
  } catch (error) {
    return unreadable(
      `the source cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      reading,
    );
  }
  if (signal?.aborted) return { ok: false, kind: 'cancelled' };
  splitter.finish();
  onProgress?.({ bytes, entries: reading.entries.length });
  if (bytes === 0) return unreadable('the file is empty', reading);
  if (!splitter.foundEntries) return unreadable('log.entries is missing: this is no HAR', reading);
  const { entries, pages, members } = reading;
  const har: Har = { log: { entries, pages, ...members } };
  return { ok: true, har, flaws: reading.flaws, creator: reading.creator, bytes };
}

function unreadable(what: string, { flaws }: HarReading): HarTextResult {
  return { ok: false, kind: 'unreadable', what, flaws };
}

function pause(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 0));
}

/** Collects what the splitter finds. */
class HarReading {
  readonly entries: HarEntry[] = [];
  readonly flaws: HarFlaw[] = [];
  pages: readonly HarPage[] = [];
  creator: HarCreator | null = null;
  members: { readonly _crosslink?: unknown } = {};
  private readonly decoder = new TextDecoder();

  piece(piece: Piece): void {
    const text = this.decoder.decode(piece.bytes);
    const value = this.parse(text, piece);
    if (piece.member === null) this.takeEntry(value, piece);
    else if (value !== undefined) this.takeMember(piece.member, value);
  }

  private takeEntry(value: unknown, { start }: Piece): void {
    const isEntry = hasEntryShape(value);
    if (!isEntry && value !== undefined) {
      this.flaws.push({
        ...start,
        index: this.entries.length,
        what: 'a member of the entry has the wrong type',
      });
    }
    this.entries.push(isEntry ? keep(value) : {});
  }

  flaw(flaw: Omit<HarFlaw, 'index'>, inEntry: boolean): void {
    this.flaws.push({ ...flaw, index: inEntry ? this.entries.length : -1 });
    if (inEntry) this.entries.push({});
  }

  /** `undefined`: it is no JSON, which is noted. */
  private parse(text: string, { member, start, shortened }: Piece): unknown {
    try {
      return JSON.parse(text);
    } catch {
      const error = findJsonError(text);
      const place = error === null || shortened ? start : placeBehind(start, encode(text.slice(0, error.at)));
      const index = member === null ? this.entries.length : -1;
      this.flaws.push({ ...place, index, what: error?.what ?? 'it is no JSON' });
      return undefined;
    }
  }

  private takeMember(member: LogMember, value: unknown): void {
    if (member === 'pages' && Array.isArray(value)) this.pages = value.filter(isPage);
    if (member === 'creator') this.creator = creatorOf(value);
    if (member === '_crosslink') this.members = { _crosslink: value };
  }
}

function isPage(value: unknown): value is HarPage {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, startedDateTime } = value as Record<keyof HarPage, unknown>;
  return [id, title, startedDateTime].every((each) => each === undefined || typeof each === 'string');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function creatorOf(value: unknown): HarCreator | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, version } = value as { name?: unknown; version?: unknown };
  return typeof name === 'string' ? { name, version: typeof version === 'string' ? version : '' } : null;
}

/** What is kept of an entry. */
function keep(entry: HarEntry): HarEntry {
  const trial = entry._crosslink?.trial;
  const slim = { ...slimEntry(entry), ...(trial !== undefined && { _crosslink: { trial } }) };
  const html = documentHtml(entry);
  if (html === null || !slim.response) return slim;
  const { mimeType } = slim.response.content ?? {};
  return { ...slim, response: { ...slim.response, content: { mimeType, text: agentScriptsOnly(html) } } };
}
