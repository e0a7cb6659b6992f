/** Text of a string from which on it is left out: bodies, which nobody needs, would fill the memory. */
const longestString = 1 << 20;
const quote = 0x22;
const backslash = 0x5c;

const filler = 1;
const opening = 2;
const closing = 3;
const quoting = 4;

/** What each byte is outside of strings; 0: it may not be there. */
const kinds = new Uint8Array(256);
for (const letter of ' \t\r\n,:-+.0123456789Eeaflnrstu') kinds[letter.charCodeAt(0)] = filler;
for (const letter of '{[') kinds[letter.charCodeAt(0)] = opening;
for (const letter of '}]') kinds[letter.charCodeAt(0)] = closing;
kinds[quote] = quoting;

export type ScanResult =
  /** The value goes on in the next chunk. */
  | { readonly kind: 'more' }
  /** `end`: index behind the value. */
  | { readonly kind: 'done'; readonly end: number }
  /** Brackets or quotes do not fit. */
  | { readonly kind: 'broken'; readonly at: number; readonly what: string };

const more: ScanResult = { kind: 'more' };

/** Finds where one JSON value ends, chunk by chunk, and keeps its bytes. Checks brackets and quotes only. */
export class ValueScanner {
  /** Something was left out: the bytes kept are not those of the file. */
  shortened = false;
  private readonly open: number[] = [];
  private inString = false;
  /** The last chunk ended in an odd number of backslashes. */
  private escaped = false;
  /** Length so far of the string that is being read. */
  private stringLength = 0;
  private skipping = false;
  private kept: Uint8Array = new Uint8Array(0);
  private length = 0;

  /** Reads on at `start`, which is where the value begins or the chunk does. */
  scan(chunk: Uint8Array, start: number): ScanResult {
    let from = start;
    let at = start;
    while (at < chunk.length) {
      if (this.inString) {
        const end = this.stringEnd(chunk, at);
        const stop = end === -1 ? chunk.length : end;
        from = this.shorten(chunk, from, at, stop);
        if (end === -1) break;
        if (this.skipping) from = end;
        this.skipping = false;
        this.inString = false;
        at = end + 1;
        if (this.open.length === 0) return this.done(chunk, from, at);
        continue;
      }
      const byte = chunk[at] ?? 0;
      switch (kinds[byte]) {
        case quoting:
          this.inString = true;
          this.escaped = false;
          this.stringLength = 0;
          break;
        case opening:
          this.open.push(byte);
          break;
        case closing:
          if (this.open.length === 0) return this.done(chunk, from, at);
          // { and }, [ and ] are two apart
          if (this.open.pop() !== byte - 2)
            return broken(at, `“${String.fromCharCode(byte)}” closes nothing`);
          if (this.open.length === 0) return this.done(chunk, from, at + 1);
          break;
        case filler:
          if (this.open.length === 0 && byte === 0x2c) return this.done(chunk, from, at);
          break;
        default:
          return broken(at, `“${printable(byte)}” is not expected here`);
      }
      at++;
    }
    if (!this.skipping) this.keep(chunk, from, chunk.length);
    return more;
  }

  /** The value's bytes so far. */
  bytes(): Uint8Array {
    return this.kept.subarray(0, this.length);
  }

  private done(chunk: Uint8Array, from: number, end: number): ScanResult {
    if (this.length === 0 && end > from) {
      // whole in one chunk, as most values are: nothing to copy
      this.kept = chunk.subarray(from, end);
      this.length = end - from;
    } else this.keep(chunk, from, end);
    return { kind: 'done', end };
  }

  /** Index of the quote that ends the string, -1: it is not in this chunk. */
  private stringEnd(chunk: Uint8Array, from: number): number {
    for (let at = chunk.indexOf(quote, from); at !== -1; at = chunk.indexOf(quote, at + 1)) {
      if (!this.endsEscaped(chunk, from, at)) return at;
    }
    this.escaped = this.endsEscaped(chunk, from, chunk.length);
    return -1;
  }

  private endsEscaped(chunk: Uint8Array, from: number, end: number): boolean {
    let at = end;
    while (at > from && chunk[at - 1] === backslash) at--;
    const isOdd = (end - at) % 2 === 1;
    return at === from && this.escaped ? !isOdd : isOdd;
  }

  /** Leaves out what makes a string too long; returns from where on bytes are still to be kept. */
  private shorten(chunk: Uint8Array, from: number, at: number, stop: number): number {
    const before = this.stringLength;
    this.stringLength += stop - at;
    if (this.skipping || this.stringLength <= longestString) return from;
    const cut = plainPlace(chunk, at, Math.max(at, at + longestString - before));
    if (cut === null) return from;
    this.keep(chunk, from, cut);
    this.skipping = true;
    this.shortened = true;
    return stop;
  }

  private keep(chunk: Uint8Array, from: number, end: number): void {
    if (end <= from) return;
    const length = this.length + end - from;
    if (length > this.kept.length) {
      const larger = new Uint8Array(Math.max(length, this.kept.length * 2));
      larger.set(this.kept.subarray(0, this.length));
      this.kept = larger;
    }
    this.kept.set(chunk.subarray(from, end), this.length);
    this.length = length;
  }
}

/** The last place at or before `at` that is surely not within an escape (`\u0000` is the longest). */
function plainPlace(chunk: Uint8Array, from: number, at: number): number | null {
  for (let place = at; place - 6 >= from; place--) {
    if (!chunk.subarray(place - 6, place).includes(backslash)) return place;
  }
  return null;
}

function broken(at: number, what: string): ScanResult {
  return { kind: 'broken', at, what };
}

function printable(byte: number): string {
  return byte > 0x20 && byte < 0x7f
    ? String.fromCharCode(byte)
    : `byte 0x${byte.toString(16).padStart(2, '0')}`;
}
