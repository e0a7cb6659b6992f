/** The lab's world: one shop, its API on the same site, a partner on another site, and a third party. */
export const hosts = {
  /** The shop's pages. */
  shop: 'app.shop.test',
  /** The shop's API: another origin of the same site. */
  api: 'api.shop.test',
  /** A partner's API: another site. */
  partner: 'api.partner.test',
  /** The partner's pages, shown in iframes of the shop. */
  widget: 'widget.partner.test',
  /** A third party that allows only what it knows. */
  thirdParty: 'maps.thirdparty.test',
} as const;

export type HostName = keyof typeof hosts;
export type Scheme = 'http' | 'https';

/** Serialised origin of a host of the lab; the browser's host mapping makes ports unnecessary. */
export function originOf(host: HostName, scheme: Scheme = 'https'): string {
  return `${scheme}://${hosts[host]}`;
}
