import { parseUrl } from '../site/parse-url';
import { combinedValue } from './header-list';
import { isRedirectStatus } from './redirect-status';
import type { CorsResponse } from './types';

/** Where a response leads, absolute if it parses; `null`: it is no redirect or names no Location (Fetch, location URL). */
export function redirectLocation(url: string, response: CorsResponse): string | null {
  if (!isRedirectStatus(response.status)) return null;
  const location = combinedValue(response.headers, 'location');
  if (location === null) return null;
  return parseUrl(location, url)?.href ?? location;
}
