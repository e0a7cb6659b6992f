import { isAgentBeacon } from '../agent/agent-beacon';
import { call, none } from './classification';
import type { Classification } from './classification';
import { classifyByHeaders } from './classify-by-headers';
import type { NetworkRecord } from './network-record';

/** Chromium's `_resourceType` (protocol type Network.ResourceType, lower-case). */
const byResourceType: Readonly<Record<string, Classification>> = {
  xhr: call('xhr'),
  fetch: call('fetch'),
  ping: call('beacon'),
  beacon: call('beacon'),
  eventsource: call('eventsource'),
  preflight: { kind: 'preflight' },
  document: none('navigation'),
  websocket: none('websocket'),
  webtransport: none('websocket'),
  stylesheet: none('subresource'),
  script: none('subresource'),
  image: none('subresource'),
  media: none('subresource'),
  font: none('subresource'),
  texttrack: none('subresource'),
  manifest: none('subresource'),
  prefetch: none('browser'),
  'signed-exchange': none('browser'),
  signedexchange: none('browser'),
  cspviolationreport: none('browser'),
  'csp-violation-report': none('browser'),
};

/**
 * What a record is: a call of the page, a preflight, or neither. Chromium says it; everywhere else the request's headers
 * and the answer's type tell.
 */
export function classify(record: NetworkRecord): Classification {
  if (/^wss?:/i.test(record.url)) return none('websocket');
  if (!/^https?:/i.test(record.url)) return none('not http');
  if (isPreflight(record)) return { kind: 'preflight' };
  if (isAgentBeacon(record)) return call('agent-beacon');
  const { resourceType } = record;
  const told =
    resourceType !== null && Object.hasOwn(byResourceType, resourceType)
      ? byResourceType[resourceType]
      : undefined;
  return told ?? classifyByHeaders(record);
}

/** Only the browser can set `Access-Control-Request-Method`: a script's own OPTIONS call has none. */
function isPreflight(record: NetworkRecord): boolean {
  return (
    record.resourceType === 'preflight' ||
    (record.method === 'OPTIONS' && record.named.requestedMethod !== null)
  );
}
