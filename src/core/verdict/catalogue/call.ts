import type { ReasonText } from './reason-text';

/** What kind of call it is and how it went, apart from CORS. */
export const callReasons = {
  'call-fails': {
    title: 'The call fails today',
    cause: 'The browser refuses or cannot complete the call as it is, so nothing can link.',
    fix: 'Mend the call first; the rule that failed is named beside this.',
    source: 'Fetch',
  },
  'network-error': {
    title: 'The call failed, and no rule seen here explains it',
    cause: 'No answer arrived: connection, DNS, certificate, an abort, a blocker or the server itself.',
    fix: 'Look at the browser’s console and Network panel for this request.',
    source: 'Fetch, network error',
  },
  'mixed-content': {
    title: 'Mixed content',
    cause: 'An https page may not call an http address; the browser stops the call before any preflight.',
    fix: 'Call the endpoint over https.',
    source: 'Mixed Content',
  },
  'url-refused': {
    title: 'The browser refuses this URL',
    cause:
      'It is no valid http(s) URL, or it holds user and password, which fetch() does not accept: nothing is sent.',
    fix: 'Mend the URL.',
    source: 'Fetch, Request constructor; XMLHttpRequest, open()',
  },
  'bad-port': {
    title: 'A port that browsers block',
    cause: 'Browsers do not connect to ports of other well-known protocols, such as 25 or 6667.',
    fix: 'Serve the endpoint on another port.',
    source: 'Fetch, port blocking',
  },
  'same-origin-mode': {
    title: 'mode: same-origin on a cross-origin URL',
    cause: 'The browser refuses such a call without sending anything.',
    fix: 'Use mode: cors.',
    source: 'Fetch, main fetch',
  },
  'forbidden-method': {
    title: 'The method is forbidden to scripts',
    cause: 'CONNECT, TRACE and TRACK cannot be sent by a script.',
    fix: null,
    source: 'Fetch, forbidden method',
  },
  'no-cors-method': {
    title: 'mode: no-cors permits GET, HEAD and POST only',
    cause: 'The browser refuses other methods in this mode.',
    fix: 'Use mode: cors.',
    source: 'Fetch, Request constructor',
  },
  'redirect-credentials-in-url': {
    title: 'A redirect leads to a URL with user and password',
    cause: 'A CORS request may not be redirected to a URL that includes credentials.',
    fix: 'Redirect to a URL without user:password@.',
    source: 'Fetch, HTTP-redirect fetch',
  },
  'redirect-not-http': {
    title: 'A redirect leads away from http(s)',
    cause: 'The browser follows redirects of XHR and fetch to http and https only.',
    fix: 'Redirect to an http(s) URL.',
    source: 'Fetch, HTTP-redirect fetch',
  },
  'too-many-redirects': {
    title: 'More than 20 redirects',
    cause: 'The browser gives up after 20.',
    fix: 'Remove the redirect loop.',
    source: 'Fetch, HTTP-redirect fetch',
  },
  'redirect-stream-body': {
    title: 'A redirect of a call whose body is a stream',
    cause: 'A ReadableStream cannot be sent twice, so the browser follows no redirect but 303.',
    fix: 'Call the final URL directly, or send a body that is no stream.',
    source: 'Fetch, HTTP-redirect fetch',
  },
  'preflight-never-links': {
    title: 'A preflight can never be linked',
    cause:
      'The browser sends it without cookies and without x-dtc; only the actual request can carry context.',
    fix: null,
    source: 'Fetch, CORS-preflight fetch',
  },
  beacon: {
    title: 'sendBeacon is not captured',
    cause: 'The agent does not instrument navigator.sendBeacon; it has no user action and gets no header.',
    fix: null,
    source: 'RUM agent 1.219 to 1.337',
  },
  worker: {
    title: 'Made by a worker',
    cause: 'The agent does not run in workers: such a call belongs to no user action and gets no header.',
    fix: null,
    source: 'RUM agent 1.219 to 1.337',
  },
  eventsource: {
    title: 'EventSource is not captured',
    cause: 'The agent does not instrument EventSource; it has no user action and gets no header.',
    fix: null,
    source: 'RUM agent 1.219 to 1.337',
  },
  element: {
    title: 'Loaded by an element',
    cause: 'Images, scripts and frames are not XHR or fetch; the agent adds no header to them.',
    fix: null,
    source: 'RUM agent 1.219 to 1.337',
  },
  'agent-beacon': {
    title: 'The agent’s own beacon',
    cause: 'The RUM agent sends its data by saved native functions and never tags it.',
    fix: null,
    source: 'RUM agent 1.239 to 1.337',
  },
  'altered-by-trial': {
    title: 'A live trial altered this call',
    cause: 'It was made with the trial’s change: what it would be without was not seen here.',
    fix: 'Stop the trial and load the page again.',
    source: 'Crosslink, live trial',
  },
  'service-worker-answer': {
    title: 'A service worker answered',
    cause: 'No request reached the server, so there is no trace to link to.',
    fix: null,
    source: 'Fetch, HTTP fetch',
  },
} as const satisfies Record<string, ReasonText>;
