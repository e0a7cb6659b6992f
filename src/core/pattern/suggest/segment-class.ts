import { foldIds } from '../../rollout/endpoint-key';

/** A class of path segments, the widest and most readable first; each reads a segment in one way only. */
export interface SegmentClass {
  readonly pattern: string;
  readonly explanation: string;
  readonly holds: (segment: string) => boolean;
}

const classes: readonly SegmentClass[] = (
  [
    ['[^/?#]+', 'not empty'],
    ['\\d+', 'a number'],
    ['[\\da-f]{8}-[\\da-f-]{27}', 'a UUID'],
    ['[a-z_-]*\\d[^/?#]*', 'an id with a digit'],
  ] as const
).map(([pattern, explanation]) => {
  const whole = new RegExp(`^(?:${pattern})$`, 'i');
  return { pattern, explanation, holds: (segment) => whole.test(segment) };
});

/** Segments that identify one thing: numbers, UUIDs, hashes, and the `{id}` of an endpoint. */
export function isIdSegment(segment: string): boolean {
  return segment === '{id}' || segment === '%7Bid%7D' || foldIds(segment) !== segment;
}

/** The widest class that holds all ids and none of the other segments; `null`: there is none. */
export function idClass(ids: ReadonlySet<string>, others: ReadonlySet<string>): SegmentClass | null {
  for (const candidate of classes) {
    if (every(ids, candidate.holds) && every(others, (segment) => !candidate.holds(segment)))
      return candidate;
  }
  return null;
}

function every(segments: ReadonlySet<string>, holds: (segment: string) => boolean): boolean {
  for (const segment of segments) if (!holds(segment)) return false;
  return true;
}
