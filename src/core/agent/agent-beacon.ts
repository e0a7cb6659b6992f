/**
 * Is this the RUM agent's own report to its server? A POST to the beacon address whose query says `type=js3` (classic
 * agent, 1.219 to 1.337); the address itself is configurable and therefore no evidence.
 */
export function isAgentBeacon(method: string, url: string): boolean {
  if (method !== 'POST') return false;
  const query = url.indexOf('?');
  return (
    query >= 0 && /[?&]type=js3(?:&|#|$)/.test(url.slice(query)) && /[?&](?:sn|svrid|app|flavor)=/.test(url)
  );
}
