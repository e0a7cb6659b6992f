import { call, none } from './classification';
import type { Classification } from './classification';
import type { NetworkRecord } from './network-record';

const SUBRESOURCE_TYPE =
  /^(?:image|font|audio|video)\/|^text\/css$|(?:java|ecma)script$|^application\/(?:x-)?font|^application\/vnd\.ms-fontobject$|^application\/wasm$/;

/** What a record is where the log does not say it: Firefox, proxies, Playwright. */
export function classifyByHeaders(record: NetworkRecord): Classification {
  const { named } = record;
  if (named.upgrade?.toLowerCase() === 'websocket' || record.response?.status === 101)
    return none('websocket');
  if (named.secPurpose?.startsWith('prefetch') === true) return none('browser');
  if (named.secFetchMode === 'navigate' || named.upgradeInsecureRequests === '1') return none('navigation');
  switch (named.secFetchDest) {
    case null:
      return classifyWithoutMetadata(record);
    case 'empty':
      return call(scriptApi(record));
    case 'document':
    case 'iframe':
    case 'frame':
    case 'object':
    case 'embed':
      return none('navigation');
    case 'report':
      return none('browser');
    default:
      return none('subresource');
  }
}

/** Fetch metadata is sent to https and loopback only, and old tools strip it: `Accept`, what only scripts do, and the answer's type are left. */
function classifyWithoutMetadata(record: NetworkRecord): Classification {
  const accept = record.named.accept?.toLowerCase() ?? '';
  if (accept.startsWith('text/html,')) return none('navigation');
  if (
    accept.startsWith('image/') ||
    accept.startsWith('text/css,') ||
    accept.startsWith('application/font')
  ) {
    return none('subresource');
  }
  if (accept.startsWith('video/') || accept.startsWith('audio/')) return none('subresource');
  if (onlyScriptsDo(record)) return call(scriptApi(record));
  if (SUBRESOURCE_TYPE.test(record.mimeType)) return none('subresource');
  if (accept === '' && record.mimeType === 'text/html') return none('navigation');
  return call(scriptApi(record));
}

/** Elements send GET only and no headers of their own. */
function onlyScriptsDo(record: NetworkRecord): boolean {
  if (record.method !== 'GET' && record.method !== 'HEAD') return true;
  if (record.named.requestedWith !== null || record.named.contentType !== null) return true;
  return record.requestHeaders.some(([name]) => /^(?:authorization|x-dtc|x-dtpc|traceparent)$/i.test(name));
}

/** `script`: XHR or fetch, the headers of the two are alike. */
function scriptApi({ method, named }: NetworkRecord): 'script' | 'beacon' | 'eventsource' {
  if (method === 'POST' && named.contentType?.toLowerCase().startsWith('text/ping') === true) return 'beacon';
  if (method === 'GET' && named.accept?.toLowerCase() === 'text/event-stream') return 'eventsource';
  return 'script';
}
