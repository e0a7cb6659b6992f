import { parseAgentFile, storagePrefix } from './agent-file';
import type { AgentConfig } from './config';
import { configFromValues, setValue, splitItems } from './parse-config';

/** A configuration that the agent has kept in local storage from a beacon response. */
export interface StoredConfig {
  readonly key: string;
  readonly config: AgentConfig;
}

/** Keys of the tag that outlive the replacement by a stored configuration (1.337). */
const carriedOver = ['auto', 'legacy', 'rid', 'rpid'] as const;
/** Keys of the tag that are used where the stored configuration lacks them. */
const carriedIfMissing = ['agentUri', 'featureHash'] as const;

/**
 * The stored configuration that replaces the tag's: under `<prefix>_<app>_Store`, and strictly newer than the tag by
 * `lastModification` (recorded, 1.239 to 1.329). It replaces the tag's as a whole: a key that it lacks is back at its
 * default. `null`: the tag's stays in force.
 */
export function newerStoredConfig(
  storage: Readonly<Record<string, string>>,
  tag: AgentConfig,
  scriptUrl: string | null,
): StoredConfig | null {
  const app = setValue(tag, 'app');
  if (app === null) return null;
  const key = `${storagePrefix(setValue(tag, 'agentUri') ?? agentFileOf(scriptUrl))}_${app}_Store`;
  const text = Object.hasOwn(storage, key) ? storage[key] : undefined;
  const stored = text === undefined ? null : parseStored(text);
  if (stored === null || stored.revision <= revisionOf(tag.values['lastModification'])) return null;
  const values = new Map(Object.entries(stored.values));
  for (const name of carriedOver) {
    const value = tag.values[name];
    if (value !== undefined) values.set(name, value);
  }
  for (const name of carriedIfMissing) {
    const value = tag.values[name];
    if (value !== undefined && !values.get(name)) values.set(name, value);
  }
  return { key, config: configFromValues(Object.fromEntries(values)) };
}

/** A script of another name (a renamed file) tells no prefix. */
function agentFileOf(scriptUrl: string | null): string | null {
  return scriptUrl !== null && parseAgentFile(scriptUrl) !== null ? scriptUrl : null;
}

/** `name=…|config=<URL-encoded k=v|…>|lastModification=…|featureHash=…`, or a whole beacon response of that form. */
function parseStored(text: string): { values: Record<string, string>; revision: number } | null {
  const entry = splitItems(text);
  const decoded = entry['config'] === undefined ? null : percentDecoded(entry['config']);
  if (decoded === null) return null;
  const values: Record<string, string> = { ...splitItems(decoded) };
  for (const name of ['featureHash', 'lastModification']) {
    const value = entry[name];
    if (value !== undefined && values[name] === undefined) values[name] = value;
  }
  const revision = Math.max(revisionOf(entry['lastModification']), revisionOf(values['lastModification']));
  return revision === 0 ? null : { values, revision };
}

/** `null`: malformed percent-encoding; the agent then keeps the tag's configuration. */
function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A revision in ms: the first 13 digits; 0 where there is none. */
function revisionOf(text: string | undefined): number {
  const digits = /^\d{1,13}/.exec(text ?? '')?.[0];
  return digits === undefined ? 0 : Number(digits);
}
