import { newRumAttributes } from './injection-form';
import type { ScriptElement } from './types';

/** The JSON configuration of the New RUM Experience in force. */
export interface NewRumConfig {
  readonly values: Readonly<Record<string, unknown>>;
  /** The local-storage key whose newer revision replaced values of the tag. */
  readonly storageKey: string | null;
  /** Attributes and storage keys whose JSON does not parse. */
  readonly unreadable: readonly string[];
}

/**
 * Reads the layers on the script element, later ones over earlier ones, and `localStorage["dtCFG_<environment>_<app>"]`
 * where its `revision` is newer (1.337).
 */
export function newRumConfig(script: ScriptElement, storage: Readonly<Record<string, string>>): NewRumConfig {
  const unreadable: string[] = [];
  let values: Record<string, unknown> = {};
  for (const name of newRumAttributes) {
    const text = script.attributes[name];
    if (text === undefined) continue;
    const layer = parseObject(text);
    if (layer === null) unreadable.push(name);
    else values = { ...values, ...layer };
  }
  const key = `dtCFG_${textValue(values, 'environmentId')}_${textValue(values, 'app')}`;
  const text = Object.hasOwn(storage, key) ? storage[key] : undefined;
  if (text === undefined) return { values, storageKey: null, unreadable };
  const stored = parseObject(text);
  if (stored === null) return { values, storageKey: null, unreadable: [...unreadable, key] };
  if (revisionOf(stored) <= revisionOf(values)) return { values, storageKey: null, unreadable };
  return { values: { ...values, ...stored }, storageKey: key, unreadable };
}

/** A string of the configuration; empty where it is missing or no string. */
export function textValue(values: Readonly<Record<string, unknown>>, key: string): string {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  return typeof value === 'string' ? value : '';
}

function revisionOf(values: Readonly<Record<string, unknown>>): number {
  const revision = Number(values['revision'] ?? 0);
  return Number.isFinite(revision) ? revision : 0;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
