import type { Judged } from '../../../../../src/panel/store/judged/judged';

/** An exchange as far as the table sorts and lists it. */
export function judgedCall(
  id: string,
  startedAt: number,
  more: {
    readonly url?: string;
    readonly method?: string;
    readonly api?: string;
    readonly preflights?: number;
    readonly tier?: Judged['tier'];
    readonly preflight?: Judged['preflight'];
  } = {},
): Judged {
  const { url = 'https://api.shop.test/', method = 'GET', api = 'fetch', preflights = 0 } = more;
  return {
    exchange: {
      id,
      startedAt,
      url,
      method,
      api,
      hops: [{ preflight: preflights > 0 ? {} : null }, { preflight: preflights > 1 ? {} : null }],
    },
    verdicts: {},
    reach: { now: 'no' },
    preflight: more.preflight ?? (preflights > 0 ? 'seen' : 'none'),
    tier: more.tier ?? 'not-seen',
  } as unknown as Judged;
}
