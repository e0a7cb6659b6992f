import type { AgentConfig } from './config';
import type { AgentProfile } from './profile';
import { parseAgentFile } from './agent-file';
import { setValue } from './parse-config';

/** Letters of the modules that bear on linking (1.219 to 1.337; `8` and `X` are the New RUM Experience's). */
export const moduleLetters = { xhr: 'x', fetch: '7', newRumFetch: '8', newRumXhr: 'X' } as const;

/**
 * The configured modules: the key `featureHash` decides, then the New RUM Experience's `modules`, and only without them the
 * name of the agent's file (recorded, 1.239 to 1.329). `null`: none of them tells.
 */
export function configuredModules(
  config: AgentConfig,
  newRumModules: string,
  scriptUrl: string | null,
): string | null {
  const key = setValue(config, 'featureHash');
  if (key !== null) return key;
  if (newRumModules !== '') return newRumModules;
  const uri = setValue(config, 'agentUri');
  const file = (uri && parseAgentFile(uri)) || (scriptUrl && parseAgentFile(scriptUrl));
  return file ? file.featureHash : null;
}

/** The letters whose modules capture calls for an agent of this kind. */
export function capturingLetters(kind: AgentProfile['kind']): {
  readonly xhr: string;
  readonly fetch: string;
} {
  return kind === 'new-rum'
    ? { xhr: moduleLetters.newRumXhr, fetch: moduleLetters.newRumFetch }
    : { xhr: moduleLetters.xhr, fetch: moduleLetters.fetch };
}

/**
 * Whether an agent captures calls of this kind: the classic one, or beside it the New RUM Experience's own module. `null`: not
 * known.
 */
export function capturesCalls(
  { kind, modules, capturesXhr, capturesFetch }: AgentProfile,
  api: 'xhr' | 'fetch',
): boolean | null {
  const captured = api === 'xhr' ? capturesXhr : capturesFetch;
  if (captured !== false || kind !== 'both') return captured;
  return modules.includes(api === 'xhr' ? moduleLetters.newRumXhr : moduleLetters.newRumFetch);
}
