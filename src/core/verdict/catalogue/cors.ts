import type { ReasonText } from './reason-text';

/** The Fetch standard's CORS check and CORS-preflight fetch. */
export const corsReasons = {
  'acao-missing': {
    title: 'Access-Control-Allow-Origin is missing',
    cause:
      'A cross-origin response is readable only if it names the page’s origin (or * without credentials).',
    fix: 'Answer with Access-Control-Allow-Origin: <the page’s origin>, on the preflight and on the actual response.',
    source: 'Fetch, CORS check',
  },
  'acao-mismatch': {
    title: 'Access-Control-Allow-Origin names another origin',
    cause:
      'The value is compared byte by byte with the page’s origin: no patterns, no lists, no trailing slash.',
    fix: 'Answer with exactly the page’s origin; take it from the Origin header and check it against a list.',
    source: 'Fetch, CORS check',
  },
  'acao-multiple': {
    title: 'Access-Control-Allow-Origin is there more than once',
    cause:
      'Several lines are joined with a comma, and the joined value can never match, even if each line is right.',
    fix: 'Set the header in one place only: application or proxy, not both.',
    source: 'Fetch, CORS check; get, header list',
  },
  'acao-wildcard-credentialed': {
    title: 'Access-Control-Allow-Origin is * on a credentialed call',
    cause: 'With credentials the wildcard stops working: the origin must be named.',
    fix: 'Answer with the page’s origin instead of *, and add Vary: Origin.',
    source: 'Fetch, CORS check',
  },
  'acac-missing': {
    title: 'Access-Control-Allow-Credentials is missing',
    cause:
      'A credentialed call needs Access-Control-Allow-Credentials: true on the preflight and on the response.',
    fix: 'Answer with Access-Control-Allow-Credentials: true.',
    source: 'Fetch, CORS check',
  },
  'acac-not-true': {
    title: 'Access-Control-Allow-Credentials is not “true”',
    cause: 'Only the lower-case value true counts; True, "true" or 1 do not.',
    fix: 'Answer with exactly Access-Control-Allow-Credentials: true.',
    source: 'Fetch, CORS check',
  },
  'origin-tainted': {
    title: 'A redirect made the origin “null”',
    cause:
      'Once a cross-origin URL redirects to another origin the browser sends Origin: null; the final answer must allow null or, without credentials, *.',
    fix: 'Let the page call the final URL directly, or answer with Access-Control-Allow-Origin: * where no credentials are sent.',
    source: 'Fetch, HTTP-redirect fetch; serializing a request origin',
  },
  'preflight-status': {
    title: 'The preflight’s status is not 2xx',
    cause: 'The browser accepts a preflight only with status 200 to 299, whatever its headers say.',
    fix: 'Answer OPTIONS with 204 before authentication, routing and CSRF filters.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'preflight-redirected': {
    title: 'The preflight was redirected',
    cause: 'A redirected preflight always fails.',
    fix: 'Answer OPTIONS at the URL itself: no redirect to https, to a trailing slash or to a login.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'preflight-no-answer': {
    title: 'The preflight got no answer',
    cause: 'The connection failed or was closed before an answer to OPTIONS came.',
    fix: 'Let OPTIONS through firewall, gateway and proxy, and answer it.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'acam-lacks-method': {
    title: 'Access-Control-Allow-Methods lacks the method',
    cause: 'The method is compared case-sensitively; GET, HEAD and POST need no entry.',
    fix: 'Add the method to Access-Control-Allow-Methods of the preflight, in the case in which the page sends it.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'acam-wildcard-credentialed': {
    title: 'Access-Control-Allow-Methods is * on a credentialed call',
    cause: 'With credentials * is just a method called “*”.',
    fix: 'List the methods by name.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'acam-malformed': {
    title: 'Access-Control-Allow-Methods is malformed',
    cause:
      'One member that is no token makes the whole list invalid, and the call fails even if the list was not needed.',
    fix: 'Use a comma-separated list of plain method names.',
    source: 'Fetch, extracting header list values',
  },
  'acah-malformed': {
    title: 'Access-Control-Allow-Headers is malformed',
    cause:
      'One member that is no token (a space inside, quotes, a parameter) makes the whole list invalid, and the call fails.',
    fix: 'Use a comma-separated list of plain header names.',
    source: 'Fetch, extracting header list values',
  },
  'acah-lacks-x-dtc': {
    title: 'Access-Control-Allow-Headers lacks x-dtc',
    cause:
      'The agent’s header makes the browser ask first; an answer that does not list x-dtc makes the call fail.',
    fix: 'Add x-dtc to Access-Control-Allow-Headers of the preflight’s answer.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'acah-lacks-trace-context': {
    title: 'Access-Control-Allow-Headers lacks traceparent or tracestate',
    cause:
      'Trace context makes the browser ask first; an answer that does not list both names makes the call fail.',
    fix: 'Add traceparent and tracestate to Access-Control-Allow-Headers of the preflight’s answer.',
    source: 'Fetch, CORS-preflight fetch; Dynatrace docs, frontend-backend linking',
  },
  'acah-lacks-header': {
    title: 'Access-Control-Allow-Headers lacks a header of the call',
    cause: 'Every header that is not CORS-safelisted must be listed (case does not matter).',
    fix: 'Add the header’s name to Access-Control-Allow-Headers of the preflight’s answer.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'acah-wildcard-credentialed': {
    title: 'Access-Control-Allow-Headers is * on a credentialed call',
    cause: 'With credentials * is just a header called “*”.',
    fix: 'List the headers by name, those of the agent among them.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'acah-wildcard-authorization': {
    title: 'Access-Control-Allow-Headers: * does not cover Authorization',
    cause:
      'By the standard Authorization must be listed by name; Chrome and Firefox still accept * and warn.',
    fix: 'Add authorization to Access-Control-Allow-Headers by name.',
    source: 'Fetch, CORS non-wildcard request-header name',
  },
} as const satisfies Record<string, ReasonText>;
