/**
 * The stand-in's own reading of `data-dtconfig`. Deliberately not shared with `src/core`: the lab must be able to
 * contradict the product.
 */
export type Config = Readonly<Record<string, string>>;

const escapes: readonly (readonly [escape: string, text: string])[] = [
  ['^^', '^'],
  ['^dq', '"'],
  ['^rb', '>'],
  ['^lb', '<'],
  ['^p', '|'],
  ['^e', '='],
  ['^s', ';'],
  ['^c', ','],
  ['^bs', '\\'],
];

/** Undoes the `^` escapes one after another, as the agents do: the result of `^^` is read again. */
export function decodeEscapes(text: string): string {
  return escapes.reduce((decoded, [escape, replacement]) => decoded.split(escape).join(replacement), text);
}

/** `key=value|key=value`; a key without `=` is `"1"`, the last of duplicates wins. */
export function parseConfig(text: string): Config {
  const config: Record<string, string> = {};
  for (const item of text.split('|')) {
    const at = item.indexOf('=');
    if (at < 0) config[item] = '1';
    else config[item.slice(0, at)] = item.slice(at + 1);
  }
  return config;
}

/** `false`, `0` and the empty string are false, a missing key too. */
export function booleanOf(config: Config, key: string): boolean {
  return !['', '0', 'false'].includes(config[key] ?? '');
}

/** A regex-like value as the agent compiles it: flag `i`; empty or invalid switches the feature off silently. */
export function regexOf(config: Config, key: string): RegExp | null {
  const pattern = decodeEscapes(config[key] ?? '');
  if (pattern === '') return null;
  try {
    return new RegExp(pattern, 'i');
  } catch {
    return null; // what the agent does: no message, the feature is off
  }
}

/**
 * The configuration in force: the tag's, or the one in local storage if its `lastModification` is newer; that one
 * replaces the tag's as a whole.
 */
export function readConfig(tag: string, storage: Storage): Config {
  const fromTag = parseConfig(tag);
  const stored = storage.getItem(`ruxitagentjs_${fromTag['app'] ?? ''}_Store`);
  if (stored === null) return fromTag;
  const entry = parseConfig(stored);
  const revision = (text: string | undefined): number => Number((text ?? '0').slice(0, 13));
  if (!(revision(entry['lastModification']) > revision(fromTag['lastModification']))) return fromTag;
  const carried = Object.fromEntries(
    ['rid', 'rpid', 'agentUri', 'featureHash'].map((key) => [key, fromTag[key] ?? '']),
  );
  return { ...carried, ...parseConfig(decodeURIComponent(entry['config'] ?? '')) };
}
