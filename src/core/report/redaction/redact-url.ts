import { redactAssignments } from './redact-assignments';
import { isSecretName, isSessionName, looksSecret, mask, maskLookalikes } from './secret-shape';

/** URLs within URLs, and encodings of encodings, are looked into so far; what lies deeper is masked. */
const deepest = 6;

/**
 * A URL without the secrets in it: user and password, values of parameters that hold secrets by name or by look (in query
 * and fragment alike), path segments that look like one or follow a telling one. The rest stays as it was, byte by byte;
 * needs not be absolute.
 */
export function redactUrl(url: string): string {
  return redactUrlAt(url, 0);
}

function redactUrlAt(url: string, depth: number): string {
  const [, head = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(url) ?? [];
  return redactHead(head) + redactParameters(query, depth) + redactFragment(fragment, depth);
}

/** As browsers read it: the schemes of the web need no slashes, and a backslash is one (URL Standard, 4.4). */
const authority =
  /^((?:https?|wss?|ftp):[\\/]*|[a-z][a-z0-9+.-]*:[\\/]{2}|[\\/]{2,}|(?!mailto:)(?=[^\\/:@\s]+:[^\\/@\s]+@))([^\\/]*@)?([^\\/]*)/i;

function redactHead(head: string): string {
  const [data] = /^data:[^,]*,/i.exec(head) ?? [];
  if (data !== undefined) return data + mask;
  const [origin = '', start = '', user, host = ''] = authority.exec(head) ?? [];
  return `${start}${user === undefined ? '' : `${mask}@`}${host}${redactPath(head.slice(origin.length))}`;
}

function redactPath(path: string): string {
  let isAfterTelling = false;
  return path
    .split(/([\\/])/)
    .map((segment, index) => {
      if (index % 2 === 1) return segment;
      const plain = decoded(segment);
      const goes = looksSecret(plain) || (isAfterTelling && /^(?=.*\d).{8,}$/s.test(plain));
      isAfterTelling = isSecretName(plain);
      return goes ? mask : maskWithin(segment);
    })
    .join('');
}

/** `;jsessionid=…` and the like (RFC 3986, 3.3), and what stands between other signs. */
function maskWithin(segment: string): string {
  return segment
    .replace(/(^|[;(,])([^;(,=]*)=([^;,)]*)/g, (all, before: string, name: string, value: string) =>
      isSecret(name, value) ? `${before}${name}=${mask}` : all,
    )
    .replace(/[^,:;|!()=]+/g, (piece) => (looksSecret(decoded(piece)) ? mask : piece));
}

/** Of a fragment what reads like parameters (`#access_token=…`, `#/route?code=…`) or like a path. */
function redactFragment(fragment: string, depth: number): string {
  if (fragment === '') return '';
  const query = fragment.indexOf('?');
  if (query > 0) {
    return redactPlainFragment(fragment.slice(0, query)) + redactParameters(fragment.slice(query), depth);
  }
  if (!fragment.includes('=')) return redactPlainFragment(fragment);
  const [, path = '', parameters = ''] = /^(#[^=]*[\\/])?([\s\S]*)$/.exec(fragment) ?? [];
  return path === ''
    ? redactParameters(parameters, depth)
    : redactPlainFragment(path) + redactParameters(parameters, depth);
}

function redactPlainFragment(fragment: string): string {
  return `#${redactAssignments(maskLookalikes(redactPath(fragment.slice(1))))}`;
}

/** `text` starts with `?` or `#`. */
function redactParameters(text: string, depth: number): string {
  return text.replace(
    /([?#&;]?)([^?#&;=]*)(?:=([^&;]*))?/g,
    (all, before: string, name: string, value: string | undefined) => {
      if (value === undefined) {
        return looksSecret(decoded(name)) ? `${before}${mask}` : `${before}${redactNested(name, depth)}`;
      }
      if (value === '') return all;
      if (isSecret(name, value)) return `${before}${name}=${mask}`;
      return `${before}${name}=${redactNested(value, depth)}`;
    },
  );
}

/** A value that is a URL, or holds parameters, itself: `return_to=%2Flogin%3Ftoken%3D…`. */
function redactNested(value: string, depth: number): string {
  let inner = value;
  let encodings = 0;
  for (let next = decoded(inner); next !== inner; next = decoded(inner)) {
    if (encodings === deepest) return mask;
    inner = next;
    encodings += 1;
  }
  if (!/[?#=/:@\s+]/.test(inner)) return value;
  if (depth === deepest) return mask;
  const isParameters = /^[^?#/]*=/.test(inner);
  const redacted = redactUrlAt(isParameters ? `?${inner}` : inner, depth + 1);
  let plain = redactAssignments(isParameters ? redacted.slice(1) : redacted);
  if (plain === inner) return value;
  for (; encodings > 0; encodings -= 1) plain = encodeURIComponent(plain.replace(/\p{Cs}/gu, '\ufffd'));
  return plain;
}

function isSecret(name: string, value: string): boolean {
  const plain = decoded(name);
  return isSecretName(plain) || isSessionName(plain) || looksSecret(decoded(value));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // not percent-encoded UTF-8: judged as it stands
    return text;
  }
}
