import type { Finding } from '../../../core';

export interface FieldPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key does in the pattern field; `null`: what it does in any field. */
export function fieldAction(
  press: FieldPress,
): 'next' | 'previous' | 'undo' | 'redo' | 'leave' | 'none' | null {
  const { key, shiftKey, altKey } = press;
  if (key === 'F8') return shiftKey ? 'previous' : 'next';
  if (altKey && key === 'ArrowDown') return 'next';
  if (altKey && key === 'ArrowUp') return 'previous';
  if (press.ctrlKey !== press.metaKey && !altKey) {
    if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
    if (key.toLowerCase() === 'y') return 'redo';
    return null;
  }
  if (key === 'Escape') return 'leave';
  // A pattern is one line.
  return key === 'Enter' ? 'none' : null;
}

/** The finding to go to: from the one that is shown, else from the caret; round at the ends. `null`: there is none. */
export function findingAfter(
  findings: readonly Finding[],
  shown: number | null,
  caret: number,
  direction: 'next' | 'previous',
): number | null {
  if (findings.length === 0) return null;
  const step = direction === 'next' ? 1 : -1;
  if (shown !== null) return (shown + step + findings.length) % findings.length;
  if (direction === 'next') {
    const next = findings.findIndex(({ start }) => start >= caret);
    return next < 0 ? 0 : next;
  }
  const previous = findings.findLastIndex(({ start }) => start < caret);
  return previous < 0 ? findings.length - 1 : previous;
}
