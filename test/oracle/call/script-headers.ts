import type { Header } from '../../../src/core';
import { isForbiddenRequestHeader } from '../../../src/core/fetch/forbidden-header';
import { normalizeValue } from '../../../src/core/fetch/header-list';
import type { Body, ScriptedCall } from '../world/case';

/** Content-Type that a body brings along where the script sets none; bodies without an entry bring none. */
const impliedType: Partial<Record<Body, string>> = {
  string: 'text/plain;charset=UTF-8',
  'url-search-params': 'application/x-www-form-urlencoded;charset=UTF-8',
  'form-data': 'multipart/form-data; boundary=----boundary',
  'text-blob': 'text/plain',
  'json-blob': 'application/json',
  document: 'text/html;charset=UTF-8',
};

/** Whether anything is uploaded: XHR ignores the body of GET and HEAD. */
export function uploads({ method, body }: ScriptedCall): boolean {
  return body !== 'none' && !/^(GET|HEAD)$/i.test(method);
}

/** The header list that the API makes of what the script gave, with the body's own Content-Type. */
export function scriptHeaders(call: ScriptedCall): readonly Header[] {
  const given = inContainer(call);
  const type = uploads(call) ? impliedType[call.body] : undefined;
  const setsType = given.some(([name]) => name.toLowerCase() === 'content-type');
  return type === undefined || setsType ? given : [...given, ['content-type', type]];
}

/** XHR and Headers combine fields of one name, XHR without those that it refuses; an object keeps the last of each spelling. */
function inContainer({ api, container, headers }: ScriptedCall): readonly Header[] {
  if (api === 'fetch' && container === 'object') return [...new Map(headers)];
  if (api === 'fetch' && container !== 'headers') return headers;
  const combined = new Map<string, string>();
  for (const [name, value] of headers) {
    if (api === 'xhr' && isForbiddenRequestHeader(name, value)) continue;
    const key = name.toLowerCase();
    const before = combined.get(key);
    combined.set(key, before === undefined ? normalizeValue(value) : `${before}, ${normalizeValue(value)}`);
  }
  return [...combined];
}
