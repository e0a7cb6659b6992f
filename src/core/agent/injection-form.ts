import { isAppMonFile, isBootstrapFile, isCompleteFile, parseAgentFile } from './agent-file';
import { inlineConfigText } from './inline-config';
import type { AgentKind, InjectionForm } from './profile';
import type { ScriptElement } from './types';

/** JSON attributes of the New RUM Experience on the agent's script element (1.337). */
export const newRumAttributes = [
  'data-config',
  'data-envconfig',
  'data-appconfig',
  'data-syntheticconfig',
  'data-debugconfig',
] as const;

const snippetIds: ReadonlySet<string> = new Set(['dtjsagent', 'dtjsagentdw']);

/** Whether this element loads or holds a RUM agent, told by its attributes, file name or inline code. */
export function isAgentScript(script: ScriptElement): boolean {
  const { src, attributes } = script;
  if (attributes['data-dtconfig'] !== undefined || hasNewRum(script)) return true;
  if (snippetIds.has(attributes['id'] ?? '')) return true;
  if (src === null) return script.text !== undefined && inlineConfigText(script.text) !== null;
  return isAgentFile(src);
}

/** Whether this is the address of a file that holds or loads a RUM agent. */
export function isAgentFile(src: string): boolean {
  // every agent's file is one, and hardly any URL of a log: the names need not be looked at
  if (!src.includes('.js')) return false;
  return parseAgentFile(src) !== null || isAppMonFile(src) || isCompleteFile(src) || isBootstrapFile(src);
}

/** Carries the JSON of the New RUM Experience. `data-config` is a common name: the element must be an agent's, or hold its keys. */
export function hasNewRum({ src, attributes }: ScriptElement): boolean {
  if (attributes['data-envconfig'] !== undefined || attributes['data-appconfig'] !== undefined) return true;
  const config = attributes['data-config'];
  if (config === undefined) return false;
  const isAgent = attributes['data-dtconfig'] !== undefined || (src !== null && parseAgentFile(src) !== null);
  return isAgent || /"(?:beaconUri|environmentId|agentUri|tracestateKeyPrefix)"/.test(config);
}

/** Which agent the page's agent scripts bring. */
export function agentKindOf(scripts: readonly ScriptElement[]): AgentKind {
  const newRum = scripts.some(hasNewRum);
  const classic = scripts.some(
    (script) => !isAppMon(script) && (!hasNewRum(script) || script.attributes['data-dtconfig'] !== undefined),
  );
  if (newRum) return classic ? 'both' : 'new-rum';
  if (classic) return 'classic';
  return scripts.length > 0 ? 'appmon' : 'none';
}

function isAppMon({ src }: ScriptElement): boolean {
  return src !== null && isAppMonFile(src);
}

/** How the agent got into the page; the order of the tests is the agent's own (`dT_.gdi()`, 1.255 and 1.337). */
export function injectionForm(scripts: readonly ScriptElement[]): InjectionForm {
  const tag = scripts.find(
    ({ attributes, src }) => src !== null && attributes['data-dtconfig'] !== undefined,
  );
  if (tag) return isAppMon(tag) ? 'appmon-tag' : 'oneagent-javascript-tag';
  const loaded = scripts.find(({ src }) => src !== null);
  if (loaded && loaded.src !== null) {
    if (isAppMonFile(loaded.src)) return 'appmon-tag';
    if (isBootstrapFile(loaded.src)) return 'bootstrap';
    if (isCompleteFile(loaded.src)) return 'javascript-tag';
    if (hasNewRum(loaded)) return 'oneagent-javascript-tag';
    return loaded.attributes['defer'] === undefined ? 'code-snippet-sync' : 'code-snippet-deferred';
  }
  return scripts.length > 0 ? 'inline-code' : 'unknown';
}
