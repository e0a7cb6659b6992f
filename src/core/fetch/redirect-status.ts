const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Fetch, redirect status; 300, 304 and 306 are none. */
export function isRedirectStatus(status: number): boolean {
  return redirectStatuses.has(status);
}
