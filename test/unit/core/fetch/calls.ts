import type {
  CorsRequest,
  CorsResponse,
  Credentials,
  Engine,
  Header,
} from '../../../../src/core/fetch/types';

export const engines: readonly Engine[] = ['standard', 'chromium', 'firefox'];

export const PAGE = 'http://web-platform.test:8000';
export const TARGET = 'http://target.test:8001/api';

/** A cross-origin GET of the page, unless said otherwise. */
export function request(over: Partial<CorsRequest> = {}): CorsRequest {
  return { origin: PAGE, url: TARGET, method: 'GET', headers: [], credentials: 'same-origin', ...over };
}

export function answer(headers: readonly Header[], status = 200): CorsResponse {
  return { status, headers };
}

/** Headers that allow everything by name. */
export function allowing(credentials: Credentials, headers = 'x-dtc', methods = 'PUT, PATCH'): CorsResponse {
  return answer([
    ['Access-Control-Allow-Origin', PAGE],
    ...(credentials === 'include' ? [['Access-Control-Allow-Credentials', 'true'] as const] : []),
    ['Access-Control-Allow-Headers', headers],
    ['Access-Control-Allow-Methods', methods],
  ]);
}
