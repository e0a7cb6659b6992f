import type { ReasonText } from './reason-text';

/** What decides a route once call, CORS, site and agent are known. */
export const routeReasons = {
  'same-origin': {
    title: 'Same origin',
    cause: 'The browser sends the RUM cookies with every same-origin call that is not credentials: omit.',
    fix: null,
    source: 'Dynatrace docs, Link cross-origin XHR user actions',
  },
  'credentials-omit': {
    title: 'credentials: omit',
    cause: 'The page asked the browser to leave the cookies out.',
    fix: 'Use credentials: same-origin (the default) or include.',
    source: 'Fetch, credentials mode',
  },
  'cross-origin-uncredentialed': {
    title: 'Cross-origin, without credentials and without the agent’s headers',
    cause: 'Nothing of the RUM context reaches the endpoint.',
    fix: 'Make the call credentialed, or let the agent add its headers (x-dtc; New RUM Experience: traceparent and tracestate).',
    source: 'Dynatrace docs, Link cross-origin XHR user actions',
  },
  'cookies-sent': {
    title: 'The RUM cookies were sent',
    cause: 'The request carried dtCookie, and the response was accepted.',
    fix: null,
    source: 'Dynatrace docs, Link cross-origin XHR user actions',
  },
  'cookies-would-be-sent': {
    title: 'The RUM cookies would be sent, and the server accepts credentials',
    cause: 'Both hosts share the cookies’ domain; allow-origin is specific and allow-credentials is true.',
    fix: 'Set withCredentials = true, or credentials: include, on this call.',
    source: 'Dynatrace docs, Link cross-origin XHR user actions',
  },
  'x-dtc-missing': {
    title: 'The agent should have added x-dtc, and it was not there',
    cause:
      'The deployed pattern matches and the agent captures such calls, but the request went out without the header.',
    fix: 'Look at how the script makes the call: an array of header pairs, a frozen object, a Request with init.headers, or another script that patched XMLHttpRequest.',
    source: 'RUM agent 1.219 to 1.337',
  },
  'trace-context-missing': {
    title: 'The agent should have added trace context, and it was not there',
    cause:
      'The deployed inclusions match and the New RUM Experience captures such calls, but the request went out without traceparent and tracestate.',
    fix: 'Look at how the script makes the call: an array of header pairs, a frozen object, a Request with init.headers, or another script that patched XMLHttpRequest.',
    source: 'RUM agent 1.337',
  },
  'x-dtc-sent': {
    title: 'x-dtc was sent and accepted',
    cause: 'The agent added x-dtc, and the endpoint accepted it.',
    fix: null,
    source: 'Dynatrace docs, Link cross-origin XHR user actions',
  },
  'trace-context-sent': {
    title: 'traceparent was sent and accepted',
    cause: 'The New RUM Experience added W3C trace context, and the endpoint accepted it.',
    fix: null,
    source: 'RUM agent 1.337',
  },
  'header-accepted': {
    title: 'The preflight allows the agent’s headers',
    cause:
      'An answer to OPTIONS was seen that lets the agent’s headers through (x-dtc; of the New RUM Experience traceparent and tracestate), and the response is readable.',
    fix: null,
    source: 'Fetch, CORS-preflight fetch',
  },
  'header-likely-accepted': {
    title: 'Likely: the server reflects the requested headers',
    cause:
      'Access-Control-Allow-Headers repeats what the browser asked for, so the agent’s headers would likely be repeated too.',
    fix: null,
    source: 'Fetch, CORS-preflight fetch',
  },
  'header-free': {
    title: 'Same origin: the agent’s headers cost nothing',
    cause: 'A same-origin call gets no preflight, whatever its headers.',
    fix: null,
    source: 'Fetch, main fetch',
  },
  'preflight-not-seen': {
    title: 'Nobody has asked the server yet',
    cause:
      'The agent’s headers would cause a preflight, and no OPTIONS of this endpoint was seen that asks for them; a cached one would not show.',
    fix: 'Probe the endpoint.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'adds-preflight': {
    title: 'The agent’s headers add a preflight',
    cause:
      'Today the browser calls without asking; with x-dtc, or traceparent and tracestate, it sends OPTIONS first, one more round trip unless cached.',
    fix: 'Answer preflights with Access-Control-Max-Age, so that browsers ask once and not each time.',
    source: 'Fetch, CORS-preflight fetch and cache',
  },
  'preflight-may-vary': {
    title: 'The preflight’s answer depends on what is asked',
    cause: 'The answer varies by Access-Control-Request-Headers, and the agent’s headers were not asked for.',
    fix: 'Probe the endpoint.',
    source: 'HTTP, Vary',
  },
  probed: {
    title: 'Probed: the endpoint was asked',
    cause:
      'The extension sent the preflight that the browser would send, with the agent’s headers among those asked for.',
    fix: null,
    source: 'Fetch, CORS-preflight fetch',
  },
  'preflight-refused-with-x-dtc': {
    title: 'Asked with the agent’s headers the endpoint refuses; without, nobody knows',
    cause:
      'The preflight of this call was not seen. A probe asked with the agent’s headers and was refused, which may be for them alone: what a question without them meets is not known.',
    fix: 'Make the call with devtools open and “Disable cache” ticked, so that its own preflight is seen.',
    source: 'Fetch, CORS-preflight fetch',
  },
  'response-not-seen': {
    title: 'The response was not seen',
    cause:
      'The log holds no answer to this request and no sign of a failure, or only a part of its headers: a 304 leaves out what the browser had kept, a service worker passes on what the page may read.',
    fix: 'Record the call again with the browser’s cache disabled and service workers bypassed.',
    source: 'HAR 1.2; RFC 9111, freshening stored responses',
  },
  'cookie-domain-unknown': {
    title: 'The RUM cookies’ domain is not known',
    cause:
      'Neither the configuration nor a Set-Cookie told the domain; by default the agent uses the registrable domain.',
    fix: null,
    source: 'RUM agent 1.337',
  },
  'other-frame': {
    title: 'Made by a frame of another origin',
    cause: 'Each frame needs its own agent; this one is judged as if it ran the same agent as the page.',
    fix: null,
    source: 'RUM agent 1.337',
  },
  'third-party-cookies': {
    title: 'Whether third-party cookies are sent is up to the user’s settings',
    cause: 'The page is embedded in another site: browsers block, partition or send such cookies by setting.',
    fix: null,
    source: 'RFC 6265bis; Storage Partitioning',
  },
  'assumed-current-agent': {
    title: 'Judged as if a current agent captured XHR and fetch',
    cause: 'There is no agent on the page yet.',
    fix: null,
    source: 'Dynatrace docs, RUM setup',
  },
} as const satisfies Record<string, ReasonText>;
