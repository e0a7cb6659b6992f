import type { ReasonText } from './reason-text';

/** How the RUM agent is set up on the page: what it captures, whether it is on, where its configuration comes from. */
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
