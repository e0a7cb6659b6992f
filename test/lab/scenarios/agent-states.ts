import { allowing, answered, credentialedCors, openCors } from './answers';
import { cannot, everywhere, links, notAsked, seen, uncredentialed, unknown, unlinked } from './expectations';
import type { Answer, ExpectedVerdict, Scenario } from './types';

const allowsXDtc: Answer = allowing(credentialedCors, { methods: 'PUT', headers: 'content-type, x-dtc' });
const ready: Answer = answered(200, credentialedCors);
const put = { api: 'fetch', method: 'PUT' } as const;
const crossSite = cannot('cross-site');
const assumed = { also: ['assumed-current-agent'] } as const;

/** Firefox's log does not tell XHR from fetch: with one of the two captured, nobody knows. */
const oneOfTwo = (reason: 'fetch-not-captured' | 'xhr-not-captured'): ExpectedVerdict =>
  unlinked(reason, {
    engines: {
      firefox: {
        outcome: 'unknown',
        reason: 'capture-unknown',
        why: 'Firefox’s network log does not tell XHR from fetch',
        logOnly: true,
      },
    },
  });

/** Without cookies and x-dtc on the wire today's outcome does not hang on that. */
const oneOfTwoCrossOrigin = (reason: 'fetch-not-captured' | 'xhr-not-captured'): Scenario['expected'] => ({
  ...everywhere(oneOfTwo(reason)),
  today: unlinked(reason, {
    engines: {
      firefox: {
        outcome: 'unlinked',
        reason: 'cross-origin-uncredentialed',
        why: 'Firefox’s network log does not tell XHR from fetch',
        logOnly: true,
      },
    },
  }),
});

/** The agent is absent, late, switched off, or lacks what the call needs. */
export const agentStateScenarios: readonly Scenario[] = [
  {
    id: 'opt-in-same-origin',
    title: 'Consent not given: no cookies even on the page’s own origin',
    page: 'opt-in',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: everywhere(unlinked('opt-in-missing')),
    seen: seen(),
  },
  {
    id: 'opt-in-cross-origin',
    title: 'Consent not given: the matching pattern adds nothing',
    page: 'opt-in',
    request: put,
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: everywhere(unlinked('opt-in-missing')),
    seen: seen({ preflight: true }),
  },
  {
    id: 'no-fetch-same-origin',
    title: 'fetch is not captured: no user action, cookies or not',
    page: 'no-fetch',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: everywhere(oneOfTwo('fetch-not-captured')),
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'no-fetch-cross-origin',
    title: 'fetch is not captured: the matching pattern adds nothing',
    page: 'no-fetch',
    request: put,
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: oneOfTwoCrossOrigin('fetch-not-captured'),
    seen: seen({ preflight: true }),
  },
  {
    id: 'no-fetch-xhr',
    title: 'The same page’s XHR is captured and tagged',
    page: 'no-fetch',
    request: { api: 'xhr', method: 'PUT' },
    hops: [{ host: 'partner', preflight: allowsXDtc, response: ready }],
    expected: { today: links('x-dtc-sent'), cookies: crossSite, header: links('x-dtc-sent') },
    seen: seen({ preflight: true, xDtc: true }),
  },
  {
    id: 'no-xhr',
    title: 'XHR is not captured',
    page: 'no-xhr',
    request: { api: 'xhr', method: 'PUT' },
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: oneOfTwoCrossOrigin('xhr-not-captured'),
    seen: seen({ preflight: true }),
  },
  {
    id: 'no-capture',
    title: 'Neither XHR nor fetch is captured',
    page: 'no-capture',
    request: put,
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: everywhere(
      unlinked('fetch-not-captured', {
        engines: {
          firefox: {
            outcome: 'unlinked',
            reason: 'nothing-captured',
            why: 'Firefox’s network log does not tell XHR from fetch; here neither is captured',
            logOnly: true,
          },
        },
      }),
    ),
    seen: seen({ preflight: true }),
  },
  {
    id: 'no-agent-same-origin',
    title: 'Before the first rollout: same origin',
    page: 'no-agent',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: {
      today: unlinked('no-agent'),
      cookies: links('same-origin', assumed),
      header: links('same-origin', assumed),
    },
    seen: seen(),
  },
  {
    id: 'no-agent-prepared',
    title: 'Before the first rollout: an API that is ready for both routes',
    page: 'no-agent',
    request: put,
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: {
      today: unlinked('no-agent'),
      cookies: links('cookies-would-be-sent', assumed),
      header: links('header-accepted', assumed),
    },
    seen: seen({ preflight: true }),
  },
  {
    id: 'no-agent-simple',
    title: 'Before the first rollout: a simple GET to a partner',
    page: 'no-agent',
    request: { api: 'xhr' },
    hops: [{ host: 'partner', response: answered(200, openCors) }],
    expected: {
      today: unlinked('no-agent'),
      cookies: crossSite,
      header: unknown('preflight-not-seen', { ...assumed, addsPreflight: true }),
    },
    seen: seen(),
  },
  {
    id: 'before-agent-same-origin',
    title: 'A call of the page’s head, before the async agent',
    page: 'late',
    moment: 'before-agent',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: everywhere(unlinked('before-agent')),
    seen: seen(),
  },
  {
    id: 'before-agent-cross-origin',
    title: 'A cross-origin call before the async agent',
    page: 'late',
    moment: 'before-agent',
    request: put,
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: everywhere(unlinked('before-agent')),
    seen: seen({ preflight: true }),
  },
  {
    id: 'after-late-agent',
    title: 'The same page once the agent is there',
    page: 'late',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: everywhere(links('same-origin')),
    seen: seen({ dtCookie: true }),
  },
  {
    id: 'agent-ignores-page',
    title: 'The configuration excludes this page: the agent removes itself',
    page: 'ignored',
    request: { api: 'fetch' },
    hops: [{ host: 'shop', response: answered(200) }],
    expected: everywhere(unlinked('agent-off')),
    seen: seen(),
  },
  {
    id: 'appmon',
    title: 'An AppMon agent knows no x-dtc',
    page: 'appmon',
    request: put,
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: everywhere(unlinked('appmon-agent')),
    seen: seen({ preflight: true }),
  },
  {
    id: 'old-agent-raw-url',
    title: 'Agent 1.255 tests the URL as written (//api…), which the log does not show',
    page: 'agent-1-255',
    request: { ...put, spelling: 'scheme-relative' },
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: {
      today: uncredentialed,
      cookies: links('cookies-would-be-sent'),
      header: unknown('regex-raw-url-unknown'),
    },
    seen: seen({ preflight: true }),
  },
  {
    id: 'undecided-agent-version',
    title: 'Agent 1.270: nobody knows whether it tests the absolute URL',
    page: 'agent-1-270',
    request: { ...put, spelling: 'scheme-relative' },
    hops: [{ host: 'api', preflight: allowsXDtc, response: ready }],
    expected: {
      today: uncredentialed,
      cookies: links('cookies-would-be-sent'),
      header: unknown('regex-version-undecided'),
    },
    seen: seen({ preflight: true }),
  },
  {
    id: 'late-agent-cross-origin',
    title: 'A cross-origin call once the late agent is there',
    page: 'late',
    request: { api: 'fetch' },
    hops: [{ host: 'api', response: ready }],
    expected: { today: uncredentialed, cookies: links('cookies-would-be-sent'), header: notAsked },
    seen: seen(),
  },
];
