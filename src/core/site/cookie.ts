/** A cookie as a browser's jar knows it (RFC 6265bis, section 5.5 storage model). */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Without leading dot. */
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** `unspecified`: no SameSite attribute; engines differ in its default. */
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unspecified';
  /** Top-level site of a partitioned cookie. */
  readonly partitionKey?: string | undefined;
}
