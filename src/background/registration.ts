import type { Scripting } from 'webextension-polyfill';
import { contentScriptFiles } from '../protocol/content-script-files';

type Scripts = Pick<
  Scripting.Static,
  | 'getRegisteredContentScripts'
  | 'registerContentScripts'
  | 'unregisterContentScripts'
  | 'updateContentScripts'
>;

/** Chromium runs scripts in the order of their ids, and the relay must be there when the hook starts. */
const ids = { relay: 'crosslink-1-relay', hook: 'crosslink-2-hook' } as const;

/**
 * Registers relay and page hook for exactly these patterns. One
 * registration serves all panels, so that a page of two panels runs each script once.
 *
 * A pattern that is not granted would be accepted and do nothing: pass granted ones only.
 *
 * @param hasTrial a trial is in force in some tab: a script before the relay says so
 */
export async function registerHook(
  scripting: Scripts,
  patterns: readonly string[],
  hasTrial: boolean,
): Promise<void> {
  const { trialInForce, relay, hook } = contentScriptFiles;
  const relayFiles = hasTrial ? [trialInForce, relay] : [relay];
  const registered = await scripting.getRegisteredContentScripts({ ids: [ids.relay, ids.hook] });
  const now = registered.find(({ id }) => id === ids.relay);
  if (patterns.length === 0) {
    if (registered.length > 0) {
      await scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
    }
    return;
  }
  if (now !== undefined && sameSet(now.matches ?? [], patterns) && sameSet(now.js ?? [], relayFiles)) return;
  const everywhere = (id: string, js: string[]): Scripting.RegisteredContentScript => ({
    id,
    js,
    matches: [...patterns],
    runAt: 'document_start',
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: false,
  });
  const scripts: Scripting.RegisteredContentScript[] = [
    everywhere(ids.relay, relayFiles),
    { ...everywhere(ids.hook, [hook]), world: 'MAIN' },
  ];
  // a page that begins between unregistering and registering would be without them; a script alone runs after the other
  if (now === undefined) await scripting.registerContentScripts(scripts);
  else await scripting.updateContentScripts(scripts);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
