import type { ReasonCode } from '../../../src/core';
import type { Scheme } from '../hosts';
import type { AgentSetup } from '../agent-tag';

/** A kind of page that scenarios run on: the agent in it and what the user has typed into the panel. */
export interface PageVariant {
  readonly title: string;
  readonly scheme: Scheme;
  readonly agent: AgentSetup;
  /** What the panel's pattern field is set to, decoded; `null`: nothing, the deployed pattern counts. */
  readonly draft: string | null;
  /** Warnings of the agent strip that this agent earns. */
  readonly warnings: readonly ReasonCode[];
  /** An entry that the page puts into local storage before the agent runs. */
  readonly stored?: Readonly<Record<string, string>> | undefined;
  /** A service worker controls the page. */
  readonly serviceWorker?: boolean | undefined;
}

/** The draft that most scenarios are judged by: it matches their default path `api/items`. */
const draft = '/api/';
/** The same as a deployed pattern. */
const deployed = '^bs/api^bs/';

const variantTable = {
  rollout: {
    title: 'Agent without a pattern; the user tries one in the panel',
    scheme: 'https',
    agent: { kind: 'classic' },
    draft,
    warnings: [],
  },
  'no-pattern': {
    title: 'Agent without a pattern, nothing tried yet',
    scheme: 'https',
    agent: { kind: 'classic' },
    draft: null,
    warnings: [],
  },
  deployed: {
    title: 'A pattern is deployed: the agent tags /api/',
    scheme: 'https',
    agent: { kind: 'classic', config: { chw: deployed, xhb: '^bs/api^bs/private', xb: '^bs/api^bs/silent' } },
    draft: null,
    warnings: [],
  },
  'invalid-pattern': {
    title: 'The deployed pattern does not compile',
    scheme: 'https',
    agent: { kind: 'classic', config: { chw: '^bs/api^bs/(' } },
    draft: null,
    warnings: ['regex-invalid'],
  },
  'mangled-pattern': {
    title: 'An anchored pattern is mangled by the escape scheme',
    scheme: 'https',
    agent: { kind: 'classic', config: { chw: '^^shop^bs.' } },
    draft: null,
    warnings: ['regex-mangled'],
  },
  'from-storage': {
    title: 'A newer configuration in local storage drops the pattern',
    scheme: 'https',
    agent: {
      kind: 'classic',
      config: { app: '5f0c7a61d2b94e38', chw: deployed, lastModification: '1700000000000' },
    },
    draft: null,
    warnings: ['config-from-storage'],
    stored: {
      ruxitagentjs_5f0c7a61d2b94e38_Store: `name=ruxitagentjs|featureHash=ICA7NVfgqrux|config=${encodeURIComponent(
        'app=5f0c7a61d2b94e38|domain=shop.test|reportUrl=/rb_lab|featureHash=ICA7NVfgqrux|cuc=lab12345',
      )}|lastModification=1800000000000`,
    },
  },
  'opt-in': {
    title: 'Opt-in mode, consent not given',
    scheme: 'https',
    agent: { kind: 'classic', config: { coo: '1', chw: deployed } },
    draft: null,
    warnings: ['opt-in-missing'],
  },
  'no-fetch': {
    title: 'The agent captures XHR, not fetch',
    scheme: 'https',
    agent: { kind: 'classic', config: { featureHash: 'ICANVfqrux', chw: deployed } },
    draft: null,
    warnings: ['fetch-not-captured'],
  },
  'no-xhr': {
    title: 'The agent captures fetch, not XHR',
    scheme: 'https',
    agent: { kind: 'classic', config: { featureHash: 'ICA7NVfqru', chw: deployed } },
    draft: null,
    warnings: ['xhr-not-captured'],
  },
  'no-capture': {
    title: 'The agent captures neither XHR nor fetch',
    scheme: 'https',
    agent: { kind: 'classic', config: { featureHash: 'ICANVfqru', chw: deployed } },
    draft: null,
    warnings: ['nothing-captured'],
  },
  'no-agent': {
    title: 'No agent yet',
    scheme: 'https',
    agent: { kind: 'none' },
    draft: null,
    warnings: [],
  },
  late: {
    title: 'The agent is loaded async and arrives late',
    scheme: 'https',
    agent: { kind: 'classic', load: 'async', delayMs: 600 },
    draft,
    warnings: ['agent-deferred'],
  },
  ignored: {
    title: 'The configuration excludes this page',
    scheme: 'https',
    agent: { kind: 'classic', config: { ign: '/scenario/' } },
    draft,
    warnings: ['agent-off'],
  },
  appmon: {
    title: 'A legacy AppMon agent',
    scheme: 'https',
    agent: { kind: 'appmon' },
    draft: null,
    warnings: ['appmon-agent'],
  },
  'new-rum': {
    title: 'The New RUM Experience alone, trace context for the API',
    scheme: 'https',
    agent: { kind: 'new-rum', inclusions: '/traced/', exclusions: '/private/' },
    draft: null,
    warnings: ['new-rum-only'],
  },
  'new-rum-rollout': {
    title: 'The New RUM Experience without inclusions; the user tries some in the panel',
    scheme: 'https',
    agent: { kind: 'new-rum' },
    draft: '/api/',
    warnings: ['new-rum-only'],
  },
  'both-agents': {
    title: 'Classic agent and New RUM Experience in one page, a pattern each',
    scheme: 'https',
    agent: {
      kind: 'both',
      classic: { kind: 'classic', config: { chw: '^bs/tagged^bs/' } },
      newRum: { kind: 'new-rum', inclusions: '/traced/' },
    },
    draft: null,
    warnings: [],
  },
  'narrow-domain': {
    title: 'The cookie domain is the page’s own host',
    scheme: 'https',
    agent: { kind: 'classic', config: { domain: 'app.shop.test' } },
    draft,
    warnings: [],
  },
  'foreign-domain': {
    title: 'The cookie domain does not fit the host, the agent replaces it',
    scheme: 'https',
    agent: { kind: 'classic', config: { domain: 'other.test' } },
    draft,
    warnings: ['cookie-domain-foreign'],
  },
  'suffix-domain': {
    title: 'The cookie domain is a public suffix; a pattern is deployed',
    scheme: 'https',
    agent: { kind: 'classic', config: { domain: 'test', chw: deployed } },
    draft: null,
    warnings: ['cookie-domain-public-suffix'],
  },
  lax: {
    title: 'RUM cookies are SameSite=Lax and Secure, their domain is automatic',
    scheme: 'https',
    agent: { kind: 'classic', config: { cssm: 'l', ssc: '1', domain: '' } },
    draft,
    warnings: [],
  },
  http: {
    title: 'A page on http, RUM cookies without attributes',
    scheme: 'http',
    agent: { kind: 'classic' },
    draft,
    warnings: [],
  },
  'http-secure': {
    title: 'A page on http, Secure cookies configured',
    scheme: 'http',
    agent: { kind: 'classic', config: { ssc: '1' } },
    draft,
    warnings: [],
  },
  'http-none': {
    title: 'A page on http, SameSite=None configured',
    scheme: 'http',
    agent: { kind: 'classic', config: { cssm: 'n' } },
    draft,
    warnings: [],
  },
  'agent-1-255': {
    title: 'An agent 1.255, which tests the URL as passed',
    scheme: 'https',
    agent: { kind: 'classic', version: '10255221110161525' },
    draft: '^https://api',
    warnings: [],
  },
  'agent-1-270': {
    title: 'An agent 1.270, whose way of matching is not known',
    scheme: 'https',
    agent: { kind: 'classic', version: '10270230801120000' },
    draft: '^https://api',
    warnings: [],
  },
  'service-worker': {
    title: 'A service worker controls the page',
    scheme: 'https',
    agent: { kind: 'classic' },
    draft,
    warnings: [],
    serviceWorker: true,
  },
} as const satisfies Record<string, PageVariant>;

export type VariantId = keyof typeof variantTable;

/** Every page variant by its id. */
export const variants: Readonly<Record<VariantId, PageVariant>> = variantTable;
