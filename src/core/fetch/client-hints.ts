import type { Header } from './types';

const decimal = /^\d+(\.\d+)?$/;
const integer = /^\d+$/;
const connectionTypes: ReadonlySet<string> = new Set(['slow-2g', '2g', '3g', '4g']);

const hints: Readonly<Record<string, (value: string) => boolean>> = {
  'device-memory': (value) => decimal.test(value),
  dpr: (value) => decimal.test(value),
  downlink: (value) => decimal.test(value),
  width: (value) => integer.test(value),
  'viewport-width': (value) => integer.test(value),
  rtt: (value) => integer.test(value),
  ect: (value) => connectionTypes.has(value),
  'save-data': (value) => value.toLowerCase() === 'on',
  intervention: () => true,
};

/**
 * Whether Chromium takes this header for a client hint, or an intervention notice, and lets it pass without a preflight.
 * The Fetch standard no longer lists these names (Chromium, `services/network/public/cpp/cors/cors.cc`).
 * @param name in lower case
 */
export function isChromiumSafelistedHint(name: string, value: string): boolean {
  return isHint(name) ? hints[name]?.(value) === true : name.startsWith('sec-ch-');
}

/** @param name in lower case */
export function isHint(name: string): boolean {
  return Object.hasOwn(hints, name);
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
