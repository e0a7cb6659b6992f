/**
 * Runs inside the inspected page, as source text: it may use nothing from outside itself. It reads what tells of the RUM
 * agent and changes nothing: of `dT_` only members that have no side effects (1.219 to 1.337), each of which may be
 * missing or throw. Everything is bounded, because a page may be hostile; what comes back is checked by a schema.
 */
export function readInPage(): unknown {
  const longestText = 100_000;
  const longestValue = 60_000;
  const mostScripts = 20;
  const mostStored = 40;
  const agentSource = /ruxitagent|dtagent|\/jstag\/|_complete\.js|_bs(?:_dbg)?\.js/i;
  const agentStorage = /_Store$|^dtCFG_|^dt-pVO$/;
  const rumCookie = /^(?:dtCookie|dtPC|rxVisitor|rxvt|dtSa|dtLatC|dtsrVID|dtSR|dtAdk)/;
  const liveKeys =
    'app chw xhb xb dpch dKAH epacod etc mhl coo cooO domain cssm ssc postfix featureHash expw cuc cux reportUrl agentUri dtVersion buildNumber rid rpid lastModification rdnt ign disableXhrFailures dASXH'.split(
      ' ',
    );
  const regexKeys = ['chw', 'xhb', 'xb'];

  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };

  const attributesOf = (element: Element): Record<string, string> => {
    const attributes: Record<string, string> = {};
    for (const { name, value } of element.attributes) {
      if (name.startsWith('data-') || /^(?:id|type|async|defer|crossorigin|integrity)$/.test(name)) {
        attributes[name] = value.slice(0, longestValue);
      }
    }
    return attributes;
  };

  const inlineCode = (script: HTMLScriptElement): string | undefined => {
    if (script.hasAttribute('src')) return undefined;
    const code = script.text;
    const start = code.indexOf('dT_');
    return start < 0 ? undefined : code.slice(start, start + longestText);
  };

  const isCandidate = (script: HTMLScriptElement): boolean =>
    script.hasAttribute('data-dtconfig') ||
    script.hasAttribute('data-config') ||
    script.hasAttribute('data-envconfig') ||
    script.hasAttribute('data-appconfig') ||
    /^dtjsagent/.test(script.id) ||
    agentSource.test(script.src) ||
    inlineCode(script) !== undefined;

  const storedEntries = (): Record<string, string> => {
    const entries: Record<string, string> = {};
    const keys = Object.keys(localStorage).filter((key) => agentStorage.test(key));
    for (const key of keys.slice(0, mostStored)) {
      entries[key] = (localStorage.getItem(key) ?? '').slice(0, longestValue);
    }
    return entries;
  };

  const readLive = (): unknown => {
    const agent = attempt(() => (window as unknown as { dT_?: Record<string, unknown> }).dT_);
    if (agent === undefined || agent === null) return null;
    const call = (name: string, ...args: unknown[]): unknown =>
      attempt(() => {
        const member = agent[name];
        return typeof member === 'function' ? (member.apply(agent, args) as unknown) : undefined;
      });
    const textOf = (value: unknown): string | undefined =>
      typeof value === 'string' ? value.slice(0, longestValue) : undefined;
    const version = textOf(attempt(() => agent['version']));
    if (version === undefined && typeof attempt(() => agent['scv']) !== 'function') return null;

    const config: Record<string, string> = {};
    const own = attempt(() => Object.keys(call('cfgO') as object)) ?? [];
    for (const key of new Set([...liveKeys, ...own.slice(0, 300)])) {
      const stored = textOf(call('scv', key));
      if (stored === undefined || stored === '') continue;
      const decoded = regexKeys.includes(key) ? textOf(call('de', stored)) : stored;
      if (decoded !== undefined) config[key] = decoded;
    }
    const enabled = call('iAEPOO');
    const disabled = attempt(() => agent['disabled']);
    return {
      version,
      config: Object.keys(config).length > 0 ? config : undefined,
      modules: textOf(call('iMod')),
      enabled: typeof enabled === 'boolean' ? enabled : undefined,
      disabled: typeof disabled === 'boolean' ? disabled : undefined,
      disabledReason: textOf(attempt(() => agent['disabledReason'])),
    };
  };

  const scripts = [...document.querySelectorAll('script')].filter(isCandidate).slice(0, mostScripts);

  /** When the first agent script had arrived; a deferred one runs once the document is parsed. */
  const readyAt = (): number | null => {
    for (const script of scripts) {
      const timing = performance.getEntriesByName(script.src, 'resource').at(-1);
      if (!(timing instanceof PerformanceResourceTiming) || timing.responseEnd === 0) continue;
      const navigation = performance.getEntriesByType('navigation')[0];
      const parsed = navigation instanceof PerformanceNavigationTiming ? navigation.domInteractive : 0;
      const runs = script.defer && !script.async ? Math.max(timing.responseEnd, parsed) : timing.responseEnd;
      return performance.timeOrigin + runs;
    }
    return null;
  };

  return {
    url: location.href,
    origin: self.origin,
    baseUri: document.baseURI,
    complete: document.readyState === 'complete',
    loadStartedAt: performance.timeOrigin,
    agentReadyAt: attempt(readyAt) ?? null,
    rumCookies: (attempt(() => document.cookie) ?? '')
      .split(';')
      .map((cookie) => (cookie.split('=', 1)[0] ?? '').trim())
      .filter((name) => rumCookie.test(name)),
    scripts: scripts.map((script) => ({
      src: script.src === '' ? null : script.src,
      attributes: attributesOf(script),
      text: inlineCode(script),
    })),
    storage: attempt(storedEntries) ?? {},
    live: attempt(readLive) ?? null,
  };
}
