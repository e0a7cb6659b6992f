import type { Engine } from './types';

const simpleRange = /^bytes=(\d+)-(\d*)$/;
const MAX_INT64 = 2n ** 63n - 1n;

/**
 * Whether a Range value names one range with a start, without any whitespace (Fetch, simple range header value).
 * No browser reads positions beyond 64 bits.
 */
export function isSimpleRange(value: string, engine: Engine = 'standard'): boolean {
  const match = simpleRange.exec(value);
  if (!match) return false;
  const start = BigInt(match[1] ?? '');
  const end = match[2] ? BigInt(match[2]) : start;
  return start <= end && (engine === 'standard' || end <= MAX_INT64);
}
