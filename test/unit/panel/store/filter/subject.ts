import type { FilterSubject } from '../../../../../src/panel/store/filter/subject';
import type { Exchange, Outcome, ReasonCode, Verdict } from '../../../../../src/core';

export interface SubjectSpec {
  url?: string;
  method?: string;
  status?: number | null;
  today?: Outcome;
  cookies?: Outcome;
  header?: Outcome;
  reasons?: Partial<Record<'today' | 'cookies' | 'header', ReasonCode>>;
  relation?: FilterSubject['relation'];
  preflight?: FilterSubject['preflight'];
  failed?: boolean;
  matched?: boolean;
  api?: Exchange['api'];
}

function verdict(outcome: Outcome, code?: ReasonCode): Verdict {
  return { outcome, reasons: code ? [{ code, text: code }] : [], addsPreflight: false, steps: [] };
}

export function subject(spec: SubjectSpec = {}): FilterSubject {
  const { url = 'https://api.shop.test/v1/Cart?id=7', method = 'GET', status = 200 } = spec;
  return {
    exchange: {
      id: url,
      url,
      method,
      api: spec.api ?? 'fetch',
      startedAt: 1,
      hops: [],
    } as unknown as Exchange,
    verdicts: {
      today: verdict(spec.today ?? 'unlinked', spec.reasons?.today),
      cookies: verdict(spec.cookies ?? 'links', spec.reasons?.cookies),
      header: verdict(spec.header ?? 'breaks', spec.reasons?.header),
    },
    haystack: `${method} ${url} ${status ?? ''}`.toLowerCase(),
    host: new URL(url).host,
    status,
    relation: spec.relation ?? 'same-site',
    preflight: spec.preflight ?? 'none',
    failed: spec.failed ?? false,
    reach: { now: spec.matched === true ? 'yes' : 'no', deployed: 'no' },
  };
}
