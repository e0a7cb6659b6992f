import { isSecretName, looksSecret, mask, maskLookalikes } from './secret-shape';

/**
 * A URL without the secrets in it: user and password, values of parameters that hold secrets by name or by look (in query
 * and fragment alike), path segments that look like one. The rest stays as it was, byte by byte; needs not be absolute.
 */
export function redactUrl(url: string): string {
  const [, head = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(url) ?? [];
  return redactPath(head) + redactParameters(query) + redactFragment(fragment);
}

function redactPath(head: string): string {
  const [, origin = '', path = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)?([\s\S]*)$/i.exec(head) ?? [];
  const authority = origin.replace(/\/\/[^/@]*(?:@[^/@]*)*@/, `//${mask}@`);
  const segments = path
    .split('/')
    .map((segment) => (looksSecret(decoded(segment)) ? mask : maskMatrix(segment)));
  return authority + segments.join('/');
}

/** `;jsessionid=…` and the like (RFC 3986, 3.3). */
function maskMatrix(segment: string): string {
  return segment.replace(/;([^;=]*)=([^;]*)/g, (all, name: string, value: string) =>
    isSecret(name, value) ? `;${name}=${mask}` : all,
  );
}

/** Of a fragment what reads like parameters (`#access_token=…`, `#/route?code=…`) or like a secret. */
function redactFragment(fragment: string): string {
  if (fragment === '') return '';
  const query = fragment.indexOf('?');
  if (query > 0) return maskLookalikes(fragment.slice(0, query)) + redactParameters(fragment.slice(query));
  if (fragment.includes('=')) return redactParameters(fragment);
  return looksSecret(decoded(fragment.slice(1))) ? `#${mask}` : maskLookalikes(fragment);
}

/** `text` starts with `?` or `#`. */
function redactParameters(text: string): string {
  return text.replace(
    /([?#&;]?)([^?#&;=]*)(?:=([^&;]*))?/g,
    (all, before: string, name: string, value: string | undefined) => {
      if (value === undefined) return looksSecret(decoded(name)) ? `${before}${mask}` : all;
      if (value === '') return all;
      if (isSecret(name, value)) return `${before}${name}=${mask}`;
      return `${before}${name}=${redactNested(value)}`;
    },
  );
}

/** A value that is a URL, or holds parameters, itself: `return_to=%2Flogin%3Ftoken%3D…`. */
function redactNested(value: string): string {
  const inner = decoded(value);
  if (!/[?#=/]/.test(inner)) return value;
  const redacted = redactUrl(/^[^?#/]*=/.test(inner) ? `?${inner}` : inner);
  const plain = /^[^?#/]*=/.test(inner) ? redacted.slice(1) : redacted;
  return plain === inner ? value : encodeURIComponent(plain);
}

function isSecret(name: string, value: string): boolean {
  return isSecretName(decoded(name)) || looksSecret(decoded(value));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // not percent-encoded UTF-8: judged as it stands
    return text;
  }
}
