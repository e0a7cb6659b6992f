import { lastHop, type Exchange } from '../../../core';

/** What the Status column says of a call: the last answer's status, or in words that none came. */
export function statusText(exchange: Exchange, failed: boolean): string {
  const status = lastHop(exchange).response?.status ?? 0;
  if (failed) return '(failed)';
  return status === 0 ? '(not seen)' : String(status);
}

/** The status of the last answer says that something went wrong, or the browser does. */
export function isTrouble(exchange: Exchange, failed: boolean): boolean {
  return failed || (lastHop(exchange).response?.status ?? 0) >= 400;
}
