import type { HarFlaw, Place } from './flaw';
import { LineCount, placeBehind } from './line-count';
import { ValueScanner } from './value-scanner';

/** Members of `log` beside the entries that are read. */
const wanted = ['version', 'creator', 'browser', 'pages', '_crosslink'] as const;
export type LogMember = (typeof wanted)[number];

/** A piece of the file. */
export interface Piece {
  /** `null`: an entry. */
  readonly member: LogMember | null;
  readonly bytes: Uint8Array;
  readonly start: Place;
  /** Long strings were left out: places within do not tell places in the file. */
  readonly shortened: boolean;
}

export interface SplitterEvents {
  piece(piece: Piece): void;
  flaw(flaw: Omit<HarFlaw, 'index'>, inEntry: boolean): void;
}

/** Keys with which tools begin an entry, and that begin no object within one. */
const entryKeys =
  '_initiator|_fromCache|_connectionId|_priority|_resourceType|_frameref|_requestref|pageref|startedDateTime';
const entryStart = new RegExp(`[,[]\\s*\\{\\s*"(?:${entryKeys})"`);
/** More than an entry's start is long. */
const overlap = 4096;

type Expected = 'value' | 'key' | 'colon';

/** Cuts the text of a HAR into its entries and the log's other members, without reading them. */
export class HarSplitter {
  /** `log.entries` was found. */
  foundEntries = false;
  /** The file ended where JSON may end. */
  private ended = false;
  private readonly lines = new LineCount();
  /** Bytes before the current chunk. */
  private offset = 0;
  /** Objects and array around the place: the root, `log`, `entries`. */
  private path: ('root' | 'log' | 'entries')[] = [];
  private expected: Expected = 'value';
  private key = '';
  private value: {
    scanner: ValueScanner;
    start: Place;
    role: 'key' | 'entry' | 'member' | 'ignored';
  } | null = null;
  /** Looking for the next entry behind a broken one: bytes that may hold its start, and where they begin. */
  private lost: { readonly bytes: Uint8Array; readonly start: Place } | null = null;

  constructor(private readonly events: SplitterEvents) {}

  push(chunk: Uint8Array): void {
    let bytes = chunk;
    let at = 0;
    while (at < bytes.length) {
      if (this.lost === null) {
        at = this.value === null ? this.step(bytes, at) : this.readValue(bytes, at);
        continue;
      }
      const found = this.findEntry(this.lost, bytes.subarray(at));
      if (found === null) break;
      ({ bytes, at } = found);
    }
    const end = this.offset + bytes.length;
    if (this.lost === null) this.lines.continueAt(this.lines.placeAt(end, bytes, this.offset));
    this.offset = end;
  }

  /** Call when the file has ended. */
  finish(): void {
    if (this.lost !== null || this.ended) return;
    if (this.value?.role === 'entry') {
      this.events.flaw({ ...this.value.start, what: 'the file ends within this entry' }, true);
    } else if (this.path.length > 0) {
      const end = this.lines.placeAt(this.offset, new Uint8Array(0), this.offset);
      this.events.flaw({ ...end, what: 'the file ends too early' }, false);
    }
  }

  /** One byte between values; returns where to go on. */
  private step(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0;
    const letter = String.fromCharCode(byte);
    if (/\s/.test(letter) || letter === ',' || (this.offset + at < 3 && byte >= 0x80)) return at + 1;
    const container = this.path.at(-1);
    if (container === undefined) return this.stepOutside(chunk, at, letter);
    if (container === 'entries') {
      if (letter !== ']') return this.begin(chunk, at, 'entry');
      this.path.pop();
      this.expected = 'key';
      return at + 1;
    }
    if (this.expected === 'colon' && letter === ':') {
      this.expected = 'value';
      return at + 1;
    }
    if (this.expected === 'value') return this.stepValue(chunk, at, letter);
    if (letter === '}') {
      this.path.pop();
      this.ended = this.path.length === 0;
      return at + 1;
    }
    if (letter === '"' && this.expected === 'key') return this.begin(chunk, at, 'key');
    return this.giveUp(chunk, at, `“${letter}” is not expected here`);
  }

