/** A user action in a page: what `x-dtpc`, the `pc` of `x-dtc` and `dtPC` hold. */
export interface PageContext {
  /** Server id; negative: given by the browser. */
  readonly server: string;
  /** Frame id; a beacon's `fId`. */
  readonly frame: string;
  /** Number of the action, the second field of the beacon's `a` entries; `null`: none is open (`h-`). */
  readonly action: string | null;
  readonly visit: string;
}

/** `<server>$<frame>h<action>v<visit>[e0]` (agents 1.219 to 1.337). */
const form = /^(-?\d+)\$(\d+_\d+)h(\d+|-)(?:p-?\d+\$\d+_\d+h(?:\d+|-))*v([A-Za-z]+-\d+)(?:e\d+)?$/;

/** Reads a page context; of a `dtPC` that names several frames the first. `null`: another form, such as `ignore`. */
export function parsePageContext(text: string): PageContext | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, server = '', frame = '', action = '', visit = ''] = match;
  return { server, frame, action: action === '-' ? null : action, visit };
}

/** The page context as the agent writes it into headers. */
export function formatPageContext({ server, frame, action, visit }: PageContext): string {
  return `${server}$${frame}h${action ?? '-'}v${visit}e0`;
}

/** The value of `x-dtpc`. `ignore`: the request is excluded from user actions (`xb`). */
export type XDtpc = { readonly kind: 'ignore' } | { readonly kind: 'context'; readonly context: PageContext };

/** Reads `x-dtpc`; `null`: neither `ignore` nor a page context. */
export function parseXDtpc(value: string): XDtpc | null {
  const text = value.trim();
  if (text === 'ignore') return { kind: 'ignore' };
  const context = parsePageContext(text);
  return context && { kind: 'context', context };
}
