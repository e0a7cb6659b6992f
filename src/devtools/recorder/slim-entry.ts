import type { HarCallFrame, HarInitiator, HarStack } from '../../core/exchange/har';
import type { SlimEntry, SlimHeader, SlimTimings } from '../../protocol/slim-entry';

export type SlimResult =
  { readonly ok: true; readonly entry: SlimEntry } | { readonly ok: false; readonly problem: string };

/** Chromium's resource types that no script asked for by XHR, fetch, beacon or EventSource. */
const irrelevantTypes = new Set(['image', 'font', 'stylesheet', 'script', 'media', 'texttrack', 'manifest']);

const mostFrames = 8;
const mostAsyncParents = 3;

/** Whether the log should hold this request at all; Firefox does not say what made a request, so there all are held. */
export function isRelevant(entry: SlimEntry): boolean {
  return !irrelevantTypes.has(entry._resourceType ?? '');
}

/**
 * What of the browser's HAR entry is kept: no bodies, no parsed cookies and query, call stacks cut. The browser's object
 * is treated as untrusted; only an address, a method and a start are indispensable.
 */
export function slimEntry(raw: unknown): SlimResult {
  const source = record(raw);
  const request = record(source['request']);
  const response = record(source['response']);
  const url = text(request['url']);
  const method = text(request['method']);
  const startedDateTime = text(source['startedDateTime']);

  if (url === '') return problem('has no request URL');
  if (method === '') return problem(`has no request method: ${url.slice(0, 200)}`);
  if (Number.isNaN(Date.parse(startedDateTime))) return problem(`has no start time: ${url.slice(0, 200)}`);

  return {
    ok: true,
    entry: {
      ...optional({
        pageref: text(source['pageref']),
        _resourceType: text(source['_resourceType']),
        _error: text(source['_error']),
        _fromCache: text(source['_fromCache']),
        _priority: text(source['_priority']),
        _securityState: text(source['_securityState']),
        _initiator: slimInitiator(source['_initiator']),
        _fetchedViaServiceWorker: source['_fetchedViaServiceWorker'] === true,
      }),
      startedDateTime,
      time: number(source['time'], 0),
      request: { method, url, headers: headers(request['headers']) },
      response: {
        ...optional({
          _error: text(response['_error']),
          _fetchedViaServiceWorker: response['_fetchedViaServiceWorker'] === true,
          _serviceWorkerResponseSource: text(response['_serviceWorkerResponseSource']),
        }),
        status: number(response['status'], 0),
        statusText: text(response['statusText']),
        headers: headers(response['headers']),
        content: slimContent(response['content']),
        redirectURL: text(response['redirectURL']),
      },
      timings: timings(source['timings']),
    },
  };
}

function problem(what: string): SlimResult {
  return { ok: false, problem: `An entry of the browser’s network log ${what}.` };
}

/** Without the members that say nothing: an empty text, `false`, `undefined`. */
function optional<Members extends Record<string, unknown>>(members: Members): Partial<Members> {
  const told = Object.entries(members).filter(
    ([, value]) => value !== '' && value !== false && value !== undefined,
  );
  return Object.fromEntries(told) as Partial<Members>;
}

function slimInitiator(raw: unknown): HarInitiator | undefined {
  const source = record(raw);
  const type = text(source['type']);
  if (type === '') return undefined;
  const stack = slimStack(source['stack'], mostAsyncParents);
  return { type, url: text(source['url']), ...(stack !== null && { stack }) };
}

function slimStack(raw: unknown, parentsLeft: number): HarStack | null {
  const source = record(raw);
  const frames = source['callFrames'];
  if (!Array.isArray(frames)) return null;
  const callFrames = frames.slice(0, mostFrames).map((frame: unknown): HarCallFrame => {
    const { functionName, url } = record(frame);
    return { functionName: text(functionName), url: text(url) };
  });
  const parent = parentsLeft > 0 ? slimStack(source['parent'], parentsLeft - 1) : null;
  return { callFrames, ...(parent !== null && { parent }) };
}

function slimContent(raw: unknown): SlimEntry['response']['content'] {
  const source = record(raw);
  return { size: number(source['size'], 0), mimeType: text(source['mimeType']) };
}

function headers(raw: unknown): SlimHeader[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((header: unknown) => {
    const { name, value } = record(header);
    return typeof name === 'string' && typeof value === 'string' ? [{ name, value }] : [];
  });
}

function timings(raw: unknown): SlimTimings {
  const source = record(raw);
  const phase = (name: string): number => number(source[name], -1);
  return {
    blocked: phase('blocked'),
    dns: phase('dns'),
    connect: phase('connect'),
    ssl: phase('ssl'),
    send: phase('send'),
    wait: phase('wait'),
    receive: phase('receive'),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
