import type { HookTrialEffect } from '../core/exchange/hook-call';
import type { FetchArguments, NotedFetch } from './fetch-arguments';
import { containerKind } from './given-headers';
import { create, eachHeader, headerOf, isArray, lowerCase, NativeHeaders, setHeader } from './natives';
import { headersAdded, type TrialHeader } from './trial-headers';
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

/** Where the agent would not get its headers through, the trial does not either. */
function tagged(
  noted: NotedFetch,
  mode: FetchArguments['mode'],
  args: readonly unknown[],
  trial: TrialInForce,
): ChangedFetch {
  const { request, container } = noted;
  if (mode === 'no-cors') return notPossible('The browser drops such headers from no-cors calls.');
  const given = givenHeaders(noted.headers);
  const added = trial.headersFor((name) => (given === null ? null : headerOf(given, name)));
  if (!isArray(added)) return unchanged(added as HookTrialEffect);
  const cannot = (why: string): ChangedFetch => notPossible(why + trial.caveat);
  if (container === 'array') return cannot('The agent cannot tag headers that are given as an array.');
  if (request !== null && container !== 'none') {
    return cannot('The agent tags the Request, whose headers init.headers replaces.');
  }
  if (noted.frozen === 'headers') return cannot('The agent cannot tag frozen headers.');
  if (container === 'other')
    return notPossible('These headers cannot be read without running code of the page.');
  const headers =
    container === 'object' ? withProperties(noted.headers as object, added) : withHeaders(given, added);
  return { effect: headersAdded(added), args: withMember(noted, args, 'headers', headers) };
}

function givenHeaders(headers: unknown): Headers | null {
  switch (containerKind(headers)) {
    case 'headers':
      return headers as Headers;
    case 'object':
      return new NativeHeaders(headers as Record<string, string>);
    default:
      return null;
  }
}

/** A copy of the page's headers with these in the place of those of their names. */
function withHeaders(given: Headers | null, added: readonly TrialHeader[]): HeadersInit {
  const copy = new NativeHeaders();
  if (given !== null) eachHeader(given, (value, name) => setHeader(copy, name, value));
  for (let index = 0; index < added.length; index++) {
    const header = added[index] as TrialHeader;
    setHeader(copy, header[0], header[1]);
  }
  return copy;
}

/** The same of a record, whose names keep their case. */
function withProperties(record: object, added: readonly TrialHeader[]): HeadersInit {
  // as the browser reads a record: its own enumerable properties, once
  const copy = { ...record } as Record<string, string>;
  for (let index = 0; index < added.length; index++) {
    const header = added[index] as TrialHeader;
    for (const name in copy) if (lowerCase(name) === header[0]) delete copy[name];
    copy[header[0]] = header[1];
  }
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
