/** The hosts of the oracle's world; ports are the schemes' own, but for one neighbour of the page. */
export const hosts = {
  app: 'app.shop.test',
  api: 'api.shop.test',
  shop: 'shop.test',
  deep: 'v2.api.shop.test',
  partner: 'api.partner.test',
  /** Two names below a public suffix of the list's private section: different sites. */
  tenant: 'a.cloudfront.net',
  neighbour: 'b.cloudfront.net',
  address: '127.0.0.1',
} as const;

export type HostName = keyof typeof hosts;
export type Scheme = 'http' | 'https';

/** A port of the page's host that is another origin and the same site. */
export const otherPort: Readonly<Record<Scheme, number>> = { http: 8080, https: 8443 };

/** Serialised origin. */
export function originOf(scheme: Scheme, host: HostName, port: 'default' | 'other' = 'default'): string {
  return `${scheme}://${hosts[host]}${port === 'other' ? `:${otherPort[scheme]}` : ''}`;
}
