import { newRumAttributes } from './injection-form';

/**
 * What to read of a page to fill `AgentSources`. `dT_` is undocumented: every member may be missing or throw, and only these
 * are free of side effects (1.255, 1.337).
 */
export const agentReadPlan = {
  /** Attributes of script elements. */
  attributes: ['id', 'async', 'defer', 'data-dtconfig', ...newRumAttributes],
  /** Inline scripts are read only if their text holds this. */
  inlineMark: 'dT_',
  /** Source of a regex for the local-storage keys that the agent reads its configuration from. */
  storageKeys: '^(?:[A-Za-z0-9-]+_[0-9A-Fa-f]+_Store|dtCFG_.+)$',
  /** Read by `dT_.scv(key)`, which returns `''` for what is not set. */
  configKeys: [
    'app',
    'cuc',
    'featureHash',
    'agentUri',
    'reportUrl',
    'lastModification',
    'rid',
    'rpid',
    'domain',
    'domainOriginal',
    'cssm',
    'ssc',
    'postfix',
    'coo',
    'cooO',
    'ign',
    'dpch',
    'dKAH',
    'dASXH',
    'epacod',
    'etc',
    'expw',
    'cux',
    'mhl',
    'dtVersion',
    'buildNumber',
  ],
  /** Read by `dT_.scv(key)`, then decoded by `dT_.de(text)`. */
  regexKeys: ['chw', 'xhb', 'xb'],
  /** Read as they are. */
  members: ['version', 'disabled', 'disabledReason', 'initialized'],
  /** Called without arguments. */
  methods: { modules: 'iMod', enabled: 'iAEPOO' },
} as const;
