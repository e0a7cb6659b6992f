/** Where a HAR's text may come from. */
export type HarTextSource =
  | string
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>;

/** Larger pieces are cut, so that reading can pause between them. */
const chunkSize = 1 << 20;

/** The source as bytes, in pieces that are read in a few milliseconds each. */
export async function* byteChunks(source: HarTextSource): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces(source)) {
    const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
    for (let start = 0; start < bytes.length; start += chunkSize)
      yield bytes.subarray(start, start + chunkSize);
  }
}

async function* pieces(source: HarTextSource): AsyncGenerator<Uint8Array | string> {
  if (typeof source === 'string') yield* stringPieces(source);
  else if (source instanceof Blob) yield* streamPieces(source.stream());
  else if (source instanceof ReadableStream) yield* streamPieces(source);
  else yield* source;
}

/** Never between the halves of a surrogate pair. */
function* stringPieces(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + chunkSize);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end++;
    yield text.slice(start, end);
    start = end;
  }
}

async function* streamPieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // also when reading was given up: the file is let go
    await reader.cancel();
  }
}
