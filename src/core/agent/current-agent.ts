import { agentRegexFromPattern } from './agent-regex';
import { moduleLetters } from './modules';
import type { AgentProfile } from './profile';
import { noAgent } from './read-profile';
import { parseAgentVersion } from './version';

const currentVersion = '10337260504112723';

/**
 * The agent to judge by where a page has none yet: a current one (1.337) that captures XHR and fetch, and adds `x-dtc`
 * where `pattern` (decoded) matches; an empty pattern is none.
 */
export function currentAgentProfile(pattern: string): AgentProfile {
  return {
    ...noAgent,
    kind: 'classic',
    version: parseAgentVersion(currentVersion),
    modules: moduleLetters.fetch + moduleLetters.xhr,
    capturesXhr: true,
    capturesFetch: true,
    correlation: agentRegexFromPattern(pattern),
  };
}
