import { storedForm } from './agent-regex';
import type { AgentConfig } from './config';
import { inlineConfigText } from './inline-config';
import { configFromLive, configFromValues, splitItems } from './parse-config';
import type { AgentProfile } from './profile';
import { newerStoredConfig } from './stored-config';
import type { AgentSources, ScriptElement } from './types';

/** The configuration in force, and what it replaced. */
export interface ConfigInForce {
  readonly source: AgentProfile['configSource'];
  readonly config: AgentConfig;
  /** The local-storage key whose configuration replaced the tag's. */
  readonly storageKey: string | null;
}

/**
 * Which configuration the agent works by; later ones win: inline `dT_.cfg`, key by key `data-dtconfig`, as a whole a newer
 * one in local storage, the live one (agents 1.239 to 1.337).
 */
export function configInForce(
  sources: AgentSources,
  scripts: readonly ScriptElement[],
  scriptUrl: string | null,
): ConfigInForce {
  const { live } = sources;
  const page = pageConfig(scripts);
  const stored =
    page.source === 'none' ? null : newerStoredConfig(sources.storage ?? {}, page.config, scriptUrl);
  if (live?.config && Object.keys(live.config).length > 0) {
    return {
      source: 'live',
      config: configFromLive(live.config, storedForm),
      storageKey: stored?.key ?? null,
    };
  }
  if (stored) return { source: 'storage', config: stored.config, storageKey: stored.key };
  return { ...page, storageKey: null };
}

function pageConfig(scripts: readonly ScriptElement[]): Pick<ConfigInForce, 'source' | 'config'> {
  const inline = firstOf(scripts, ({ text }) => (text === undefined ? null : inlineConfigText(text)));
  const tag = firstOf(scripts, ({ attributes }) => attributes['data-dtconfig'] ?? null);
  const values = { ...splitItems(inline ?? ''), ...splitItems(tag ?? '') };
  const source = tag === null ? (inline === null ? 'none' : 'inline') : 'tag';
  return { source, config: configFromValues(values) };
}

/** The first injected agent works; a second one only reports that it was injected twice. */
function firstOf(
  scripts: readonly ScriptElement[],
  read: (script: ScriptElement) => string | null,
): string | null {
  for (const script of scripts) {
    const found = read(script);
    if (found !== null) return found;
  }
  return null;
}
