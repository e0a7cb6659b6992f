import { isChromiumSafelistedHint, isHint } from './client-hints';
import { geckoRequestContentType, mimeEssence } from './mime-type';
import { isSimpleRange } from './simple-range';
import type { Engine } from './types';

const MAX_VALUE_BYTES = 128;

// C0 controls but TAB, DEL and the delimiters `"():<>?@[\]{}`.
const unsafeByte = /[\u0000-\u0008\u000a-\u001f"():<>?@[\\\]{}\u007f]/;
const nonAscii = /[^\u0000-\u007f]/;
const languageValue = /^[0-9A-Za-z *,\-.;=]*$/;

const safelistedTypes: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

/**
 * Whether one header needs no permission of the server (Fetch, CORS-safelisted request-header).
 * Chromium lets client hints pass as well; Firefox is stricter about bytes above 0x7F and about Content-Type parameters.
 * @param value bytes as code points U+0000 to U+00FF, already without surrounding whitespace
 */
export function isSafelistedRequestHeader(name: string, value: string, engine: Engine = 'standard'): boolean {
  if (value.length > MAX_VALUE_BYTES) return false;
  const lower = name.toLowerCase();
  switch (lower) {
    case 'accept':
      return !hasUnsafeByte(value, engine);
    case 'accept-language':
    case 'content-language':
      return languageValue.test(value);
    case 'content-type':
      return !hasUnsafeByte(value, engine) && hasSafelistedType(value, engine);
    case 'range':
      return isSimpleRange(value, engine);
    default:
      return engine === 'chromium' && isChromiumSafelistedHint(lower, value);
  }
}

/** Names that need no permission if their values are harmless, in every engine; lower-case. */
export const safelistedNames: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'range',
]);

/** Whether it depends on this header's value, in some engine, if it needs permission. @param name in lower case */
export function isSafelistedByValue(name: string): boolean {
  return safelistedNames.has(name) || isHint(name);
}

/** Fetch, CORS-unsafe request-header byte. Gecko compares signed bytes, so that all from 0x80 on are unsafe there. */
function hasUnsafeByte(value: string, engine: Engine): boolean {
  return unsafeByte.test(value) || (engine === 'firefox' && nonAscii.test(value));
}

function hasSafelistedType(value: string, engine: Engine): boolean {
  const type = engine === 'firefox' ? geckoRequestContentType(value) : mimeEssence(value);
  return type !== null && safelistedTypes.has(type);
}
