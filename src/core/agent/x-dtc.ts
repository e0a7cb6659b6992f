import { formatPageContext, parsePageContext } from './page-context';
import type { AgentVersion } from './profile';
import { parseSessionCookie, rumCookieNames } from './rum-cookies';
import { taggingRules } from './version';

/** The fields of an `x-dtc` value; `null`: not there. */
export interface XDtc {
  /** Session: `v_4_srv_<server>_sn_<session>`. */
  readonly sn: string | null;
  /** Page context; there only while a user action is open. */
  readonly pc: string | null;
  /** Visitor: `rxVisitor`. */
  readonly v: string | null;
  readonly app: string | null;
  /** Hybrid apps only. */
  readonly adk: string | null;
  /** Page URL of the user action; empty without one. */
  readonly r: string | null;
}

/**
 * Reads an `x-dtc` value. Values are not escaped, so `r` reaches from `r="` to the last quote. What a script's own value put
 * before it (browsers join both with a comma) is passed over. `null`: no field of the agent's is in it.
 */
export function parseXDtc(value: string): XDtc | null {
  const start = /(?:^|[,\s])r="/.exec(value);
  const end = value.lastIndexOf('"');
  const begin = start === null ? -1 : start.index + start[0].length;
  const r = begin === -1 || end < begin ? null : value.slice(begin, end);
  const head = start === null ? value : value.slice(0, start.index);
  const field = (name: string): string | null =>
    new RegExp(`(?:^|[,\\s])${name}="([^"]*)"`).exec(head)?.[1] ?? null;
  const parsed = { sn: field('sn'), pc: field('pc'), v: field('v'), app: field('app'), adk: field('adk'), r };
  return Object.values(parsed).some((part) => part !== null) ? parsed : null;
}

/** What the agent puts into `x-dtc`. */
export interface XDtcInput {
  /** Cookies of the page by name. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly postfix: string;
  readonly application: string;
  /** Page URL of the user action; `null`: none is open. */
  readonly actionUrl: string | null;
  readonly version: AgentVersion | null;
  /** `mhl`: longest value, in characters. */
  readonly maxLength?: number | undefined;
}

const defaultMaxLength = 4000;
const ellipsis = '...';

/**
 * The value that the agent would send with these cookies: `sn`, `pc` (with an action), `v`, `app`, `adk`, `r` in this order
 * (recorded, 1.239 to 1.329). Without a session cookie `sn` is empty, as the agent's is where it can set none.
 */
export function formatXDtc(input: XDtcInput): string {
  const { cookies, postfix, application, actionUrl, maxLength = defaultMaxLength } = input;
  const names = rumCookieNames(postfix);
  const session = parseSessionCookie(cookies[names.session] ?? '');
  const context = parsePageContext(cookies[names.pageContext] ?? '');
  const hasAction = actionUrl !== null && context !== null && context.action !== null;
  const fields = [
    `sn="v_4_srv_${session?.server.replace(/^-(?!2D)/, '-2D') ?? ''}_sn_${session?.session ?? ''}"`,
    ...(hasAction ? [`pc="${formatPageContext(context)}"`] : []),
    `v="${cookies[names.visitor] ?? ''}"`,
    `app="${application}"`,
    ...(cookies['dtAdk'] ? [`adk="${cookies['dtAdk']}"`] : []),
  ];
  const old = taggingRules(input.version).every((rules) => rules === 'old');
  const url = hasAction ? (old ? actionUrl : actionUrl.replace(/#.*$/s, '')) : '';
  const head = `${fields.join(', ')}, r="`;
  if (old) return cut(`${head}${url}"`, maxLength);
  return `${head}${cut(url, Math.max(0, maxLength - head.length - 1))}"`;
}

/** Up to 1.255 the whole value is cut, from 1.285 on only `r`, and a cut ends in three dots (recorded). */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, Math.max(0, length - ellipsis.length)) + ellipsis;
}
