/** A HAR entry as a browser gives it, bodies and all. */
export interface EntrySpec {
  url?: string;
  method?: string;
  /** ms since the epoch */
  at?: number;
  time?: number;
  status?: number;
  error?: string;
  type?: string;
  headers?: readonly { name: string; value: string }[];
  responseHeaders?: readonly { name: string; value: string }[];
}

export function harEntry({
  url = 'https://api.shop.test/cart',
  method = 'GET',
  at = 1_000_000,
  time = 20,
  status = 200,
  error,
  type = 'fetch',
  headers = [],
  responseHeaders = [],
}: EntrySpec = {}) {
  return {
    startedDateTime: new Date(at).toISOString(),
    time,
    _resourceType: type,
    _initiator: {
      type: 'script',
      stack: { callFrames: [{ functionName: 'f', url: 'https://app.shop.test/a.js' }] },
    },
    request: {
      method,
      url,
      headers,
      cookies: [],
      queryString: [],
      httpVersion: 'h2',
      headersSize: 1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: '',
      headers: responseHeaders,
      cookies: [],
      content: { size: 4, mimeType: 'application/json', text: '{"a":1}' },
      redirectURL: '',
      ...(error !== undefined && { _error: error }),
    },
    cache: {},
    timings: { wait: 10, receive: 1 },
  };
}
