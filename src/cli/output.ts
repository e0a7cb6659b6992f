import { writeFile } from 'node:fs/promises';
import { visibleText } from '../core';
import { terminalOf } from './terminal';
import type { Terminal } from './terminal';

/** Where results and complaints go. */
export interface Output {
  readonly terminal: Terminal;
  write(text: string): Promise<void>;
  /** One line on standard error. */
  complain(text: string): void;
}

/** @param out the file to write to; `null`: standard output. */
export function outputTo(out: string | null): Output {
  return {
    terminal: out === null ? terminalOf(process.stdout, process.env) : { width: null, colour: false },
    write: async (text) => {
      if (out === null) process.stdout.write(text);
      else await writeFile(out, text);
    },
    complain: (text) => void process.stderr.write(`crosslink: ${visibleText(text)}\n`),
  };
}
