import type { CorsRequest } from '../../../src/core';
import { documentOrigin } from '../call/document-origin';
import { scriptHeaders } from '../call/script-headers';
import type { OracleCase } from '../world/case';

/** The case's call in the words of the core. */
export function corsRequest({ page, call }: OracleCase, url: string): CorsRequest {
  return {
    origin: documentOrigin(page),
    url,
    method: call.method,
    headers: scriptHeaders(call),
    credentials: call.credentials,
    mode: call.mode,
    uploadListener: call.uploadListener,
    hasBody: call.body !== 'none',
    api: call.api,
    topLevel: page.topLevel,
    streamBody: call.body === 'stream',
  };
}
