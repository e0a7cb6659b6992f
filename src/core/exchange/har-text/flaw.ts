/** A place in a file. */
export interface Place {
  /** In bytes from the file's start. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** In bytes from the line's start, from 1. */
  readonly column: number;
}

/** Something in a file that could not be read. */
export interface HarFlaw extends Place {
  /** Which of `log.entries`, from 0; -1: it is outside of them. */
  readonly index: number;
  readonly what: string;
}
