import { describe, expect, test } from 'vitest';
import { serverAnswer, serverAnswerText } from '../../../../src/core/report/server-answer';
import { reportCall } from '../../../../src/core/report/report-call';
import { sampleExchange, shop } from '../verdict/sample-exchange';
import type { ExchangeSpec } from '../verdict/sample-exchange';

const url = 'https://api.partner.test/orders';
const open = { 'Access-Control-Allow-Origin': shop };
const preflight = (allowed: string, asked?: string, others: Record<string, string> = {}) => ({
  ...(asked !== undefined && { asked }),
  headers: { ...open, 'Access-Control-Allow-Headers': allowed, ...others },
});
const call = (spec: ExchangeSpec) => sampleExchange({ url, response: open, ...spec });

describe('serverAnswer', () => {
  test.each<[string, ExchangeSpec, string, string | null]>([
    ['x-dtc is allowed', { preflight: preflight('content-type, X-DTC') }, 'accepts', null],
    ['x-dtc is not', { preflight: preflight('content-type, accept') }, 'refuses', 'acah-lacks-x-dtc'],
    ['no preflight was seen', {}, 'not-asked', null],
    [
      'it allows just what it is asked for',
      {
        preflight: preflight('content-type', 'content-type'),
        request: { 'Content-Type': 'application/json' },
      },
      'likely-accepts',
      'header-likely-accepted',
    ],
    [
      'its answer varies by what it is asked for',
      {
        method: 'PUT',
        preflight: preflight('', undefined, {
          Vary: 'Access-Control-Request-Headers',
          'Access-Control-Allow-Methods': 'PUT',
        }),
      },
      'not-asked',
      'preflight-may-vary',
    ],
    ['the call fails already', { preflight: preflight('x-dtc'), response: {} }, 'refuses', 'acao-missing'],
    ['the answer was not seen', { preflight: preflight('x-dtc'), status: null }, 'not-asked', null],
    ['the page’s own origin', { url: `${shop}/cart` }, 'not-needed', null],
    [
      'after a redirect the other server refuses',
      {
        preflight: preflight('x-dtc'),
        status: 307,
        redirectedTo: [
          { url: 'https://other.test/there', response: open, preflight: preflight('accept-language') },
        ],
      },
      'refuses',
      'acao-mismatch',
    ],
  ])('%s', (_, spec, kind, code) => {
    const answer = serverAnswer(call(spec), 'standard');
    expect([answer.kind, answer.reason?.code ?? null]).toEqual([kind, code]);
  });

  test('the New RUM Experience’s headers are others', () => {
    const tracing = call({ preflight: preflight('traceparent, tracestate') });
    expect(serverAnswer(tracing, 'standard', ['traceparent', 'tracestate']).kind).toBe('accepts');
    expect(serverAnswer(tracing, 'standard').kind).toBe('refuses');
  });

  test('a refusal says by which rule', () => {
    const refused = call({ preflight: preflight('accept') });
    const endpoint = { server: serverAnswer(refused, 'standard'), call: reportCall(refused) };
    expect(serverAnswerText(endpoint)).toBe('refuses x-dtc: Not among the headers allowed: x-dtc.');
  });
});
