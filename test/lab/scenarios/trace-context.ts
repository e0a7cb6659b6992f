import { allowing, answered, namedCors, openCors } from './answers';
import { breaks, cannot, fails, links, notAsked, seen, uncredentialed, unlinked } from './expectations';
import type { Scenario } from './types';

const crossSite = cannot('cross-site');
const ready = answered(200, openCors);
const traced = 'traced/items';
const preflighted = seen({ preflight: true });
const asked = { api: 'fetch', method: 'PUT', headers: [['content-type', 'application/json']] } as const;
const allows = (headers: string) => allowing(openCors, { methods: 'GET, PUT', headers });
const foreign = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** The New RUM Experience links by traceparent and tracestate: what it does today, and what a draft of inclusions would do. */
export const traceContextScenarios: readonly Scenario[] = [
  {
    id: 'new-rum-included',
    title: 'The New RUM Experience adds trace context to an included URL',
    page: 'new-rum',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', path: traced, preflight: allows('traceparent, tracestate'), response: ready }],
    expected: {
      today: links('trace-context-sent'),
      cookies: crossSite,
      header: links('trace-context-sent'),
    },
    seen: preflighted,
  },
  {
    id: 'new-rum-half-allowed',
    title: 'The preflight allows traceparent, but not tracestate',
    page: 'new-rum',
    request: { api: 'xhr' },
    hops: [{ host: 'partner', path: traced, preflight: allows('traceparent'), response: ready }],
    expected: {
      today: fails('acah-lacks-trace-context'),
      cookies: crossSite,
      header: fails('acah-lacks-trace-context'),
    },
    seen: seen({ failed: true, preflight: true, arrived: false }),
  },
  {
    id: 'new-rum-not-included',
    title: 'The New RUM Experience leaves other cross-origin calls alone',
    page: 'new-rum',
    request: { api: 'xhr' },
    hops: [{ host: 'partner', response: ready }],
    expected: {
      today: uncredentialed,
      cookies: crossSite,
      header: unlinked('trace-context-not-included'),
    },
    seen: seen(),
  },
  {
    id: 'new-rum-excluded',
    title: 'Exclusions count before inclusions',
    page: 'new-rum',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', path: 'traced/private/items', response: ready }],
    expected: { today: uncredentialed, cookies: crossSite, header: unlinked('trace-context-excluded') },
    seen: seen(),
  },
  {
    id: 'new-rum-external',
    title: 'A traceparent of the page’s own is kept, tracestate added, included or not',
    page: 'new-rum',
    request: { api: 'fetch', headers: [['traceparent', foreign]] },
    hops: [{ host: 'partner', preflight: allows('traceparent, tracestate'), response: ready }],
    expected: {
      today: links('trace-context-sent'),
      cookies: crossSite,
      header: links('trace-context-sent'),
    },
    seen: preflighted,
  },
  {
    id: 'new-rum-malformed',
    title: 'A malformed traceparent of the page’s own is left alone, although the URL is included',
    page: 'new-rum',
    request: { api: 'fetch', headers: [['traceparent', 'none']] },
    hops: [{ host: 'partner', path: traced, preflight: allows('traceparent, tracestate'), response: ready }],
    expected: { today: uncredentialed, cookies: crossSite, header: unlinked('traceparent-invalid') },
    seen: preflighted,
  },
  {
    id: 'new-rum-pairs',
    title: 'Included, but the script passes its headers as pairs: nothing is added',
    page: 'new-rum',
    request: { api: 'fetch', headers: [['accept', 'application/json']], container: 'pairs' },
    hops: [{ host: 'partner', path: traced, response: ready }],
    expected: {
      today: unlinked('cross-origin-uncredentialed', { also: ['trace-context-missing'] }),
      cookies: crossSite,
      header: notAsked,
    },
    seen: seen(),
  },
  {
    id: 'new-rum-draft-unasked',
    title: 'A draft includes a simple GET: nobody has asked about traceparent and tracestate',
    page: 'new-rum-rollout',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', response: ready }],
    expected: { today: uncredentialed, cookies: crossSite, header: notAsked },
    seen: seen(),
  },
  {
    id: 'new-rum-draft-accepted',
    title: 'A draft includes a PUT whose preflight allows both headers',
    page: 'new-rum-rollout',
    request: asked,
    hops: [
      {
        host: 'partner',
        preflight: allows('content-type, traceparent, tracestate'),
        response: ready,
      },
    ],
    expected: { today: uncredentialed, cookies: crossSite, header: links('header-accepted') },
    seen: preflighted,
  },
  {
    id: 'new-rum-draft-refused',
    title: 'A draft includes a PUT whose preflight allows traceparent only',
    page: 'new-rum-rollout',
    request: asked,
    hops: [{ host: 'partner', preflight: allows('content-type, traceparent'), response: ready }],
    expected: { today: uncredentialed, cookies: crossSite, header: breaks('acah-lacks-trace-context') },
    seen: preflighted,
  },
  {
    id: 'new-rum-draft-x-dtc-only',
    title: 'An endpoint that is prepared for x-dtc alone would break',
    page: 'new-rum-rollout',
    request: asked,
    hops: [{ host: 'partner', preflight: allows('content-type, x-dtc'), response: ready }],
    expected: { today: uncredentialed, cookies: crossSite, header: breaks('acah-lacks-trace-context') },
    seen: preflighted,
  },
  {
    id: 'both-agents-all-headers',
    title: 'Both agents add their headers to one call, and all three are allowed',
    page: 'both-agents',
    request: { api: 'fetch' },
    hops: [
      {
        host: 'partner',
        path: 'tagged/traced/items',
        preflight: allows('x-dtc, traceparent, tracestate'),
        response: ready,
      },
    ],
    expected: { today: links('x-dtc-sent'), cookies: crossSite, header: links('x-dtc-sent') },
    seen: seen({ preflight: true, xDtc: true }),
  },
  {
    id: 'both-agents-one-refused',
    title: 'Both agents add their headers, and the endpoint is prepared for x-dtc alone',
    page: 'both-agents',
    request: { api: 'xhr' },
    hops: [
      {
        host: 'partner',
        path: 'tagged/traced/items',
        preflight: allowing(namedCors, { headers: 'x-dtc' }),
        response: answered(200, namedCors),
      },
    ],
    expected: {
      today: fails('acah-lacks-trace-context'),
      cookies: crossSite,
      header: fails('acah-lacks-trace-context'),
    },
    seen: seen({ failed: true, preflight: true, arrived: false }),
  },
  {
    id: 'both-agents-traced-only',
    title: 'Only the New RUM Experience’s pattern matches',
    page: 'both-agents',
    request: { api: 'xhr' },
    hops: [{ host: 'partner', path: traced, preflight: allows('traceparent, tracestate'), response: ready }],
    expected: {
      today: links('trace-context-sent'),
      cookies: crossSite,
      header: links('trace-context-sent'),
    },
    seen: preflighted,
  },
  {
    id: 'both-agents-neither',
    title: 'Neither pattern matches: the classic one’s is named',
    page: 'both-agents',
    request: { api: 'fetch' },
    hops: [{ host: 'partner', response: ready }],
    expected: { today: uncredentialed, cookies: crossSite, header: unlinked('regex-no-match') },
    seen: seen(),
  },
];
