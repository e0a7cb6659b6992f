import * as v from 'valibot';
import type { AgentProfile } from '../agent/profile';
import { catalogue } from '../verdict/catalogue';
import type { Reason, ReasonCode } from '../verdict/reason';
import { outcomes } from '../verdict/types';
import type { ReportVerdict, ReportVerdicts } from './types';

/** Schemas of what Crosslink wrote and reads again from files, which may have been changed by anybody. */

export const engineSchema = v.picklist(['standard', 'chromium', 'firefox']);

const reasonCode = v.custom<ReasonCode>(
  (value) => typeof value === 'string' && Object.hasOwn(catalogue, value),
  'is no reason that this version knows',
);

const evidence = v.object({
  subject: v.string(),
  saw: v.nullable(v.string()),
  needed: v.nullable(v.string()),
});

const reason = v.object({
  code: reasonCode,
  text: v.string(),
  evidence: v.optional(evidence),
}) satisfies v.GenericSchema<unknown, Reason>;

const verdict = v.object({
  outcome: v.picklist(outcomes),
  reasons: v.array(reason),
  addsPreflight: v.boolean(),
}) satisfies v.GenericSchema<unknown, ReportVerdict>;

export const verdictsSchema = v.object({
  today: verdict,
  cookies: verdict,
  header: verdict,
}) satisfies v.GenericSchema<unknown, ReportVerdicts>;

const agentRegex = v.object({
  raw: v.string(),
  pattern: v.string(),
  error: v.nullable(v.string()),
  caseSensitive: v.optional(v.literal(true)),
});

const textByKey = v.record(v.string(), v.string());

export const agentSchema = v.object({
  kind: v.picklist(['none', 'classic', 'new-rum', 'both', 'appmon']),
  version: v.nullable(v.object({ raw: v.string(), label: v.string(), minor: v.number() })),
  application: v.nullable(v.string()),
  environment: v.nullable(v.string()),
  injection: v.picklist([
    'oneagent-javascript-tag',
    'javascript-tag',
    'bootstrap',
    'inline-code',
    'code-snippet-sync',
    'code-snippet-deferred',
    'appmon-tag',
    'unknown',
  ]),
  automatic: v.nullable(v.boolean()),
  deferred: v.boolean(),
  scriptUrl: v.nullable(v.string()),
  configSource: v.picklist(['none', 'inline', 'tag', 'storage', 'live']),
  config: v.object({ values: textByKey, decoded: textByKey, invalid: v.array(v.string()) }),
  modules: v.string(),
  modulesStarted: v.boolean(),
  capturesXhr: v.nullable(v.boolean()),
  capturesFetch: v.nullable(v.boolean()),
  correlation: v.nullable(agentRegex),
  correlationExclusion: v.nullable(agentRegex),
  actionExclusion: v.nullable(agentRegex),
  optIn: v.object({ required: v.boolean(), given: v.nullable(v.boolean()) }),
  enabled: v.nullable(v.boolean()),
  cookieDomain: v.nullable(v.string()),
  cookieSameSite: v.picklist(['strict', 'lax', 'none', 'unspecified']),
  cookieSecure: v.boolean(),
  cookiePostfix: v.string(),
  reportUrl: v.nullable(v.string()),
  traceContext: v.nullable(
    v.object({
      enabled: v.boolean(),
      inclusions: v.nullable(agentRegex),
      exclusions: v.nullable(agentRegex),
      tracestateKeyPrefix: v.string(),
    }),
  ),
  warnings: v.array(reason),
}) satisfies v.GenericSchema<unknown, AgentProfile>;
