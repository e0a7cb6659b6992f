import { parseTrial, type Trial } from './trial';

/** Global of the page, for the moment between the injected script and the page hook, which deletes it. */
export const bootstrapGlobal = '__crosslinkTrial';

/** Key in the session storage of each origin of the tab, for loads that no injected script precedes. */
export const trialStorageKey = 'crosslink:trial';

/**
 * Script for `inspectedWindow.reload({ injectedScript })`: it runs before everything in the page and leaves the trial for the
 * page hook. The trial is data of the extension; it becomes a literal, never code.
 */
export function trialBootstrap(trial: Trial): string {
  const literal = JSON.stringify(JSON.stringify(trial)).replace(/[<\u2028\u2029]/g, escapeUnit);
  return `Object.defineProperty(globalThis, ${JSON.stringify(bootstrapGlobal)}, { value: ${literal}, configurable: true });`;
}

/** Reads a trial as it was left in the global or in the storage, which the page can write too; `null`: none. */
export function readStoredTrial(text: unknown): Trial | null {
  if (typeof text !== 'string' || text.length > 1_000_000) return null;
  try {
    return parseTrial(JSON.parse(text));
  } catch {
    // not JSON, hence not ours
    return null;
  }
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
