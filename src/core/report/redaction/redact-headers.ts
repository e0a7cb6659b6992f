import { hasAgentEntry } from '../../agent/trace-context';
import { parseXDtc } from '../../agent/x-dtc';
import type { Header } from '../../fetch/types';
import { redactText } from './redact-text';
import { redactUrl } from './redact-url';
import { isSecretName, looksSecret, mask } from './secret-shape';

/** Headers whose value as a whole is no secret of the user, although its name or look says so. */
const harmless: ReadonlySet<string> = new Set([
  'etag',
  'if-none-match',
  'server-timing',
  'vary',
  'www-authenticate',
  'content-security-policy',
  'content-security-policy-report-only',
  'strict-transport-security',
  'user-agent',
]);

/** Identifiers of one session or one trace: the whole value goes. */
const identifiers: ReadonlySet<string> = new Set([
  'x-dtpc',
  'traceparent',
  'x-dtreferer',
  'b3',
  'x-b3-traceid',
  'x-b3-spanid',
  'x-b3-parentspanid',
  'baggage',
  'sentry-trace',
  'uber-trace-id',
  'x-amzn-trace-id',
  'x-cloud-trace-context',
  // where pages put tokens, for want of a header of their own
  'sec-websocket-protocol',
]);

const urls: ReadonlySet<string> = new Set([
  'location',
  'content-location',
  'referer',
  'origin',
  'access-control-allow-origin',
]);

/** A header without the secrets in its value: what kind of thing it is (scheme, cookie names, attributes) stays. */
export function redactHeader([name, value]: Header): Header {
  return [name, redactHeaderValue(name.trim().toLowerCase(), value)];
}

export function redactHeaders(headers: readonly Header[]): Header[] {
  return headers.map(redactHeader);
}

function redactHeaderValue(name: string, value: string): string {
  if (value === '') return value;
  switch (name) {
    case 'cookie':
      return value.split(';').map(redactCookiePair).join('; ');
    case 'set-cookie':
      return redactSetCookie(value);
    case 'x-dtc':
      return redactXDtc(value);
    case 'tracestate':
      return hasAgentEntry(value) ? `${mask}@dtr=${mask}` : mask;
    case 'authorization':
    case 'proxy-authorization':
      return value.replace(
        /^(\s*[\w-]+\s+)?[\s\S]*$/,
        (_, scheme: string | undefined) => `${scheme ?? ''}${mask}`,
      );
  }
  if (identifiers.has(name)) return mask;
  if (urls.has(name)) return redactUrl(value);
  const isHarmless = name.startsWith('access-control-') || name.startsWith('sec-ch-') || harmless.has(name);
  if (!isHarmless && (isSecretName(name) || name.includes('cookie') || looksSecret(value))) return mask;
  return redactText(value);
}

function redactCookiePair(pair: string): string {
  const equals = pair.indexOf('=');
  if (equals === -1) return mask;
  return equals === pair.length - 1 ? pair.trim() : `${pair.slice(0, equals).trim()}=${mask}`;
}

/** Name and attributes stay: they decide whether the cookie would be sent. */
function redactSetCookie(value: string): string {
  const [pair = '', ...attributes] = value.split(';');
  const kept = attributes
    .map((attribute) => attribute.trim())
    .map((attribute) =>
      /^(?:domain|path|expires|max-age|samesite)=|^(?:secure|httponly|partitioned)$/i.test(attribute)
        ? redactText(attribute)
        : mask,
    );
  return [redactCookiePair(pair), ...kept].join('; ');
}

/** Whether there is a session and a page context stays to be seen; that is what a verdict looks at. */
function redactXDtc(value: string): string {
  const parsed = parseXDtc(value);
  if (parsed === null) return mask;
  const fields: string[] = [];
  const { sn, pc, v, app, adk, r } = parsed;
  if (sn !== null)
    fields.push(`sn="${sn === '' || sn.endsWith('_sn_') ? 'v_4_srv__sn_' : `v_4_srv_${mask}_sn_${mask}`}"`);
  for (const [name, field] of [
    ['pc', pc],
    ['v', v],
    ['app', app],
    ['adk', adk],
    ['r', r],
  ] as const) {
    if (field !== null) fields.push(`${name}="${field === '' ? '' : mask}"`);
  }
  return fields.join(', ');
}
