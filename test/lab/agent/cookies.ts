import { booleanOf, type Config } from './config';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUV';
const sameSiteAttributes: Readonly<Record<string, string>> = { l: 'Lax', s: 'Strict', n: 'None' };

/** Random text in the alphabet of the agent's ids. */
export function randomId(length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join('');
}

export function readCookie(name: string): string | null {
  const pair = document.cookie.split('; ').find((text) => text.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

/** The RUM cookies of one page: where they are set, and what they hold. */
export class RumCookies {
  readonly #suffix: string;
  readonly #attributes: string;
  /** The configured domain does not fit the host and was replaced. */
  readonly domainReplaced: boolean;
  /** Secure was asked for on an http page and left out. */
  readonly secureLeftOut: boolean;
  readonly visitId = `${randomId(32)}-0`;

  constructor(config: Config) {
    const secure = booleanOf(config, 'ssc');
    const https = location.protocol === 'https:';
    const sameSite = sameSiteAttributes[config['cssm'] ?? ''];
    const chosen = chooseDomain(config['domain'] ?? '');
    this.#suffix = config['postfix'] ?? '';
    this.domainReplaced = chosen.replaced;
    this.secureLeftOut = secure && !https;
    this.#attributes = [
      '; path=/',
      chosen.domain === null ? '' : `; domain=${chosen.domain}`,
      sameSite === undefined ? '' : `; samesite=${sameSite}`,
      secure && https ? '; secure' : '',
    ].join('');
  }

  /** Starts or joins a session. */
  start(application: string): void {
    const now = Date.now();
    if (!this.#read('dtCookie')?.includes('v_4')) {
      this.#write(
        'dtCookie',
        `v_4_srv_-2D11_sn_${randomId(32)}_perc_100000_ol_0_mul_1_app-3A${application}_1`,
      );
    }
    if (this.#read('rxVisitor') === null) this.#write('rxVisitor', `${now}${randomId(32)}`);
    this.#write('rxvt', `${now + 1_800_000}|${now}`);
    this.#write('dtSa', '-');
  }

  /** Keeps the page context that the next document continues. */
  rememberContext(pageContext: string): void {
    this.#write('dtPC', pageContext);
  }

  remove(): void {
    for (const name of ['dtCookie', 'rxVisitor', 'rxvt', 'dtSa', 'dtPC']) {
      document.cookie = `${name}${this.#suffix}=${this.#attributes}; max-age=0`;
    }
  }

  /** The session as `x-dtc` names it; server and id are empty where the browser refused the cookie. */
  get session(): string {
    const value = this.#read('dtCookie') ?? '';
    const part = (key: string): string => new RegExp(`(?:^|_)${key}_([^_]*)`).exec(value)?.[1] ?? '';
    return `v_4_srv_${part('srv')}_sn_${part('sn')}`;
  }

  get visitor(): string {
    return this.#read('rxVisitor') ?? '';
  }

  #read(name: string): string | null {
    return readCookie(name + this.#suffix);
  }

  #write(name: string, value: string): void {
    document.cookie = `${name}${this.#suffix}=${value}${this.#attributes}`;
  }
}

/**
 * The configured domain if it is the host or a dot-suffix of it (even a public suffix: the browser then refuses every
 * cookie); else the shortest suffix of the host that the browser accepts.
 */
function chooseDomain(configured: string): { readonly domain: string | null; readonly replaced: boolean } {
  const host = location.hostname;
  if (configured !== '' && (host === configured || host.endsWith(`.${configured}`))) {
    return { domain: configured, replaced: false };
  }
  const labels = host.split('.');
  for (let count = 2; count <= labels.length; count++) {
    const domain = labels.slice(-count).join('.');
    document.cookie = `dTValidationCookie=x; path=/; domain=${domain}`;
    const accepted = readCookie('dTValidationCookie') !== null;
    document.cookie = `dTValidationCookie=; path=/; domain=${domain}; max-age=0`;
    if (accepted) return { domain, replaced: configured !== '' };
  }
  return { domain: null, replaced: configured !== '' };
}
