import type { Place } from './flaw';

const lineFeed = 0x0a;

/** Turns offsets of a file that passes by in chunks into lines and columns. */
export class LineCount {
  /** Up to where lines are counted. */
  private counted: Place = { offset: 0, line: 1, column: 1 };

  /** The place of an offset in `chunk`, which starts at `chunkOffset`; not before a place that was counted. */
  placeAt(offset: number, chunk: Uint8Array, chunkOffset: number): Place {
    const start = Math.max(0, this.counted.offset - chunkOffset);
    return placeBehind(this.counted, chunk.subarray(start, offset - chunkOffset));
  }

  /** Counts on from here; places before it cannot be told any more. */
  continueAt(place: Place): void {
    this.counted = place;
  }
}

/** The place behind some bytes that begin at `start`. */
export function placeBehind(start: Place, bytes: Uint8Array): Place {
  let { line } = start;
  let lastFeed = -1;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) {
    line++;
    lastFeed = at;
  }
  const column = lastFeed === -1 ? start.column + bytes.length : bytes.length - lastFeed;
  return { offset: start.offset + bytes.length, line, column };
}
