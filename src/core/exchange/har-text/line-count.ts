import type { Place } from './flaw';

const lineFeed = 0x0a;

/** Turns offsets of a file that passes by in chunks into lines and columns. */
export class LineCount {
  private line = 1;
  private lineStart = 0;
  /** Up to where lines are counted. */
  private counted = 0;

  /** The place of an offset that lies in `chunk`, or before it but not before the last one asked for. */
  placeAt(offset: number, chunk: Uint8Array, chunkOffset: number): Place {
    this.countTo(offset, chunk, chunkOffset);
    return { offset, line: this.line, column: offset - this.lineStart + 1 };
  }

  /** Counts the lines of a chunk that will not be seen again. */
  countTo(offset: number, chunk: Uint8Array, chunkOffset: number): void {
    const end = offset - chunkOffset;
    let at = Math.max(0, this.counted - chunkOffset);
    for (at = chunk.indexOf(lineFeed, at); at !== -1 && at < end; at = chunk.indexOf(lineFeed, at + 1)) {
      this.line++;
      this.lineStart = chunkOffset + at + 1;
    }
    this.counted = Math.max(this.counted, offset);
  }
}

/** A place within a text that starts at `start`. */
export function placeWithin(start: Place, text: string, at: number): Place {
  const before = new TextEncoder().encode(text.slice(0, at));
  const lastFeed = before.lastIndexOf(lineFeed);
  return {
    offset: start.offset + before.length,
    line: start.line + before.filter((byte) => byte === lineFeed).length,
    column: lastFeed === -1 ? start.column + before.length : before.length - lastFeed,
  };
}
