import type { ReasonText } from './reason-text';

/** What the RUM agent does with a call. */
export const agentReasons = {
  'no-agent': {
    title: 'No RUM agent on the page',
    cause: 'Without an agent there are no RUM cookies, no x-dtc and no user actions.',
    fix: 'Enable Real User Monitoring for this application (automatic injection or the JavaScript tag).',
    source: 'Dynatrace docs, RUM setup',
  },
  'appmon-agent': {
    title: 'AppMon agent',
    cause: 'The page runs a legacy AppMon agent; no x-dtc is known of it.',
    fix: 'Move the application to a OneAgent RUM agent.',
    source: 'AppMon 6/7 tags',
  },
  'new-rum-only': {
    title: 'Only the New RUM Experience runs',
    cause: 'It links by traceparent and tracestate and never adds x-dtc.',
    fix: 'Use the cross-origin URL pattern of frontend-backend linking, and allow traceparent and tracestate.',
    source: 'RUM agent 1.337',
  },
  'before-agent': {
    title: 'The call was made before the agent started',
    cause: 'A request, or an XHR object, from before the agent’s start is not captured.',
    fix: 'Load the agent earlier: a synchronous tag first in the head, not async or defer.',
    source: 'Dynatrace docs, snippet formats; RUM agent 1.219 to 1.337',
  },
  'agent-off': {
    title: 'The agent is switched off on this page',
    cause:
      'The page’s URL matches the configuration’s ignore rule, cookies are disabled, or a privacy setting holds the agent back.',
    fix: 'Change the exclusion rule of the application, or the privacy setting.',
    source: 'RUM agent 1.337, key ign; dT_.iAEPOO()',
  },
  'opt-in-missing': {
    title: 'Opt-in was not given',
    cause: 'In opt-in mode the agent sets no cookies and adds no headers until dtrum.enable() is called.',
    fix: 'Give consent on the page, then reload.',
    source: 'RUM agent 1.255 to 1.337, key coo',
  },
  'xhr-not-captured': {
    title: 'The agent does not capture XHR',
    cause: 'Module x is not among the agent’s modules, so it never touches an XMLHttpRequest.',
    fix: 'Switch on XHR capture: Capturing > Async web requests and SPAs.',
    source: 'RUM agent 1.219 to 1.337, featureHash',
  },
  'fetch-not-captured': {
    title: 'The agent does not capture fetch',
    cause: 'Module 7 is not among the agent’s modules, so it never touches fetch().',
    fix: 'Switch on fetch capture: Capturing > Async web requests and SPAs.',
    source: 'RUM agent 1.219 to 1.337, featureHash',
  },
  'capture-unknown': {
    title: 'It is not known whether the agent captures this kind of call',
    cause: 'The agent’s modules, or whether this was XHR, fetch or a beacon, could not be read.',
    fix: 'Open the panel on the live page, so that the running agent can be asked.',
    source: 'RUM agent, featureHash',
  },
  'regex-not-set': {
    title: 'No pattern for cross-origin calls is set',
    cause:
      '“Enable Real User Monitoring for cross-origin XHR calls” is empty, so the agent adds x-dtc to nothing.',
    fix: 'Enter a pattern that matches the endpoints that are prepared.',
    source: 'RUM agent, key chw',
  },
  'regex-no-match': {
    title: 'The pattern does not match this URL',
    cause: 'The agent adds x-dtc only where the pattern finds a match in the URL.',
    fix: 'Widen the pattern if this endpoint is prepared for x-dtc.',
    source: 'RUM agent, key chw',
  },
  'regex-invalid': {
    title: 'The pattern is no valid regular expression',
    cause: 'The agent swallows the error and switches the feature off without a word.',
    fix: 'Mend the pattern.',
    source: 'RUM agent, key chw',
  },
  'regex-too-slow': {
    title: 'The pattern takes too long on this URL',
    cause:
      'Matching was given up when its time was spent, so it is not known whether the pattern matches; in the page it would block the browser.',
    fix: 'Simplify the pattern: no nested or overlapping repetition such as (a+)+.',
    source: 'ECMAScript, RegExp matching by backtracking',
  },
  'regex-version-undecided': {
    title: 'This agent version’s way of matching is not known',
    cause:
      'Agents up to 1.255 test the URL as the script passed it, from 1.285 on also the absolute URL; in between it is not known.',
    fix: 'Use a pattern that matches both forms, or update the agent.',
    source: 'RUM agent 1.256 to 1.284',
  },
  'regex-raw-url-unknown': {
    title: 'The URL as the script passed it is not known',
    cause: 'This agent tests the text that the script passed; the network log shows the absolute URL only.',
    fix: 'Grant site access, so that the page hook sees the call.',
    source: 'RUM agent up to 1.255',
  },
  'origin-version-undecided': {
    title: 'What this agent version takes for same origin is not known',
    cause:
      'Agents up to 1.315 look for the page’s host and port in the text of the URL, 1.329 compares origins; they differ on this URL, and with it whether x-dtpc is added.',
    fix: 'Update the agent.',
    source: 'RUM agent 1.220 to 1.238, 1.316 to 1.328',
  },
  'excluded-by-xhb': {
    title: 'Excluded from correlation headers',
    cause: 'The URL matches the exclusion for correlation headers (xhb): the agent adds none at all.',
    fix: 'Remove the URL from that exclusion.',
    source: 'RUM agent 1.239 to 1.337, key xhb',
  },
  'no-cors': {
    title: 'mode: no-cors drops the agent’s header',
    cause: 'In this mode the browser removes every header that is not safelisted, without an error.',
    fix: 'Use mode: cors.',
    source: 'Fetch, request-no-cors guard',
  },
  'data-url': {
    title: 'A data: or blob: URL',
    cause: 'Nothing is sent over the network.',
    fix: null,
    source: 'Fetch, scheme fetch',
  },
  'headers-array': {
    title: 'init.headers is an array of pairs',
    cause: 'The agent writes x-dtc as a property of the array, and the browser does not send it.',
    fix: 'Pass the headers as an object or as Headers.',
    source: 'RUM agent 1.219 to 1.337',
  },
  'headers-frozen': {
    title: 'init or init.headers is frozen',
    cause: 'The agent cannot write its header into a frozen object.',
    fix: 'Pass an object that is not frozen.',
    source: 'RUM agent 1.219 to 1.329',
  },
  'request-init-headers': {
    title: 'fetch(Request, { headers })',
    cause: 'The agent tags the Request, and init.headers replaces its headers.',
    fix: 'Put all headers on the Request, or pass the URL.',
    source: 'RUM agent 1.219 to 1.337',
  },
  'request-untagged': {
    title: 'fetch(Request) is not tagged by this agent',
    cause: 'Agents up to 1.255 leave Request objects alone.',
    fix: 'Update the agent, or pass the URL.',
    source: 'RUM agent up to 1.255',
  },
  'keepalive-untagged': {
    title: 'keepalive is not tagged by this agent',
    cause: 'Agents up to 1.255 leave keepalive calls alone; later ones do so with dKAH=1.',
    fix: 'Update the agent, or drop keepalive.',
    source: 'RUM agent up to 1.255; key dKAH',
  },
  'container-version-undecided': {
    title: 'Whether this agent version tags such a call is not known',
    cause:
      'Agents up to 1.255 do not tag Request objects and keepalive calls, those from 1.285 on do; in between it is not known.',
    fix: 'Update the agent.',
    source: 'RUM agent 1.256 to 1.284',
  },
  'agent-throws': {
    title: 'The agent makes this call fail',
    cause:
      'This version of the agent throws, or swallows the call, where the browser alone would have sent it: nothing reaches the server.',
    fix: 'Update the agent, or make the call in another form.',
    source:
      'RUM agent 1.329 (frozen init without headers), 1.285 with expw (URL object), without expw (methods of the XHR prototype)',
  },
  'script-x-dtc-dropped': {
    title: 'The page’s own x-dtc is dropped',
    cause: 'Without expw the agent’s XMLHttpRequest swallows x-dtc set by a script.',
    fix: null,
    source: 'RUM agent 1.219 to 1.337',
  },
  'script-x-dtc': {
    title: 'The page sets x-dtc itself',
    cause:
      'The header is there without the agent’s doing; its value may not be one that Dynatrace understands.',
    fix: 'Leave x-dtc to the agent.',
    source: 'RUM agent 1.219 to 1.337',
  },
  tagged: {
    title: 'The agent adds x-dtc',
    cause: 'The pattern matches and nothing keeps the agent from adding its header.',
    fix: null,
    source: 'RUM agent, key chw',
  },
  'trace-context-set': {
    title: 'The agent adds traceparent and tracestate',
    cause: 'The New RUM Experience links by W3C trace context here.',
    fix: null,
    source: 'RUM agent 1.337',
  },
  'trace-context-external': {
    title: 'The page’s own traceparent is kept',
    cause: 'The call has a valid traceparent already; the New RUM Experience adds only its tracestate.',
    fix: null,
    source: 'RUM agent 1.337',
  },
  'traceparent-invalid': {
    title: 'The page’s own traceparent is malformed',
    cause: 'A traceparent that the agent cannot read is left alone, and nothing is added beside it.',
    fix: 'Send 00-<32 hex digits>-<16 hex digits>-<flags> in lower case, or leave the header to the agent.',
    source: 'RUM agent 1.337; W3C Trace Context',
  },
  'trace-context-off': {
    title: 'Trace context is switched off',
    cause: 'traceContext is false in the New RUM Experience’s configuration: no call gets traceparent.',
    fix: 'Switch on frontend-backend linking for this frontend.',
    source: 'RUM agent 1.337; Dynatrace docs, frontend-backend linking',
  },
  'trace-context-excluded': {
    title: 'Excluded from trace context',
    cause: 'The absolute URL matches traceContextExclusions, which count before inclusions.',
    fix: 'Remove the URL from that exclusion.',
    source: 'RUM agent 1.337',
  },
  'trace-context-not-included': {
    title: 'Cross-origin, and not included for trace context',
    cause:
      'The New RUM Experience adds traceparent and tracestate to calls of other origins only where traceContextInclusions match the absolute URL.',
    fix: 'Include the URL in the cross-origin URL pattern of frontend-backend linking.',
    source: 'RUM agent 1.337; Dynatrace docs, frontend-backend linking',
  },
  'trace-context-not-http': {
    title: 'Trace context is for http and https',
    cause: 'Page or URL is neither http nor https, and the URL is not included by the pattern.',
    fix: 'Include the URL in the cross-origin URL pattern of frontend-backend linking.',
    source: 'RUM agent 1.337',
  },
  'trace-context-no-values': {
    title: 'The agent lacks the values for tracestate',
    cause: 'Without key prefix, application, visitor or session the New RUM Experience adds neither header.',
    fix: 'Deploy the agent’s current configuration, with its tracestate key prefix.',
    source: 'RUM agent 1.337',
  },
  'action-excluded': {
    title: 'The request is excluded from user actions',
    cause: 'The URL matches xb: the request is no user action; x-dtc, if added, carries no page context.',
    fix: 'Remove the URL from the XHR exclusion rules.',
    source: 'RUM agent, key xb',
  },
  'no-action': {
    title: 'No user action was open',
    cause:
      'x-dtc was added without page context (pc): the session is known, but there is no user action to link to.',
    fix: null,
    source: 'RUM agent 1.219 to 1.337',
  },
  'agent-disabled': {
    title: 'The agent is disabled but still tags',
    cause:
      'Cost control or overload switched capturing off; headers are still added, but nothing is recorded.',
    fix: 'Check cost and traffic control of the application.',
    source: 'RUM agent 1.239 to 1.329',
  },
  'empty-session': {
    title: 'x-dtc carries no session',
    cause: 'The agent could not set its cookies, so the header’s sn is empty and cannot be linked.',
    fix: 'Mend the cookie domain or attributes of the application.',
    source: 'RUM agent 1.219 to 1.329',
  },
  'page-context-leak': {
    title: 'x-dtpc goes cross-origin',
    cause:
      'The page re-uses an init or Headers object into which the agent wrote, has a <base href> of another origin, or was redirected; the header causes a preflight there.',
    fix: 'Pass a fresh object to every call, and call other origins by absolute URLs.',
    source: 'RUM agent 1.219 to 1.337',
  },
  'config-from-storage': {
    title: 'The configuration comes from local storage',
    cause: 'A newer configuration in local storage replaces the tag’s as a whole.',
    fix: null,
    source: 'RUM agent 1.239 to 1.337',
  },
  'regex-mangled': {
    title: 'The escape scheme changes this pattern',
    cause:
      'In data-dtconfig ^^ is decoded first and its result is read again, so an anchored start such as ^shop becomes ;hop.',
    fix: 'Write ^(?:shop) or ^[s]hop.',
    source: 'RUM agent 1.219 to 1.337',
  },
  'nothing-captured': {
    title: 'The agent captures neither XHR nor fetch',
    cause: 'Neither module x nor module 7 is on: x-dtc can never appear.',
    fix: 'Switch on capture: Capturing > Async web requests and SPAs.',
    source: 'RUM agent, featureHash',
  },
  'agent-deferred': {
    title: 'The agent is loaded async or deferred',
    cause: 'Requests that the page makes before the agent runs are missed.',
    fix: 'Use a synchronous tag first in the head.',
    source: 'Dynatrace docs, snippet formats',
  },
  'config-unreadable': {
    title: 'The configuration is inside the agent’s file',
    cause:
      'This form of injection carries no configuration in the page; only the running agent can be asked.',
    fix: null,
    source: 'Dynatrace docs, JavaScript tag',
  },
} as const satisfies Record<string, ReasonText>;
