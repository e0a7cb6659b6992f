import { isSafePattern } from 'redos-detector';
import type { RedosDetectorNode, RedosDetectorResult, RedosDetectorTrailEntry } from 'redos-detector';
import { finding } from './findings';
import type { Finding } from './findings';
import { parsePattern } from './parse-pattern';

const prefix = '^(?:';
const suffix = ')';

/** Of the time given: for the whole pattern, and for each loop that is looked at by itself. */
const wholeShare = 0.6;
const loopShare = 0.2;
const loopsTried = 2;

/**
 * Finds backtracking that grows exponentially or polynomially with the URL, with its place. Looks at one start of a match: the
 * search for that start is not counted. Takes up to `timeoutMs`, so it belongs into a worker. Invalid patterns have none.
 */
export function lintBacktracking(
  pattern: string,
  { timeoutMs }: { readonly timeoutMs: number },
): readonly Finding[] {
  if (pattern === '' || !parsePattern(pattern).valid) return [];
  const anchored = prefix + pattern + suffix;
  const whole = { start: 0, end: pattern.length };
  const result = ambiguity(anchored, timeoutMs * wholeShare);
  if (result === null) return [finding('backtracking-undecided', whole)];
  if (result.safe) return [];
  // A pattern that was rewritten for the detector (lookarounds, backreferences) has other offsets.
  const place = (found: Place): Place => (result.pattern === anchored ? within(found, pattern) : whole);
  const forks = result.trails.flatMap(({ trail }) => trail.filter(isFork));
  const loop = sharedLoops(forks).find(({ source }) => isAmbiguous(source, timeoutMs * loopShare));
  if (loop !== undefined) return [finding('exponential-backtracking', place(span([loop])))];
  const rivals = forks.flatMap(rivalRepetitions);
  if (rivals.length === 0 || result.error !== 'hitMaxScore')
    return [finding('backtracking-undecided', whole)];
  return [finding('polynomial-backtracking', place(span(rivals)))];
}

/** `null`: the detector does not know the pattern's syntax. */
function ambiguity(pattern: string, timeoutMs: number): RedosDetectorResult | null {
  try {
    return isSafePattern(pattern, { caseInsensitive: true, timeout: timeoutMs });
  } catch {
    return null;
  }
}

function isAmbiguous(loop: string, timeoutMs: number): boolean {
  const result = ambiguity(`^${loop}$`, timeoutMs);
  return result !== null && result.score.infinite;
}

/** One character that two ways through the pattern take differently. */
function isFork({ a, b }: RedosDetectorTrailEntry): boolean {
  if (a.node.start.offset !== b.node.start.offset) return true;
  return a.quantifierIterations.some(
    ({ iteration }, i) => iteration !== b.quantifierIterations[i]?.iteration,
  );
}

/** Unbounded repetitions that hold both ways of a fork, the outermost first: if one is ambiguous by itself, ways multiply. */
function sharedLoops(forks: readonly RedosDetectorTrailEntry[]): readonly RedosDetectorNode[] {
  const loops = new Map<number, RedosDetectorNode>();
  for (const { a, b } of forks) {
    for (const { node } of a.quantifierIterations) {
      const shared = b.quantifierIterations.some((other) => isSameNode(other.node, node));
      if (shared && /(?:[*+]|,\})\??$/.test(node.source)) loops.set(node.end.offset, node);
    }
  }
  return [...loops.values()].toSorted((x, y) => y.source.length - x.source.length).slice(0, loopsTried);
}

function isSameNode(one: RedosDetectorNode, other: RedosDetectorNode): boolean {
  return one.start.offset === other.start.offset && one.end.offset === other.end.offset;
}

/** Two repetitions that take the same character. */
function rivalRepetitions({ a, b }: RedosDetectorTrailEntry): readonly RedosDetectorNode[] {
  const one = a.quantifierIterations.at(-1)?.node;
  const other = b.quantifierIterations.at(-1)?.node;
  return one === undefined || other === undefined || isSameNode(one, other) ? [] : [one, other];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function span(nodes: readonly RedosDetectorNode[]): Place {
  return {
    start: Math.min(...nodes.map(({ start }) => start.offset)),
    end: Math.max(...nodes.map(({ end }) => end.offset)),
  };
}

function within({ start, end }: Place, pattern: string): Place {
  return { start: Math.max(start - prefix.length, 0), end: Math.min(end - prefix.length, pattern.length) };
}
