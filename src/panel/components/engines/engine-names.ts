import type { Engine } from '../../../core';

/** Names as people use them. */
export const engineNames: Readonly<Record<Engine, string>> = {
  chromium: 'Chrome',
  firefox: 'Firefox',
  standard: 'the standard',
};

/** `Chrome`, or `Chrome and Firefox`. */
export function namesOf(engines: readonly Engine[]): string {
  return engines.map((engine) => engineNames[engine]).join(' and ');
}
