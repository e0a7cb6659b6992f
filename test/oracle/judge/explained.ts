import type { Engine } from '../../../src/core';
import type { OracleCase } from '../world/case';
import type { Disagreement } from './compare';

/** A difference with a documented cause outside the core's inputs (docs/oracle.md lists them); `null`: it has none. */
export function explanationOf(
  oracleCase: OracleCase,
  { aspect }: Disagreement,
  engine: Engine,
): string | null {
  const { call, hops } = oracleCase;
  if (engine === 'firefox' && losesTypeOfXhrBody(oracleCase) && aspect !== 'causes') {
    return 'Firefox remembers a Content-Type that an XHR body brings along otherwise than one that the script sets';
  }
  if (engine !== 'chromium' || call.body !== 'stream') return null;
  if (call.mode === 'same-origin') {
    return 'Chromium asks for a stream even in mode same-origin, and then sends nothing';
  }
  const beginsTheSame = aspect === 'causes' || (aspect === 'preflights' && hops.length === 1);
  return beginsTheSame
    ? null
    : 'Chromium uploads streams over HTTP/2 and later only; the servers speak HTTP/1.1';
}

/** An XHR with an unsafe Content-Type of its body's own that a redirect takes off again. */
function losesTypeOfXhrBody({ call, hops }: OracleCase): boolean {
  const bringsUnsafeType = call.body === 'json-blob' || call.body === 'document';
  const setsType = call.headers.some(([name]) => name.toLowerCase() === 'content-type');
  const losesBody = hops.some(
    ({ response }) => response !== 'reset' && [301, 302, 303].includes(response.status),
  );
  return call.api === 'xhr' && bringsUnsafeType && !setsType && losesBody;
}
