import type { HookTrialEffect } from '../core/exchange/hook-call';
import { containerKind } from './describe-value';
import type { FetchArguments } from './fetch-arguments';
import { create, eachHeader, hasHeader, isFrozen, NativeHeaders, setHeader } from './natives';
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
  read: FetchArguments,
  args: readonly unknown[],
  trial: TrialInForce,
): ChangedFetch {
  return trial.route === 'cookies' ? madeCredentialed(read, args) : tagged(read, args, trial);
}

function madeCredentialed(read: FetchArguments, args: readonly unknown[]): ChangedFetch {
  if (read.credentials === 'include') return unchanged({ kind: 'already' });
  return {
    effect: { kind: 'made-credentialed' },
    args: withMember(read, args, 'credentials', 'include'),
  };
}

/** Where the agent would not get its header through, the trial does not either. */
function tagged(read: FetchArguments, args: readonly unknown[], trial: TrialInForce): ChangedFetch {
  const own = read.ownHeaders;
  const container = containerKind(own);
  if (read.mode === 'no-cors') return notPossible('The browser drops x-dtc from no-cors calls.');
  if (hasXDtc(read.headers)) return unchanged({ kind: 'already' });
  if (container === 'array') return notPossible('The agent cannot tag headers that are given as an array.');
  if (read.request !== null && container !== 'none') {
    return notPossible('The agent tags the Request, whose headers init.headers replaces.');
  }
  if (typeof own === 'object' && own !== null && isFrozen(own)) {
    return notPossible('The agent cannot tag frozen headers.');
  }
  if (container === 'other')
    return notPossible('These headers cannot be read without running code of the page.');
  const headers = withXDtc(read, own, container, trial.headerValue());
  return { effect: { kind: 'header-added' }, args: withMember(read, args, 'headers', headers) };
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

function withXDtc(
  { request, headers }: FetchArguments,
  own: unknown,
  container: ReturnType<typeof containerKind>,
  value: string,
): HeadersInit {
  // as the browser reads a record: its own enumerable properties, once
  if (container === 'object') return { ...(own as Record<string, string>), 'x-dtc': value };
  const copy = new NativeHeaders();
  if (container === 'headers' || request !== null) {
    eachHeader(headers as Headers, (each, name) => setHeader(copy, name, each));
  }
  setHeader(copy, 'x-dtc', value);
  return copy;
}

function withMember(
  { input, init }: FetchArguments,
  args: readonly unknown[],
  name: string,
  value: unknown,
): readonly unknown[] {
  const changed = create(init, {
    [name]: { value, enumerable: true, configurable: true, writable: true },
  }) as object;
  return args.length > 2 ? [input, changed, ...args.slice(2)] : [input, changed];
}
