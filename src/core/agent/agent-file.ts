/** What the name of an agent's file tells: `<prefix>[digits]_<featureHash>_<version>.js`. */
export interface AgentFile {
  readonly prefix: string;
  readonly featureHash: string;
  readonly version: string;
}

/** The last path segment of a URL or path, without query and fragment. */
export function fileName(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Reads a OneAgent agent's file name; `null`: it is none (AppMon's has another version scheme). */
export function parseAgentFile(url: string): AgentFile | null {
  const match = /^([A-Za-z][A-Za-z-]*)\d{0,4}_([A-Za-z0-9]+)_(10\d{15})\.js$/.exec(fileName(url));
  if (!match) return null;
  const [, prefix = '', featureHash = '', version = ''] = match;
  return { prefix, featureHash, version };
}

/** AppMon 6/7: `dtagent634_123adeghijlmopqrstvwxz_1034.js`. */
export function isAppMonFile(url: string): boolean {
  return /^dtagent\d+_[A-Za-z0-9]*_\d{3,5}\.js$/.test(fileName(url));
}

/** JavaScript tag with the configuration inside the file: `/jstag/<tenant>/<endpoint>/<app>_complete.js`. */
export function isCompleteFile(url: string): boolean {
  return url.includes('/jstag/') && fileName(url).endsWith('_complete.js');
}

/** Old bootstrap scripts, which load the agent and its configuration. */
export function isBootstrapFile(url: string): boolean {
  const name = fileName(url);
  return (url.includes('/jstag/') && /_bs(?:_dbg)?\.js$/.test(name)) || name === 'dtagent_bootstrap.js';
}

/** First part of the local-storage key: the agent file's name up to its first `_`, without `dbg` (1.337). */
export function storagePrefix(agentUri: string | null): string {
  const name = agentUri === null ? '' : fileName(agentUri);
  const end = name.indexOf('_');
  return end <= 0 ? 'ruxitagentjs' : name.slice(0, end).replace('dbg', '');
}
