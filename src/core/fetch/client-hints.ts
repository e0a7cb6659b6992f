import type { Header } from './types';

const decimal = /^\d+(\.\d+)?$/;
const integer = /^\d+$/;
const connectionTypes: ReadonlySet<string> = new Set(['slow-2g', '2g', '3g', '4g']);

/**
 * Whether Chromium takes this header for a client hint, or an intervention notice, and lets it pass without a preflight.
 * The Fetch standard no longer lists these names (Chromium, `services/network/public/cpp/cors/cors.cc`).
 * @param name in lower case
 */
export function isChromiumSafelistedHint(name: string, value: string): boolean {
  switch (name) {
    case 'device-memory':
    case 'dpr':
    case 'downlink':
      return decimal.test(value);
    case 'width':
    case 'viewport-width':
    case 'rtt':
      return integer.test(value);
    case 'ect':
      return connectionTypes.has(value);
    case 'save-data':
      return value.toLowerCase() === 'on';
    case 'intervention':
      return true;
    default:
      return name.startsWith('sec-ch-');
  }
}

const droppedHints: ReadonlySet<string> = new Set([
  'device-memory',
  'dpr',
  'width',
  'viewport-width',
  'rtt',
  'downlink',
  'ect',
]);

/** Whether Chromium takes this header off a redirected request, whoever set it (measured in Chromium 156). */
export function isDroppedHint([name]: Header): boolean {
  return droppedHints.has(name.toLowerCase());
}
