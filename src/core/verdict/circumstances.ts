import type { HookCall } from '../exchange/hook-call';
import type { Exchange, ExchangeHop } from '../exchange/types';
import { isForbiddenRequestHeader } from '../fetch/forbidden-header';
import { isRedirectStatus } from '../fetch/redirect-status';
import { isSafelistedByValue } from '../fetch/safelist';
import type { Header } from '../fetch/types';
import { mayBeProbed } from '../probe/probe-request';
import { remember } from '../site/remember';
import { scriptedHeaders } from './agent-call';
import { startedBeforeAgent } from './agent-gate';
import { requestedHeaderNames } from './observed-request';
import type { PageContext } from './page-context';
import { sessionCookieSent, wireHeader } from './wire-evidence';

/*
 * What the conclusions about a call depend on, piece by piece, for calls that are like most of a log: one request, answered, no
 * redirect. Of the URL they depend on scheme and authority and, beyond that, on what the agent's patterns say to it, which is
 * not among the pieces. Two calls of one page that agree in all pieces, and to whose URLs the agent says the same, come to the
 * same conclusions; `test/property/known-conclusions.test.ts` tries to prove the opposite.
 */

/** `undefined`: the call is not of this kind, or has something that does not fit into one piece. */
type Piece = string | number | boolean | object | null | undefined;

/** A page may make its headers and URLs as long as it likes. */
const longest = 2_000;

/** The pieces of a call; `null`: it has to be judged by itself. */
export function circumstances(exchange: Exchange, context: PageContext): readonly Piece[] | null {
  const [hop, ...others] = exchange.hops;
  if (others.length > 0 || !isPlain(exchange, hop) || !pageIsPlain(context)) return null;
  if (startedBeforeAgent(exchange, context) || mayBeProbed(exchange, context.probed)) return null;
  const found = piecesOf(exchange, hop);
  return found.every(isPiece) ? found : null;
}

function isPiece(piece: Piece): boolean {
  return piece !== undefined && (typeof piece !== 'string' || piece.length <= longest);
}

function piecesOf(exchange: Exchange, hop: ExchangeHop): readonly Piece[] {
  const { url, method, mode, hook } = exchange;
  const answered = hop.response?.headers;
  const permitted = hop.preflight?.response?.headers;
  return [
    hop.url === url ? authority(url) : undefined,
    hop.method === method ? method : undefined,
    textOf(hop.requestHeaders),
    exchange.api,
    exchange.initiatorOrigin,
    exchange.documentUrl,
    exchange.pageUrl,
    exchange.cookiesVisible,
    exchange.passedOnByServiceWorker ?? false,
    exchange.credentials,
    // a call that its mode forbids quotes its URL
    mode.known && mode.value === 'same-origin' ? undefined : mode,
    exchange.uploadListener,
    exchange.rawUrl.known,
    ...(hook === undefined ? [] : hookPieces(hook)),
    sessionCookieSent(hop),
    pageContextAbroad(exchange, hop),
    // confirms an answer whose headers are not shown
    hop.response?.status === 304,
    sole(answered, 'access-control-allow-origin'),
    sole(answered, 'access-control-allow-credentials'),
    requestedHeaderNames(hop)?.join(',') ?? null,
    hop.preflight && (hop.preflight.response?.status ?? 0),
    sole(permitted, 'access-control-allow-origin'),
    sole(permitted, 'access-control-allow-credentials'),
    sole(permitted, 'access-control-allow-methods'),
    sole(permitted, 'access-control-allow-headers'),
    sole(permitted, 'vary'),
  ];
}

function isPlain(exchange: Exchange, { response }: ExchangeHop): boolean {
  if (response === null || response.status === 0 || isRedirectStatus(response.status)) return false;
  return exchange.error === null && exchange.trial === undefined;
}

/** A page that the agent may ignore can be slow to tell. */
function pageIsPlain({ page, agent, cookiesHavePaths }: PageContext): boolean {
  if (cookiesHavePaths) return false;
  return page.matches === undefined || agent.config.values['ign'] === undefined;
}

/** What the agent's own code would see of a call, apart from its URL. */
function hookPieces(hook: HookCall): readonly Piece[] {
  const { agent, documentUrl, baseUrl, input, container, keepalive, frozen } = hook;
  return [
    agent,
    documentUrl,
    baseUrl,
    input,
    container,
    keepalive,
    frozen,
    // the agent's own headers differ from call to call and are not looked at
    ...scriptedHeaders(hook).flat(),
  ];
}

/** Scheme, authority and the slash that ends them; `undefined`: a URL of another form. */
function authority(url: string): string | undefined {
  if (!url.startsWith('https://') && !url.startsWith('http://')) return undefined;
  const end = url.indexOf('/', 'https://'.length);
  const found = url.slice(0, end + 1);
  return end < 0 || /[?#\\@]/.test(found) ? undefined : found;
}

/** The agent's page context: what it says is quoted where it has left its own origin. */
function pageContextAbroad({ initiatorOrigin, url }: Exchange, hop: ExchangeHop): string | null {
  return url.startsWith(`${initiatorOrigin}/`) ? null : wireHeader(hop, 'x-dtpc');
}

/** The value of a header of one line, `null` where it is missing; `undefined`: it has several lines. */
function sole(headers: readonly Header[] | undefined, wanted: string): string | null | undefined {
  let found: string | null = null;
  for (const [name, value] of headers ?? []) {
    if (name.length !== wanted.length || name.toLowerCase() !== wanted) continue;
    if (found !== null) return undefined;
    found = value;
  }
  return found;
}

/** Texts of header lists by the list: reading a log makes one list of those that are alike. */
const texts = new Map<readonly Header[], string>();
const textCapacity = 64;

/** The request headers that a script can have set, those that browsers or agents look into with their values. */
function textOf(headers: readonly Header[]): string {
  const known = texts.get(headers);
  if (known !== undefined) return known;
  const text = JSON.stringify(
    headers.flatMap(([name, value]): readonly (string | Header)[] => {
      if (isForbiddenRequestHeader(name, value)) return [];
      return valueMatters(name) ? [[name, value]] : [name];
    }),
  );
  if (texts.size >= textCapacity) texts.clear();
  texts.set(headers, text);
  return text;
}

const quoted: ReadonlySet<string> = new Set(['x-dtc', 'traceparent', 'tracestate']);

const valueMatters = remember(1_000, (name) => {
  const lower = name.toLowerCase();
  return isSafelistedByValue(lower) || quoted.has(lower);
});
