import type { HookTrialEffect } from '../core/exchange/hook-call';
import type { FetchArguments, NotedFetch } from './fetch-arguments';
import { containerKind } from './given-headers';
import { create, eachHeader, hasHeader, NativeHeaders, setHeader } from './natives';
import type { TrialInForce } from './trial-in-force';

export interface ChangedFetch {
  readonly effect: HookTrialEffect;
  /** `null`: as the page passed them. */
  readonly args: readonly unknown[] | null;
}

const unchanged = (effect: HookTrialEffect): ChangedFetch => ({ effect, args: null });
const notPossible = (why: string): ChangedFetch => unchanged({ kind: 'not-possible', why });

/**
 * The arguments with one thing changed. The page's own objects stay as they are: a new init inherits every other member
 * from the page's, so that the browser reads them where the page put them.
 */
export function changedFetch(
  noted: NotedFetch,
  { mode, credentials }: FetchArguments,
  args: readonly unknown[],
  trial: TrialInForce,
): ChangedFetch {
  return trial.route === 'cookies'
    ? madeCredentialed(noted, credentials, args)
    : tagged(noted, mode, args, trial);
}

function madeCredentialed(
  noted: NotedFetch,
  credentials: FetchArguments['credentials'],
  args: readonly unknown[],
): ChangedFetch {
  if (credentials === 'include') return unchanged({ kind: 'already' });
  return {
    effect: { kind: 'made-credentialed' },
    args: withMember(noted, args, 'credentials', 'include'),
  };
}

/** Where the agent would not get its header through, the trial does not either. */
function tagged(
  noted: NotedFetch,
  mode: FetchArguments['mode'],
  args: readonly unknown[],
  trial: TrialInForce,
): ChangedFetch {
  const { request, container } = noted;
  if (mode === 'no-cors') return notPossible('The browser drops x-dtc from no-cors calls.');
  if (hasXDtc(noted.headers)) return unchanged({ kind: 'already' });
  if (container === 'array') return notPossible('The agent cannot tag headers that are given as an array.');
  if (request !== null && container !== 'none') {
    return notPossible('The agent tags the Request, whose headers init.headers replaces.');
  }
  if (noted.frozen === 'headers') return notPossible('The agent cannot tag frozen headers.');
  if (container === 'other')
    return notPossible('These headers cannot be read without running code of the page.');
  const headers = withXDtc(noted, trial.headerValue());
  return { effect: { kind: 'header-added' }, args: withMember(noted, args, 'headers', headers) };
}

function hasXDtc(headers: unknown): boolean {
  switch (containerKind(headers)) {
    case 'headers':
      return hasHeader(headers as Headers, 'x-dtc');
    case 'object':
      return hasHeader(new NativeHeaders(headers as Record<string, string>), 'x-dtc');
    default:
      return false;
  }
}

function withXDtc({ request, headers, container }: NotedFetch, value: string): HeadersInit {
  // as the browser reads a record: its own enumerable properties, once
  if (container === 'object') return { ...(headers as Record<string, string>), 'x-dtc': value };
  const copy = new NativeHeaders();
  if (container === 'headers' || request !== null) {
    eachHeader(headers as Headers, (each, name) => setHeader(copy, name, each));
  }
  setHeader(copy, 'x-dtc', value);
  return copy;
}

function withMember(
  { input, init }: NotedFetch,
  args: readonly unknown[],
  name: string,
  value: unknown,
): readonly unknown[] {
  const changed = create(init, {
    [name]: { value, enumerable: true, configurable: true, writable: true },
  }) as object;
  return args.length > 2 ? [input, changed, ...args.slice(2)] : [input, changed];
}
