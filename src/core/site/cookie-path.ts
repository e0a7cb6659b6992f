/** Whether a URL's path is the cookie's or below it (RFC 6265bis, section 5.1.4, path-match). */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (!requestPath.startsWith(cookiePath)) return false;
  return (
    requestPath.length === cookiePath.length ||
    cookiePath.endsWith('/') ||
    requestPath.charAt(cookiePath.length) === '/'
  );
}
