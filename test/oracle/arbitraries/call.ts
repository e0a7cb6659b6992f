import * as fc from 'fast-check';
import type { Body, ScriptedCall } from '../world/case';
import { scriptedHeaders } from './request-headers';

const method = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('GET', 'POST') },
  { weight: 3, arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'get',
      'pOsT',
      'head',
      'Put',
      'patch',
      'PAtch',
      'options',
      'NEW',
      'new',
      "x!#'*~",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('TRACE', 'connect', 'Track') },
);

const body = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Body>('none') },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Body[]>(
      'string',
      'url-search-params',
      'form-data',
      'array-buffer',
      'text-blob',
      'json-blob',
      'untyped-blob',
      'document',
    ),
  },
  { weight: 1, arbitrary: fc.constant<Body>('stream') },
);

const credentials = fc.constantFrom('same-origin', 'include', 'include', 'omit');

/** What a script asks for; combinations that the API cannot express are turned into the nearest that it can. */
export const scriptedCall: fc.Arbitrary<ScriptedCall> = fc
  .record({
    api: fc.constantFrom('fetch', 'xhr'),
    method,
    headers: scriptedHeaders,
    container: fc.constantFrom('array', 'object', 'headers', 'request'),
    mode: fc.oneof(
      { weight: 10, arbitrary: fc.constant('cors' as const) },
      { weight: 1, arbitrary: fc.constantFrom('no-cors', 'same-origin') },
    ),
    credentials,
    body,
    uploadListener: fc.boolean(),
  })
  .map((call) => (call.api === 'xhr' ? asXhr(call) : asFetch(call)));

function asXhr(call: ScriptedCall): ScriptedCall {
  return {
    ...call,
    container: 'array',
    mode: 'cors',
    credentials: call.credentials === 'omit' ? 'same-origin' : call.credentials,
    body: call.body === 'stream' || rewritesCharset(call) ? 'array-buffer' : call.body,
  };
}

/** XHR puts its own charset into the script's Content-Type where the body is text: not what the script set. */
function rewritesCharset({ body: kind, headers }: ScriptedCall): boolean {
  const isText = kind === 'string' || kind === 'document' || kind === 'url-search-params';
  return isText && headers.some(([name, value]) => /^content-type$/i.test(name) && /charset/i.test(value));
}

function asFetch(call: ScriptedCall): ScriptedCall {
  const bodiless = /^(GET|HEAD)$/i.test(call.method);
  const unsupported = call.body === 'document' || (call.body === 'stream' && call.mode === 'no-cors');
  return {
    ...call,
    uploadListener: false,
    body: bodiless ? 'none' : unsupported ? 'string' : call.body,
  };
}
