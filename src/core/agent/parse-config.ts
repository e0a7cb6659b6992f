import { regexError } from './agent-regex';
import type { AgentConfig } from './config';
import { decodeEscapes } from './escapes';

/** Keys whose values are regexes in the escaped form. */
const regexKeys = ['chw', 'xhb', 'xb', 'iub'] as const;

/**
 * Reads `data-dtconfig`, `dT_.cfg` or the text of a stored configuration: items between `|`, each split at its first `=`;
 * without `=` the value is `"1"`; the last of duplicate keys wins (agents 1.219 to 1.337). Never throws.
 */
export function parseAgentConfig(text: string): AgentConfig {
  return configFromValues(splitItems(text));
}

/** The configuration for values as they stand in the page, escapes included. */
export function configFromValues(values: Readonly<Record<string, string>>): AgentConfig {
  const decoded: [string, string][] = [];
  for (const key of regexKeys) {
    const raw = values[key];
    if (raw !== undefined) decoded.push([key, decodeEscapes(raw)]);
  }
  return withDecoded(values, Object.fromEntries(decoded));
}

/** The configuration of a running agent, whose regexes were read decoded. `scv()` gives empty text for what is not set. */
export function configFromLive(
  live: Readonly<Record<string, string>>,
  stored: (pattern: string) => string,
): AgentConfig {
  const values = new Map(Object.entries(live).filter(([, value]) => value !== ''));
  const decoded: [string, string][] = [];
  for (const key of regexKeys) {
    const pattern = values.get(key);
    if (pattern === undefined) continue;
    decoded.push([key, pattern]);
    values.set(key, stored(pattern));
  }
  return withDecoded(Object.fromEntries(values), Object.fromEntries(decoded));
}

function withDecoded(
  values: Readonly<Record<string, string>>,
  decoded: Readonly<Record<string, string>>,
): AgentConfig {
  const invalid = Object.keys(decoded).filter((key) => regexError(decoded[key] ?? '') !== null);
  return { values, decoded, invalid };
}

/** The items of a `|`-separated list of `key=value`. */
export function splitItems(text: string): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const item of text.split('|')) {
    const equals = item.indexOf('=');
    const key = equals === -1 ? item : item.slice(0, equals);
    if (key !== '') values.set(key, equals === -1 ? '1' : item.slice(equals + 1));
  }
  return Object.fromEntries(values);
}

/** The agent's reading of a switch: `false`, `0` and empty are off, everything else is on (1.255, 1.337). */
export function isOn(config: AgentConfig, key: string, byDefault = false): boolean {
  const value = config.values[key];
  return value === undefined ? byDefault : value !== '' && value !== '0' && value !== 'false';
}

/** A value that is set and not empty, else `null`. */
export function setValue(config: AgentConfig, key: string): string | null {
  const value = config.values[key];
  return value === undefined || value === '' ? null : value;
}
