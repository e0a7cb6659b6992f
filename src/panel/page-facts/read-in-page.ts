import type { agentReadPlan } from '../../core';

/** What to read; constants of the extension, never anything of a page. */
export interface ReadingPlan {
  readonly agent: typeof agentReadPlan;
  /** Beginnings of the RUM cookies' names. */
  readonly cookieNames: readonly string[];
}

/**
 * Runs inside the inspected page, as source text: it may use nothing from outside itself. It changes nothing: of `dT_` it
 * uses only the members of the plan, which have no side effects and each of which may be missing or throw. Everything is
 * bounded, because a page may be hostile; what comes back is checked by a schema.
 */
export function readInPage({ agent: plan, cookieNames }: ReadingPlan): unknown {
  const longestCode = 100_000;
  const longestValue = 60_000;
  const mostScripts = 300;
  const mostStored = 40;

  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };
  const textOf = (value: unknown): string | undefined =>
    typeof value === 'string' ? value.slice(0, longestValue) : undefined;

  const attributesOf = (element: Element): Record<string, string> => {
    const attributes: Record<string, string> = {};
    for (const name of plan.attributes) {
      const value = element.getAttribute(name);
      if (value !== null) attributes[name] = value.slice(0, longestValue);
    }
    return attributes;
  };

  const inlineCode = (script: HTMLScriptElement): string | undefined => {
    if (script.hasAttribute('src')) return undefined;
    const start = script.text.indexOf(plan.inlineMark);
    return start < 0 ? undefined : script.text.slice(start, start + longestCode);
  };

  /** When each script had arrived, ms since the epoch; a deferred one runs once the document is parsed. */
  const arrivals = (): Map<string, number> => {
    const times = new Map<string, number>();
    for (const { name, responseEnd } of performance.getEntriesByType(
      'resource',
    ) as PerformanceResourceTiming[]) {
      if (responseEnd > 0 && !times.has(name)) times.set(name, performance.timeOrigin + responseEnd);
    }
    return times;
  };
  const parsedAt = (): number => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return performance.timeOrigin + (navigation?.domInteractive ?? 0);
  };

  const readScripts = (): unknown[] => {
    const arrivedAt = attempt(arrivals) ?? new Map<string, number>();
    const parsed = attempt(parsedAt) ?? 0;
    return [...document.scripts].slice(0, mostScripts).flatMap((script) => {
      const attributes = attributesOf(script);
      const text = inlineCode(script);
      const hasSource = script.src !== '';
      if (!hasSource && text === undefined && Object.keys(attributes).length === 0) return [];
      const arrived = arrivedAt.get(script.src);
      const waits = script.defer && !script.async;
      const readyAt = arrived === undefined ? null : waits ? Math.max(arrived, parsed) : arrived;
      return [{ src: hasSource ? script.src.slice(0, longestValue) : null, attributes, text, readyAt }];
    });
  };

  const readStorage = (): Record<string, string> => {
    const entries: Record<string, string> = {};
    const isRead = new RegExp(plan.storageKeys);
    const keys = Object.keys(localStorage).filter((key) => isRead.test(key));
    for (const key of keys.slice(0, mostStored)) {
      entries[key] = (localStorage.getItem(key) ?? '').slice(0, longestValue);
    }
    return entries;
  };

  const readLive = (): unknown => {
    const agent = (window as unknown as { dT_?: Record<string, unknown> }).dT_;
    if (agent === undefined || agent === null) return null;
    const call = (name: string, ...args: unknown[]): unknown =>
      attempt(() => (agent[name] as (...values: unknown[]) => unknown)(...args));
    // Before the agent has started, `dT_` holds its configuration only.
    if (typeof attempt(() => agent['scv']) !== 'function') return null;

    const config: Record<string, string> = {};
    for (const key of plan.configKeys) {
      const value = textOf(call('scv', key));
      if (value !== undefined && value !== '') config[key] = value;
    }
    for (const key of plan.regexKeys) {
      const stored = textOf(call('scv', key));
      const decoded = stored === undefined || stored === '' ? undefined : textOf(call('de', stored));
      if (decoded !== undefined) config[key] = decoded;
    }
    const enabled = call(plan.methods.enabled);
    const disabled = attempt(() => agent['disabled']);
    return {
      version: textOf(attempt(() => agent['version'])),
      config: Object.keys(config).length > 0 ? config : undefined,
      modules: textOf(call(plan.methods.modules)),
      enabled: typeof enabled === 'boolean' ? enabled : undefined,
      disabled: typeof disabled === 'boolean' ? disabled : undefined,
      disabledReason: textOf(attempt(() => agent['disabledReason'])),
    };
  };

  const readCookieNames = (): string[] =>
    document.cookie
      .split(';')
      .map((cookie) => (cookie.split('=', 1)[0] ?? '').trim())
      .filter((name) => cookieNames.some((known) => name.startsWith(known)));

  return {
    url: location.href,
    origin: self.origin,
    complete: document.readyState === 'complete',
    loadStartedAt: performance.timeOrigin,
    rumCookies: attempt(readCookieNames) ?? [],
    scripts: attempt(readScripts) ?? [],
    storage: attempt(readStorage) ?? {},
    live: attempt(readLive) ?? null,
  };
}
