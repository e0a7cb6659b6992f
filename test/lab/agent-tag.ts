/** Which agent a lab page carries, and how. */
export type AgentSetup =
  | { readonly kind: 'none' }
  | ClassicSetup
  | { readonly kind: 'appmon' }
  | NewRumSetup
  /** Both agents in one page, each by its own element. */
  | { readonly kind: 'both'; readonly classic: ClassicSetup; readonly newRum: NewRumSetup };

export interface ClassicSetup {
  readonly kind: 'classic';
  /** 17 digits; default 1.337. */
  readonly version?: string | undefined;
  readonly load?: 'sync' | 'async' | 'defer' | undefined;
  /** The server holds the agent's file back for so long. */
  readonly delayMs?: number | undefined;
  /** Keys of `data-dtconfig` over the defaults, values in their stored (escaped) form. */
  readonly config?: Readonly<Record<string, string>> | undefined;
}

export interface NewRumSetup {
  readonly kind: 'new-rum';
  /** `traceContextInclusions`: cross-origin URLs that get `traceparent`. */
  readonly inclusions?: string | undefined;
  /** `traceContextExclusions`: URLs that never do. */
  readonly exclusions?: string | undefined;
}

const defaultVersion = '10337260504112723';

const defaultConfig: Readonly<Record<string, string>> = {
  app: 'ea7c4b59f27d43eb',
  owasp: '1',
  featureHash: 'ICA7NVfgqrux',
  rdnt: '1',
  uxrgce: '1',
  cuc: 'lab12345',
  mel: '100000',
  expw: '1',
  dpvc: '1',
  lastModification: '1780298395720',
  tp: '500,50,0',
  reportUrl: '/rb_lab',
  rid: 'RID_-1426008374',
  rpid: '1137455471',
  domain: 'shop.test',
};

/** `data-dtconfig` of a classic agent: the defaults with the setup's keys over them. */
export function dataDtConfig(
  config: Readonly<Record<string, string>> = {},
  version: string = defaultVersion,
): string {
  const merged: Readonly<Record<string, string>> = { ...defaultConfig, ...config };
  const agentUri = `/ruxitagentjs_${merged['featureHash']}_${version}.js`;
  return Object.entries({ ...merged, agentUri })
    .map(([key, value]) => `${key}=${value}`)
    .join('|');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The script element by which the agent gets into a page; empty for a page without one. */
export function agentTag(setup: AgentSetup): string {
  switch (setup.kind) {
    case 'none':
      return '';
    case 'both':
      return agentTag(setup.classic) + agentTag(setup.newRum);
    case 'appmon':
      return (
        '<script type="text/javascript" src="/dtagent634_123adeghijlmopqrstvwxz_1034.js" ' +
        'data-dtconfig="rid=RID_2418|rpid=257407514|domain=shop.test|reportUrl=dynaTraceMonitor"></script>'
      );
    case 'new-rum': {
      const file = `/ruxitagentjs_ICA15789NPRUXfqru_${defaultVersion}.js`;
      const config = {
        revision: 1780298395720,
        agentUri: file,
        beaconUri: '/rb_lab',
        environmentId: 'lab12345',
      };
      const appConfig = {
        app: 'ea7c4b59f27d43eb',
        traceContext: true,
        tracestateKeyPrefix: '2ead957c-980df25b',
        traceContextInclusions: setup.inclusions ?? '',
        traceContextExclusions: setup.exclusions ?? '',
      };
      return (
        `<script type="text/javascript" src="${file}" data-config="${escapeHtml(JSON.stringify(config))}" ` +
        `data-appconfig="${escapeHtml(JSON.stringify(appConfig))}"></script>`
      );
    }
    case 'classic': {
      const version = setup.version ?? defaultVersion;
      const features = setup.config?.['featureHash'] ?? defaultConfig['featureHash'];
      const delay = setup.delayMs === undefined ? '' : `?delay=${setup.delayMs}`;
      const load = setup.load === undefined || setup.load === 'sync' ? '' : ` ${setup.load}`;
      return (
        `<script type="text/javascript"${load} src="/ruxitagentjs_${features}_${version}.js${delay}" ` +
        `data-dtconfig="${escapeHtml(dataDtConfig(setup.config, version))}"></script>`
      );
    }
  }
}

const escapes: readonly (readonly [character: string, escape: string])[] = [
  ['^', '^^'],
  ['\\', '^bs'],
  ['|', '^p'],
  ['=', '^e'],
  [';', '^s'],
  [',', '^c'],
  ['"', '^dq'],
  ['<', '^lb'],
  ['>', '^rb'],
];

/** A regular expression in the form in which `data-dtconfig` stores it. */
export function storedForm(pattern: string): string {
  const replacements = new Map(escapes);
  return [...pattern].map((character) => replacements.get(character) ?? character).join('');
}
