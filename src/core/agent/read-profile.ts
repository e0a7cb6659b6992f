import { parseAgentFile } from './agent-file';
import { agentRegexFromConfig, agentRegexFromJson, agentRegexFromPattern } from './agent-regex';
import type { AgentConfig } from './config';
import { agentKindOf, hasNewRum, injectionForm, isAgentScript } from './injection-form';
import { configuredModules, moduleLetters } from './modules';
import { newRumConfig, textValue } from './new-rum-config';
import type { NewRumConfig } from './new-rum-config';
import { isOn, parseAgentConfig, setValue } from './parse-config';
import { configInForce } from './precedence';
import type { AgentKind, AgentProfile, AgentRegex, AgentVersion, TraceContextProfile } from './profile';
import { profileWarnings } from './profile-warnings';
import type { AgentSources, LiveAgent, ScriptElement } from './types';
import { parseAgentVersion, usesCookiePostfix } from './version';

/** A page without a RUM agent. */
export const noAgent: AgentProfile = {
  kind: 'none',
  version: null,
  application: null,
  environment: null,
  injection: 'unknown',
  automatic: null,
  deferred: false,
  scriptUrl: null,
  configSource: 'none',
  config: parseAgentConfig(''),
  modules: '',
  modulesStarted: false,
  capturesXhr: null,
  capturesFetch: null,
  correlation: null,
  correlationExclusion: null,
  actionExclusion: null,
  optIn: { required: false, given: null },
  enabled: null,
  cookieDomain: null,
  cookieSameSite: 'unspecified',
  cookieSecure: false,
  cookiePostfix: '',
  reportUrl: null,
  traceContext: null,
  warnings: [],
};

/** What was found on a page, read as the agent reads it. Elements that belong to no agent are passed over. */
export function agentProfile(sources: AgentSources): AgentProfile {
  const scripts = (sources.scripts ?? []).filter(isAgentScript);
  const live = sources.live ?? null;
  if (scripts.length === 0 && live === null) return noAgent;
  const kind = kindWithLive(agentKindOf(scripts), live);
  const scriptUrl = scripts.find(({ src }) => src !== null)?.src ?? null;
  const inForce = configInForce(sources, scripts, scriptUrl);
  const newRumScript = scripts.find(hasNewRum);
  const newRum = newRumScript ? newRumConfig(newRumScript, sources.storage ?? {}) : null;
  const { config } = inForce;
  const classic = kind === 'classic' || kind === 'both';
  const version = versionOf(live, scriptUrl, config, newRum);
  const modules = modulesOf(live, config, scriptUrl, newRum);
  const postfix = setValue(config, 'postfix') ?? '';
  const profile: AgentProfile = {
    kind,
    version,
    application: setValue(config, 'app') ?? (newRum && (textValue(newRum.values, 'app') || null)),
    environment: setValue(config, 'cuc') ?? (newRum && (textValue(newRum.values, 'environmentId') || null)),
    injection: injectionForm(scripts),
    automatic: inForce.source === 'none' ? null : setValue(config, 'rpid') !== null,
    deferred: scripts.some(isDeferred),
    scriptUrl,
    configSource: !classic && newRum?.storageKey ? 'storage' : !classic && newRum ? 'tag' : inForce.source,
    config,
    modules: modules ?? '',
    modulesStarted: Boolean(live?.modules),
    capturesXhr: captures(kind, modules, moduleLetters.xhr, moduleLetters.newRumXhr),
    capturesFetch: captures(kind, modules, moduleLetters.fetch, moduleLetters.newRumFetch),
    ...regexesOf(inForce.source, config),
    optIn: optInOf(config, live, newRum),
    enabled: live?.enabled ?? null,
    cookieDomain:
      setValue(config, 'domain') ?? (newRum && (textValue(newRum.values, 'cookieDomain') || null)),
    cookieSameSite: classic ? sameSiteOf(config) : newRumSameSite(newRum),
    cookieSecure: isOn(config, 'ssc'),
    cookiePostfix: usesCookiePostfix(version) ? postfix : '',
    reportUrl: setValue(config, 'reportUrl') ?? (newRum && (textValue(newRum.values, 'beaconUri') || null)),
    traceContext: newRum && traceContextOf(newRum),
    warnings: [],
  };
  return { ...profile, warnings: profileWarnings(profile, { inForce, newRum, live }) };
}

