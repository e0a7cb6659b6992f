import type { ReasonText } from './reason-text';

/** Sites, cookie domains and cookie attributes. */
export const siteReasons = {
  'cross-site': {
    title: 'Page and endpoint share no registrable domain',
    cause: 'No cookie can cover both hosts, so the RUM cookies never reach this endpoint.',
    fix: 'Use the header route, or serve the API under the page’s domain.',
    source: 'RFC 6265bis, domain matching; Public Suffix List',
  },
  'scheme-differs': {
    title: 'Page and endpoint differ in scheme',
    cause:
      'http and https of the same domain count as different sites in Chromium, so SameSite=Lax cookies are not sent.',
    fix: 'Serve both over https.',
    source: 'HTML, schemefully same site',
  },
  'cookie-domain-not-shared': {
    title: 'The RUM cookies’ domain does not cover the endpoint',
    cause: 'Page and endpoint could share a cookie, but the RUM cookies are set for a narrower domain.',
    fix: 'Set the cookie domain of the application (Cookie placement domain) to the shared domain.',
    source: 'RFC 6265bis, domain matching',
  },
  'cookie-domain-public-suffix': {
    title: 'The cookie domain is a public suffix',
    cause: 'The browser refuses cookies for a public suffix such as co.uk or github.io.',
    fix: 'Use a domain with at least one label more.',
    source: 'RFC 6265bis, storage model; Public Suffix List',
  },
  'cookie-domain-foreign': {
    title: 'The cookie domain does not fit the host',
    cause: 'A host may set cookies for itself and its parent domains only.',
    fix: 'Use the host’s own registrable domain.',
    source: 'RFC 6265bis, storage model',
  },
  'cookie-secure': {
    title: 'The RUM cookies are Secure, the endpoint is http',
    cause: 'A Secure cookie is sent over https only.',
    fix: 'Serve the endpoint over https.',
    source: 'RFC 6265bis, retrieval algorithm',
  },
  'cookie-same-site': {
    title: 'SameSite keeps the RUM cookies back',
    cause: 'The call counts as cross-site for the browser, and the cookies are not SameSite=None.',
    fix: 'Call the endpoint from a page of its own site, or use the header route.',
    source: 'RFC 6265bis, SameSite',
  },
  'cookie-same-site-none-insecure': {
    title: 'SameSite=None without Secure',
    cause: 'The browser rejects such a cookie, so there are no RUM cookies at all.',
    fix: 'Switch on the Secure attribute, or use SameSite=Lax.',
    source: 'RFC 6265bis, storage model',
  },
  'rum-cookies-not-sent': {
    title: 'The RUM cookies were not sent',
    cause:
      'The request carried a Cookie header or none, but no dtCookie of the page in it: nothing tells the server which session it belongs to.',
    fix: 'Check the cookie domain, consent or opt-in, and whether the agent could set its cookies.',
    source: 'Dynatrace docs, Link cross-origin XHR user actions',
  },
} as const satisfies Record<string, ReasonText>;
