import { headerNames } from '../../../core';
import type { Difference, HeaderSet, TrialMode, TrialRoute, Untried } from '../../../core';
import type { LeftAlone, TrialOver, TrialPlan } from '../../store/trial/types';

export const routeTitles: Readonly<Record<TrialRoute, string>> = { header: 'Header', cookies: 'Cookies' };

/** `adds`: the headers in trial. */
export function routeMeaning(route: TrialRoute, adds: HeaderSet): string {
  if (route === 'cookies') return 'the calls are made credentialed, so that the RUM cookies go along';
  const [verb, object] = adds.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${headerNames(adds)} ${verb} added to the calls, as the agent would add ${object}`;
}

/** Which calls the agent's patterns pick. */
export function matchedMeaning({
  adds,
  pattern,
  exclusions,
}: Pick<TrialPlan, 'adds' | 'pattern' | 'exclusions'>): string {
  const every = pattern === '' ? 'no pattern is set: every cross-origin call' : null;
  if (adds.includes('x-dtc')) return every ?? 'by the pattern above';
  const picked = every ?? 'by the inclusions';
  return exclusions === null ? picked : `${picked}, less the exclusions`;
}

export const modeWords: Readonly<Record<TrialMode, { readonly title: string; readonly meaning: string }>> = {
  guarded: {
    title: 'Guarded',
    meaning: 'only endpoints that are known to accept it; the page keeps working',
  },
  strict: {
    title: 'Strict',
    meaning: 'as production would behave: a call to an endpoint that refuses it fails',
  },
  'as-if-fixed': {
    title: 'As if fixed',
    meaning:
      'the servers’ answers are mended on their way to the browser, as if they were configured already',
  },
};

/** The documented conditions, to be confirmed once per site and headers. */
export function conditionsFor(adds: HeaderSet): readonly string[] {
  return [
    'Linking by header is optional: same-origin calls link without it.',
    `The endpoints are prepared: their preflights allow ${headerNames(adds)}, or I accept that calls to others fail.`,
    'A wrongly configured endpoint breaks this page for me while the trial runs.',
    'This is a test environment, or I know what I do on this page in production.',
  ];
}

export const leftAloneWords: Readonly<Record<LeftAlone, string>> = {
  'not-matched': 'not matched',
  'not-ticked': 'not ticked',
  unproven: 'not known to work',
  cannot: 'this route can’t apply',
};

export const overWords: Readonly<Record<TrialOver, string>> = {
  stopped: 'The trial was stopped.',
  'left-site': 'The trial ended because the tab went to another site.',
  'access-lost': 'The trial ended because site access was withdrawn.',
  'stopped-by-icon': 'The trial was stopped by the extension’s icon.',
};

/** Why a trial altered no call of an endpoint. */
export function untriedWords(untried: Untried): string {
  switch (untried.kind) {
    case 'already':
      return 'it was so without the trial';
    case 'not-matched':
      return 'the trial is not meant for it';
    case 'not-in-force':
      return 'its document began before the trial reached it: load the page again';
    case 'never-in-time':
      return 'made by a sandboxed frame without a URL of its own, which always begins before the trial can reach it';
    case 'unseen':
      return 'no report of the page hook: made by a worker, or in a frame that it cannot reach';
    case 'not-possible':
      return untried.why;
  }
}

/** What a difference between prediction and trial means. */
export const differenceWords: Readonly<Record<Difference, string>> = {
  answered: 'was not certain: the trial answers it',
  mended: 'would fail; in this trial its answers were mended',
  'not-by-agent': 'the agent on this page would not add it; the trial did',
  'answer-changed': 'not as predicted: the endpoint answers otherwise than when it was probed',
  unexpected: 'not as predicted',
};
