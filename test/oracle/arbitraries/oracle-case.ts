import * as fc from 'fast-check';
import type { Header } from '../../../src/core';
import type { Answer, CallingPage, Frame, OracleCase, ScriptedCall, ServerHop } from '../world/case';
import { originOf, type HostName, type Scheme } from '../world/origins';
import { blockedPortLocation, finalAnswer, preflightAnswer, redirectAnswer } from './answers';
import { scriptedCall } from './call';

const path = fc.constantFrom('/', '/a', '/a/', '/a/b', '/ab');

interface HopDraft {
  readonly scheme: 'page' | Scheme;
  readonly host: HostName;
  readonly port: 'default' | 'other';
  readonly path: string;
  readonly preflight: ServerHop['preflight'];
  readonly redirect: ServerHop['response'];
}

const hopDraft: fc.Arbitrary<HopDraft> = fc.record({
  scheme: fc.oneof(
    { weight: 8, arbitrary: fc.constant('page' as const) },
    { weight: 1, arbitrary: fc.constantFrom('https', 'http') },
  ),
  host: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('api', 'partner', 'app') },
    { weight: 1, arbitrary: fc.constantFrom('shop', 'deep', 'tenant', 'neighbour', 'address') },
  ),
  port: fc.oneof(
    { weight: 8, arbitrary: fc.constant('default' as const) },
    { weight: 1, arbitrary: fc.constant('other' as const) },
  ),
  path,
  preflight: preflightAnswer,
  redirect: redirectAnswer,
});

interface PageDraft {
  readonly scheme: Scheme;
  readonly host: HostName;
  readonly frame: Frame['kind'];
  readonly frameHost: HostName;
}

const pageDraft: fc.Arbitrary<PageDraft> = fc.record({
  scheme: fc.constantFrom('https', 'http'),
  host: fc.oneof(
    { weight: 5, arbitrary: fc.constant('app' as const) },
    { weight: 1, arbitrary: fc.constant('tenant' as const) },
  ),
  frame: fc.oneof(
    { weight: 3, arbitrary: fc.constant('top' as const) },
    { weight: 1, arbitrary: fc.constantFrom('iframe', 'sandboxed') },
  ),
  frameHost: fc.constantFrom('api', 'partner', 'app'),
});

function callingPage({ scheme, host, frame, frameHost }: PageDraft): CallingPage {
  const origin = originOf(scheme, frameHost);
  return {
    topLevel: originOf(scheme, host),
    frame: frame === 'top' ? { kind: frame } : { kind: frame, origin },
  };
}

/** A call, its page, and the servers on its way; redirects 0 to 3. */
export const oracleCase: fc.Arbitrary<OracleCase> = fc
  .record({
    page: pageDraft,
    call: scriptedCall,
    hops: fc.oneof(
      { weight: 3, arbitrary: fc.array(hopDraft, { minLength: 1, maxLength: 1 }) },
      { weight: 2, arbitrary: fc.array(hopDraft, { minLength: 1, maxLength: 4 }) },
    ),
    final: finalAnswer,
  })
  .map(({ page, call, hops, final }) => {
    const schemes = hops.map(({ scheme }) => (scheme === 'page' ? page.scheme : scheme));
    return {
      page: callingPage(page),
      call,
      hops: hops.map((draft, index): ServerHop => {
        const scheme = schemes[index] ?? page.scheme;
        const isLast = index === hops.length - 1;
        return {
          origin: originOf(scheme, draft.host, draft.port),
          path: draft.path,
          preflight: draft.preflight,
          response: isLast ? final : redirectFor(call, draft.redirect, scheme === schemes[index + 1]),
        };
      }),
    };
  });

/**
 * Targets that are not what they are meant to be become plain ones. Firefox 153 never settles an XHR that is redirected to
 * a blocked port: there is no outcome to compare. A relative target keeps the scheme, and no port serves both.
 */
function redirectFor({ api }: ScriptedCall, answer: Answer, keepsScheme: boolean): Answer {
  if (answer === 'reset') return answer;
  const isMeant = (value: string) =>
    value === blockedPortLocation ? api === 'fetch' : value !== '{next:relative}' || keepsScheme;
  const headers = answer.headers.map(([name, value]): Header => [name, isMeant(value) ? value : '{next}']);
  return { ...answer, headers };
}
