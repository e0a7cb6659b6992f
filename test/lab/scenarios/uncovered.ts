import type { ReasonCode } from '../../../src/core';

const neverLogged = 'the browser refuses the call before its network log has an entry';
const probeOnly = 'the scenarios are judged from the network log alone';
const hookOnly = 'only the page hook sees how the script passed its headers';

/** Reasons that the network log of a lab page cannot show as an outcome's cause, and why. */
export const uncoveredReasons: Readonly<Partial<Record<ReasonCode, string>>> = {
  'url-refused': neverLogged,
  'same-origin-mode': neverLogged,
  'forbidden-method': neverLogged,
  'no-cors-method': neverLogged,
  'data-url': 'what is not http is no exchange of the panel',
  'redirect-stream-body': 'a stream as body needs HTTP/2, and the lab’s servers speak HTTP/1.1',
  'preflight-never-links':
    'the verdict of preflight rows, which every preflighted scenario shows beside its own',
  element: 'what elements load is no exchange of the panel',
  'acah-wildcard-authorization': 'the standard’s rule, which neither Chromium nor Firefox applies',
  'cookie-secure':
    'an https page’s call to http is mixed content first, and on http pages the agent leaves Secure out',
  'regex-too-slow': 'a property of the pattern and the machine, not of a call',
  'headers-array': hookOnly,
  'headers-frozen': hookOnly,
  'request-init-headers': hookOnly,
  'request-untagged': hookOnly,
  'keepalive-untagged': hookOnly,
  'container-version-undecided': hookOnly,
  'script-x-dtc-dropped': hookOnly,
  'agent-throws': hookOnly,
  tagged: 'says why the agent tags; the verdict is decided by what the server makes of it',
  'origin-version-undecided': 'about x-dtpc, by which no route links',
  'trace-context-external': 'says what the agent adds; on the wire it is trace-context-sent',
  'trace-context-off': 'a switch of the configuration for all calls; the judge’s own tests show it',
  'trace-context-not-http': 'the lab’s pages and endpoints are on http and https',
  'trace-context-no-values': 'a broken configuration; the judge’s own tests show it',
  'trace-context-set': 'says why the agent tags; on the wire it is trace-context-sent',
  'action-excluded': 'on the wire it is x-dtc without page context: no-action',
  'agent-disabled': 'cost control is decided by the Dynatrace backend, which the lab does not play',
  'config-unreadable': 'the stand-in runs, and a running agent can be asked',
  'adds-preflight': 'a note; the scenarios’ addsPreflight says the same',
  'response-not-seen': 'a log without an answer and without a failure is a HAR file’s matter',
  'cookie-domain-unknown': 'the running agent tells its cookie domain',
  probed: probeOnly,
  'preflight-refused-with-x-dtc': probeOnly,
  'altered-by-trial': 'the scenarios are run without a trial',
  'third-party-cookies': 'needs RUM cookies with SameSite=None in a frame, whose fate is the user’s setting',
};
