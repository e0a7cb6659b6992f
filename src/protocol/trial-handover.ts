import { parseTrial, type Trial } from './trial';

/*
 * How a document learns of the trial before its first script runs. A rule of the trial's tab adds a `Server-Timing` entry to
 * the documents that load there; the document finds it in its own navigation timing. It comes and goes with the rule, so that
 * no document begins with a trial that is over.
 */

const entryName = 'crosslink-trial';
/** Characters; longer ones are only named, and known where the storage of the origin holds them. */
const longest = 60_000;

/** `named`: a trial is in force whose content did not fit; `none`: none is. */
export type Handover =
  | { readonly kind: 'trial'; readonly trial: Trial }
  | { readonly kind: 'named'; readonly id: string }
  | { readonly kind: 'none' };

/** The value of the `Server-Timing` header that hands the trial over. */
export function handoverHeader(trial: Trial): string {
  const whole = encodeURIComponent(JSON.stringify(trial));
  return `${entryName};desc="${whole.length <= longest ? whole : trial.id}"`;
}

/** Reads it from a document's navigation timing; the server of the page may have forged it. */
export function readHandover(
  timings: readonly { readonly name: string; readonly description: string }[],
): Handover {
  const found = timings.findLast(({ name }) => name === entryName)?.description;
  if (found === undefined) return { kind: 'none' };
  if (/^[\w-]+$/.test(found)) return { kind: 'named', id: found };
  const trial = parseText(found);
  return trial === null ? { kind: 'none' } : { kind: 'trial', trial };
}

/**
 * What this document was handed; `null`: it cannot tell, because it has no response of its own (`about:`, `blob:`, `data:`), or
 * because the browser tells no server timings here (Firefox over http). To be called before any script of the page runs.
 */
export function handedOver(): Handover | null {
  if (!/^https?:/.test(document.URL)) return null;
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // not there in documents that are no secure context (Firefox)
  const timings = navigation?.serverTiming as PerformanceNavigationTiming['serverTiming'] | undefined;
  return timings === undefined ? null : readHandover(timings);
}

function parseText(text: string): Trial | null {
  try {
    return parseTrial(JSON.parse(decodeURIComponent(text)));
  } catch {
    // not ours
    return null;
  }
}
