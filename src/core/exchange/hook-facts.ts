import { parseXDtc } from '../agent/x-dtc';
import { headersOfTrial } from './altered-call';
import { known, unknown } from './fact';
import type { HookCall } from './hook-call';
import type { Exchange, Fact } from './types';

// Most calls of a log agree in what is known of them: each fact is made once.
const told = {
  credentials: {
    omit: known('omit', 'page hook'),
    'same-origin': known('same-origin', 'page hook'),
    include: known('include', 'page hook'),
  },
  mode: {
    cors: known('cors', 'page hook'),
    'no-cors': known('no-cors', 'page hook'),
    'same-origin': known('same-origin', 'page hook'),
  },
  listens: known(true, 'page hook'),
  listensNot: known(false, 'page hook'),
  mayListen: unknown('the script asked for xhr.upload; the page hook cannot tell whether it still listens'),
} as const;

/**
 * The exchange with what the page hook saw of it. What went over the wire beats the hook, whose reports the page could
 * forge; the hook beats what was inferred.
 */
export function withHookFacts(exchange: Exchange, call: HookCall): Exchange {
  return {
    ...exchange,
    api: exchange.api === 'script' ? call.api : exchange.api,
    documentUrl: exchange.documentUrl ?? call.documentUrl,
    credentials: better(exchange.credentials, told.credentials[call.credentials]),
    mode: call.mode === 'navigate' ? exchange.mode : better(exchange.mode, told.mode[call.mode]),
    rawUrl: known(call.url, 'page hook'),
    uploadListener: uploadListenerFact(exchange.uploadListener, call.uploadListener),
    ...(call.trial === null ? {} : { trial: call.trial }),
    hook: call,
  };
}

function uploadListenerFact(fact: Fact<boolean>, reported: boolean | null): Fact<boolean> {
  if (reported !== null) return better(fact, reported ? told.listens : told.listensNot);
  return fact.known ? fact : told.mayListen;
}

function better<T>(fact: Fact<T>, reported: Fact<T>): Fact<T> {
  return fact.known && fact.source === 'network log' ? fact : reported;
}

/**
 * Whether a user action was open, as the agent's own header tells: the hook sits below the agent and sees what it adds. The
 * agent writes `pc` only while one is (recorded, 1.239 to 1.329).
 */
export function actionOpen(call: HookCall): Fact<boolean> {
  if (headersOfTrial(call).includes('x-dtc')) return unknown('x-dtc is the trial’s, not the agent’s');
  const value = call.headers.find(({ name }) => name.toLowerCase() === 'x-dtc')?.value ?? null;
  const xDtc = value === null ? null : parseXDtc(value);
  return xDtc === null
    ? unknown('the agent added no x-dtc that would tell')
    : known(xDtc.pc !== null, 'page hook');
}