/** `dT_` in the page is a classic agent's, whatever brought it. */
function kindWithLive(kind: AgentKind, live: LiveAgent | null): AgentKind {
  if (live === null) return kind;
  if (kind === 'none') return 'classic';
  return kind === 'new-rum' ? 'both' : kind;
}

function versionOf(
  live: LiveAgent | null,
  scriptUrl: string | null,
  config: AgentConfig,
  newRum: NewRumConfig | null,
): AgentVersion | null {
  const uris = [scriptUrl, setValue(config, 'agentUri'), newRum && textValue(newRum.values, 'agentUri')];
  const files = uris.map((uri) => (uri ? parseAgentFile(uri)?.version : undefined));
  const candidates = [live?.version, ...files, config.values['dtVersion'], config.values['buildNumber']];
  for (const candidate of candidates) {
    const version = candidate === undefined ? null : parseAgentVersion(candidate);
    if (version !== null) return version;
  }
  return null;
}

/** `iMod()` where it tells anything: it is empty until the modules have started. */
function modulesOf(
  live: LiveAgent | null,
  config: AgentConfig,
  scriptUrl: string | null,
  newRum: NewRumConfig | null,
): string | null {
  return (
    live?.modules ||
    configuredModules(config, newRum === null ? '' : textValue(newRum.values, 'modules'), scriptUrl)
  );
}

function captures(kind: AgentKind, modules: string | null, classic: string, newRum: string): boolean | null {
  if (modules === null || kind === 'appmon' || kind === 'none') return null;
  return modules.includes(kind === 'new-rum' ? newRum : classic);
}

function regexesOf(
  source: AgentProfile['configSource'],
  { values, decoded }: AgentConfig,
): Pick<AgentProfile, 'correlation' | 'correlationExclusion' | 'actionExclusion'> {
  const regex = (key: string): AgentRegex | null =>
    source === 'live' ? agentRegexFromPattern(decoded[key] ?? '') : agentRegexFromConfig(values[key]);
  return { correlation: regex('chw'), correlationExclusion: regex('xhb'), actionExclusion: regex('xb') };
}

function optInOf(
  config: AgentConfig,
  live: LiveAgent | null,
  newRum: NewRumConfig | null,
): AgentProfile['optIn'] {
  const newRumMode = newRum === null ? '' : textValue(newRum.values, 'optInMode');
  const required = isOn(config, 'coo') || (newRumMode !== '' && newRumMode !== 'off');
  if (!required) return { required, given: null };
  return { required, given: isOn(config, 'cooO') || (live?.enabled ?? null) };
}

function sameSiteOf(config: AgentConfig): AgentProfile['cookieSameSite'] {
  const value = config.values['cssm'];
  if (value === 'l') return 'lax';
  if (value === 's') return 'strict';
  return value === 'n' ? 'none' : 'unspecified';
}

function newRumSameSite(newRum: NewRumConfig | null): AgentProfile['cookieSameSite'] {
  const modes = ['none', 'lax', 'strict'] as const;
  return modes[Number(newRum?.values['cookieSameSite'] ?? 1)] ?? 'lax';
}

function traceContextOf({ values }: NewRumConfig): TraceContextProfile {
  return {
    enabled: values['traceContext'] !== false,
    inclusions: agentRegexFromJson(textValue(values, 'traceContextInclusions')),
    exclusions: agentRegexFromJson(textValue(values, 'traceContextExclusions')),
    tracestateKeyPrefix: textValue(values, 'tracestateKeyPrefix'),
  };
}

function isDeferred({ src, attributes }: ScriptElement): boolean {
  return src !== null && (attributes['async'] !== undefined || attributes['defer'] !== undefined);
}