  private stepOutside(chunk: Uint8Array, at: number, letter: string): number {
    if (letter !== '{' || this.ended) {
      return this.giveUp(chunk, at, this.ended ? 'something follows the HAR' : 'this is no JSON object');
    }
    this.path.push('root');
    this.expected = 'key';
    return at + 1;
  }

  private stepValue(chunk: Uint8Array, at: number, letter: string): number {
    if (this.key === 'log' && letter === '{' && this.path.length === 1) {
      this.path.push('log');
      this.expected = 'key';
      return at + 1;
    }
    if (this.key === 'entries' && letter === '[') {
      this.foundEntries = true;
      this.path.push('entries');
      return at + 1;
    }
    return this.begin(chunk, at, isWanted(this.key) ? 'member' : 'ignored');
  }

  private begin(chunk: Uint8Array, at: number, role: NonNullable<typeof this.value>['role']): number {
    const start = this.placeAt(chunk, at);
    this.lines.continueAt(start);
    this.value = { scanner: new ValueScanner(), start, role };
    return this.readValue(chunk, at);
  }

  private readValue(chunk: Uint8Array, at: number): number {
    const { value } = this;
    if (value === null) return at;
    const result = value.scanner.scan(chunk, at);
    if (result.kind === 'more') return chunk.length;
    if (result.kind === 'broken') return this.breakOff(chunk, at, result.at, result.what);
    this.value = null;
    const bytes = value.scanner.bytes();
    if (bytes.length === 0) return this.giveUp(chunk, at, 'a value is missing');
    const { start } = value;
    const { shortened } = value.scanner;
    if (value.role === 'key') {
      this.key = new TextDecoder().decode(bytes.subarray(1, -1));
      this.expected = 'colon';
      return result.end;
    }
    if (value.role === 'entry') this.events.piece({ member: null, bytes, start, shortened });
    else {
      this.expected = 'key';
      if (isWanted(this.key)) this.events.piece({ member: this.key, bytes, start, shortened });
    }
    return result.end;
  }

  /** A broken entry, or whatever else is broken, is skipped up to where the next entry seems to begin. */
  private breakOff(chunk: Uint8Array, from: number, at: number, what: string): number {
    const { value } = this;
    const isEntry = value?.role === 'entry';
    this.events.flaw({ ...this.placeAt(chunk, at), what }, isEntry);
    const bytes = value === null || value.scanner.shortened ? nothing : value.scanner.bytes().slice();
    this.lost =
      value === null || bytes.length === 0
        ? { bytes: nothing, start: this.placeAt(chunk, from) }
        : { bytes, start: value.start };
    this.value = null;
    this.path = ['root', 'log', 'entries'];
    return from;
  }

  private giveUp(chunk: Uint8Array, at: number, what: string): number {
    this.events.flaw({ ...this.placeAt(chunk, at), what }, false);
    this.lost = { bytes: nothing, start: this.placeAt(chunk, at + 1) };
    this.path = ['root', 'log', 'entries'];
    return at + 1;
  }

  private placeAt(chunk: Uint8Array, at: number): Place {
    return this.lines.placeAt(this.offset + at, chunk, this.offset);
  }

  /** The bytes not yet searched, with the place of the next entry in them; `null`: it is not there yet. */
  private findEntry(
    { bytes: before, start }: NonNullable<typeof this.lost>,
    rest: Uint8Array,
  ): { readonly bytes: Uint8Array; readonly at: number } | null {
    const bytes = new Uint8Array(before.length + rest.length);
    bytes.set(before);
    bytes.set(rest, before.length);
    const match = entryStart.exec(new TextDecoder('latin1').decode(bytes));
    if (match === null) {
      const searched = Math.max(0, bytes.length - overlap);
      this.lost = { bytes: bytes.slice(searched), start: placeBehind(start, bytes.subarray(0, searched)) };
      return null;
    }
    const at = match.index + match[0].indexOf('{');
    this.lost = null;
    this.foundEntries = true;
    this.offset = start.offset;
    this.lines.continueAt(placeBehind(start, bytes.subarray(0, at)));
    return { bytes, at };
  }
}

const nothing = new Uint8Array(0);

function isWanted(key: string): key is LogMember {
  return (wanted as readonly string[]).includes(key);
}
