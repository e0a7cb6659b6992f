import type { PanelDriver } from '../driver';

/** A difference that no hook in a page can avoid. */
export interface KnownDifference {
  readonly case: string;
  /** Default: both. */
  readonly engine?: PanelDriver['engine'];
  /** Only where another script had replaced the functions before the hook came, which otherwise runs first in every document. */
  readonly belowHook?: true;
  readonly why: string;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    case: 'surface: source text',
    why: 'The standard gives every Proxy the same native text, without a name (Function.prototype.toString). Replacing toString would be the greater change.',
  },
  {
    case: 'surface: error stacks',
    why: 'An exception that passes through the hook has the frames of the hook in its stack.',
  },
  {
    case: 'surface: caller of the functions',
    engine: 'firefox',
    why: 'Both throw a TypeError; its message speaks of a Proxy.',
  },
  {
    case: 'surface: addEventListener before and after an upload is asked for',
    why: 'Wrapped from the start, every listener that any page adds would pass through the hook; so it is wrapped where an upload is asked for, and whoever saved the function before sees another one.',
  },
  {
    case: 'surface: looks native',
    belowHook: true,
    why: 'A Proxy has native text also where the function below it has none.',
  },
  {
    case: 'surface: caller of the functions',
    engine: 'chromium',
    belowHook: true,
    why: 'A Proxy is a strict function; the function below it may be a sloppy one, which tells its caller.',
  },
  {
    case: 'surroundings: cloning the functions',
    engine: 'firefox',
    why: 'Neither can be cloned; the message speaks of a Proxy.',
  },
  {
    case: 'fetchArguments: a Proxy as an argument',
    why: 'Nothing tells a Proxy from another object without asking it: it sees that its descriptors and prototype are looked at. What it returns is the same.',
  },
];
