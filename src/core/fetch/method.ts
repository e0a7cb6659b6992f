/** Methods that are upper-cased when sent (Fetch, normalize a method). */
export const normalizedMethods: ReadonlySet<string> = new Set([
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
]);
const safelistedMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);
const forbiddenMethods: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** The method as it is sent: six names are upper-cased, all others keep their case (Fetch, normalize a method). */
export function normalizeMethod(method: string): string {
  const upper = method.toUpperCase();
  return normalizedMethods.has(upper) ? upper : method;
}

/** Whether a normalised method needs no entry in Access-Control-Allow-Methods (Fetch, CORS-safelisted method). */
export function isSafelistedMethod(method: string): boolean {
  return safelistedMethods.has(method);
}

/** Whether `fetch()` and XHR throw for this method, in any case (Fetch, forbidden method). */
export function isForbiddenMethod(method: string): boolean {
  return forbiddenMethods.has(method.toUpperCase());
}
