import type { Action } from './actions';
import { booleanOf, regexOf, type Config } from './config';
import type { RumCookies } from './cookies';

export type HeaderField = readonly [name: string, value: string];

/** What the rules for one call look at. */
export interface TaggingContext {
  readonly config: Config;
  /** The minor version of the agent: 337 is 1.337. */
  readonly minor: number;
  readonly cookies: RumCookies;
  readonly frameId: string;
}

const serverId = '-11';

/** `<server>$<frame>h<action>v<visit>e0`; an idle page has `h-`. */
export function pageContext({ frameId, cookies }: TaggingContext, action: Action | null): string {
  return `${serverId}$${frameId}h${action?.id ?? '-'}v${cookies.visitId}e0`;
}

/** The headers that the agent adds to a call, by the URL as the script passed it. */
export function headersFor(
  context: TaggingContext,
  url: string,
  action: Action | null,
): readonly HeaderField[] {
  const { config, minor } = context;
  if (url.startsWith('data:')) return [];
  // 1.255 tries the raw text only; 1.285 and later the absolute URL too. Between them nobody has looked: taken as new.
  const texts = minor <= 255 ? [url] : [url, absolute(url) ?? url];
  const matches = (key: string): boolean => {
    const regex = regexOf(config, key);
    return regex !== null && texts.some((text) => regex.test(text));
  };
  if (matches('xhb')) return [];
  const excluded = matches('xb');
  const joined = excluded ? null : action;
  const headers: HeaderField[] = [];
  if (matches('chw')) headers.push(['x-dtc', correlationValue(context, joined)]);
  if (isCrossOrigin(url)) return headers;
  if (!booleanOf(config, 'dpch')) {
    if (excluded) headers.push(['x-dtpc', 'ignore']);
    else if (joined) headers.push(['x-dtpc', pageContext(context, joined)]);
  }
  if (joined && joined.pageUrl !== location.href.replace(/#.*$/, ''))
    headers.push(['x-dtreferer', joined.pageUrl]);
  return headers;
}

/** Resolved against the document's base; `null`: no URL. */
export function absolute(url: string): string | null {
  return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : null;
}

/** The agent's own test: against `location`, not the base; what is not http(s) counts as same origin. */
export function isCrossOrigin(url: string): boolean {
  if (!URL.canParse(url, location.href)) return false;
  const { protocol, origin } = new URL(url, location.href);
  return /^https?:$/.test(protocol) && origin !== location.origin;
}

function correlationValue(context: TaggingContext, action: Action | null): string {
  const { config, cookies } = context;
  return [
    `sn="${cookies.session}"`,
    ...(action ? [`pc="${pageContext(context, action)}"`] : []),
    `v="${cookies.visitor}"`,
    `app="${config['app'] ?? ''}"`,
    `r="${action?.pageUrl ?? ''}"`,
  ].join(', ');
}
