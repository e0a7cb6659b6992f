/** What stands in a secret's place. */
export const mask = '***';

const words = [
  'token',
  'secret',
  'password',
  'passwd',
  'passphrase',
  'signature',
  'credential',
  'apikey',
  'accesskey',
  'privatekey',
  'sessionid',
  'authorization',
  'jwt',
  'assertion',
  'csrf',
  'xsrf',
  'bearer',
  'authentication',
  'passcode',
  'sessid',
  'verifier',
  'samlrequest',
  'samlresponse',
  'oidc',
];
const whole = new Set([
  'key',
  'sig',
  'code',
  'auth',
  'pwd',
  'pass',
  'pin',
  'otp',
  'sid',
  'session',
  'ticket',
  'hmac',
  'nonce',
  'state',
  'sas',
  'subscriptionkey',
  'pw',
  'tok',
  'sess',
  'totp',
  'invite',
  'magic',
]);

/** Whether a parameter or header of this name holds a secret, whatever its value: `access_token`, `X-Api-Key`, `sig`. */
export function isSecretName(name: string): boolean {
  const parts = partsOf(name);
  return parts.some((part) => whole.has(part)) || hasSecretWord(parts);
}

/** The same for names that say nothing else, not even in prose: `token`, but neither `key` nor `state`. */
export function isSecretWord(name: string): boolean {
  return hasSecretWord(partsOf(name));
}

/** Of the RUM agent: cookies, and what names session and visit in `x-dtc` and in the address of its beacon. */
export function isSessionName(name: string): boolean {
  return /^(?:(?:dtCookie|dtPC|dtSa|rxVisitor|rxvt)\w*|sn|vi)$/.test(name);
}

function hasSecretWord(parts: readonly string[]): boolean {
  const joined = parts.join('');
  return words.some((word) => joined.includes(word));
}

/** Letters of other widths count as theirs, what is not seen does not count. */
function partsOf(name: string): string[] {
  const plain = /[^ -~]/.test(name)
    ? name.normalize('NFKC').replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    : name;
  return plain
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

const jwt = /\beyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)*/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Issuers' own marks: AWS, GitHub, Google, Slack, Stripe. */
const issued =
  /\b(?:A(?:KI|SI)A[0-9A-Z]{16}|gh[opsur]_[A-Za-z0-9]{20,}|AIza[\w-]{30,}|xox[abprs]-[\w-]{10,}|[prs]k_(?:live|test)_[A-Za-z0-9]{10,}|glpat-[\w-]{15,}|dt0[a-z]\d\d\.[A-Z0-9]{20,}(?:\.[A-Z0-9]+)?)/;
/** 24 or more characters without a word in them: at least a digit and a letter, more than a name would need. */
const random = /^(?=.*\d)(?=.*[A-Za-z])[\w+/=~.-]{24,}$/;

/** Whether a value looks like a secret by itself: a JSON Web Token, a key with its issuer's mark, long random text. */
export function looksSecret(value: string): boolean {
  if (jwt.test(value) || issued.test(value)) return true;
  return random.test(value) && !uuid.test(value) && !isReadable(value);
}

/** Made of words, dates and numbers: no part mixes digits and letters over more than a few characters. */
function isReadable(value: string): boolean {
  return value
    .split(/[-_./=~+]/)
    .every((part) => part.length < 12 || /^\d+$/.test(part) || /^[a-z]+$/i.test(part));
}

const jwtAll = new RegExp(jwt.source, 'g');
const issuedAll = new RegExp(issued.source, 'g');

/** Masks secrets that are told by their own look within any text. */
export function maskLookalikes(text: string): string {
  return text.replace(jwtAll, mask).replace(issuedAll, mask);
}
