/** What a case writes down; two runs of it are compared line by line. */
export interface Transcript {
  note(what: string, value?: unknown): void;
  /** Notes what the work returns, or how it throws. */
  attempt(what: string, work: () => unknown): void;
  /** Notes what a promise becomes. */
  settle(what: string, promise: () => Promise<unknown>): Promise<void>;
}

export type Cases = Readonly<Record<string, (transcript: Transcript) => void | Promise<void>>>;

export interface WrittenTranscript extends Transcript {
  readonly lines: readonly string[];
}

export function createTranscript(): WrittenTranscript {
  const lines: string[] = [];
  const note = (what: string, value?: unknown): void =>
    void lines.push(value === undefined ? what : `${what}: ${inWords(value)}`);
  return {
    lines,
    note,
    attempt: (what, work) => {
      try {
        note(what, inWords(work()));
      } catch (error) {
        note(`${what} throws`, error);
      }
    },
    settle: async (what, promise) => {
      try {
        note(what, inWords(await promise()));
      } catch (error) {
        note(`${what} rejects`, error);
      }
    },
  };
}

/** A value with all that tells it from another; errors with class, name and message. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error || value instanceof DOMException) {
    const own = value.constructor === globalThis[value.constructor.name as 'Error'];
    return `${value.constructor.name}${own ? '' : ' of another realm'} ${value.name}: ${value.message}`;
  }
  if (value instanceof Response) {
    const { status, type, redirected, ok, url } = value;
    return `Response ${JSON.stringify({ status, type, redirected, ok, url })}`;
  }
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object' && value !== null) {
    const kind = Object.prototype.toString.call(value);
    return kind === '[object Object]' || Array.isArray(value) ? JSON.stringify(value) : kind;
  }
  return String(value);
}
