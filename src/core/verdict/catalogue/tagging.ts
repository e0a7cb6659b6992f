import type { ReasonText } from './reason-text';

/** What the RUM agent makes of one call, and whether it adds `x-dtc`. */
export const taggingReasons = {
  'before-agent': {
    title: 'The call was made before the agent started',
    cause: 'A request, or an XHR object, from before the agent’s start is not captured.',
    fix: 'Load the agent earlier: a synchronous tag first in the head, not async or defer.',
    source: 'Dynatrace docs, snippet formats; RUM agent 1.219 to 1.337',
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
  'page-context-leak': {
    title: 'x-dtpc goes cross-origin',
    cause:
      'The page re-uses an init or Headers object into which the agent wrote, has a <base href> of another origin, or was redirected; the header causes a preflight there.',
    fix: 'Pass a fresh object to every call, and call other origins by absolute URLs.',
    source: 'RUM agent 1.219 to 1.337',
  },
} as const satisfies Record<string, ReasonText>;
