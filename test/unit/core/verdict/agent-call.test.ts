import { describe, expect, it } from 'vitest';
import { agentRegexFromJson } from '../../../../src/core/agent/agent-regex';
import type { HookCall, HookHeader } from '../../../../src/core/exchange/hook-call';
import { withHookFacts } from '../../../../src/core/exchange/hook-facts';
import { agentCallOf } from '../../../../src/core/verdict/agent-call';
import { judge } from '../../../../src/core/verdict/judge';
import { sampleHookCall } from '../exchange/sample-hook-call';
import { agentWith, pageFacts, sampleExchange, shop, xDtc } from './sample-exchange';

const partner = 'https://api.partner.test/offers';
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const marked = '2ead957c@dtr=1;97039bf817c8584a;1;745a78fe5b6e57f6;1777;V-0';

const seenByHook = (call: Partial<HookCall>): HookCall =>
  sampleHookCall({ url: partner, method: 'PUT', container: 'object', ...call });
const header = (name: string, value: string | null): HookHeader => ({ name, value });

/** A PUT whose preflight asked for all that it carries, and was refused: nothing went over the wire. */
const refused = sampleExchange({
  url: partner,
  method: 'PUT',
  status: null,
  error: 'net::ERR_FAILED',
  preflight: { asked: 'traceparent,tracestate', headers: { 'Access-Control-Allow-Origin': shop } },
});

/** A call that the New RUM Experience tags, and whose server takes it. */
const sent = sampleExchange({
  url: partner,
  request: [
    ['tracestate', marked],
    ['traceparent', traceparent],
  ],
  response: { 'Access-Control-Allow-Origin': shop },
});

describe('headers that the page hook saw: those of the script', () => {
  const own = [header('traceparent', traceparent), header('TraceState', 'a=1')];
  const agents = [header('tracestate', marked), header('traceparent', traceparent)];
  const classic = header(...xDtc);
  it.each<[what: string, call: Partial<HookCall>, names: readonly string[]]>([
    ['of a page without an agent', { headers: own }, ['traceparent', 'TraceState']],
    ['before the agent starts', { agent: 'starting', headers: own }, ['traceparent', 'TraceState']],
    ['none is sure beside an agent that runs', { agent: 'running', headers: own }, []],
    [
      'the page’s own beside the New RUM Experience',
      { agent: 'new-rum', headers: own },
      ['traceparent', 'TraceState'],
    ],
    ['not what the New RUM Experience has marked', { agent: 'new-rum', headers: agents }, []],
    ['not what it has marked where its global is another', { agent: 'none', headers: agents }, []],
    ['nor beside an agent that has not started', { agent: 'starting', headers: agents }, []],
    ['an x-dtc beside it: it never adds one', { agent: 'new-rum', headers: [...agents, classic] }, ['x-dtc']],
    ['not one that was not read out', { headers: [header('authorization', null)] }, []],
    [
      'the page’s own traceparent, a trial’s entry beside it',
      { headers: agents, trial: { id: 't', effect: { kind: 'header-added', headers: ['tracestate'] } } },
      ['traceparent'],
    ],
  ])('%s', (_, call, names) => {
    const { setByScript = [] } = agentCallOf(withHookFacts(refused, seenByHook(call)));
    expect(setByScript.map(([name]) => name)).toEqual(names);
  });
});

it.each([
  ['none', true],
  ['starting', false],
  ['running', true],
  // when it started is not recorded: the page's facts tell
  ['new-rum', true],
] as const)('an agent of which the hook saw “%s” had started: %s', (agent, isReady) => {
  expect(agentCallOf(withHookFacts(refused, seenByHook({ agent }))).agentReady).toBe(isReady);
});

it.each(['new-rum', 'none'] as const)(
  'what the New RUM Experience adds is no trace context of the page’s own (the hook saw “%s”)',
  (agent) => {
    const call = seenByHook({
      agent,
      headers: [header('tracestate', marked), header('traceparent', traceparent)],
    });
    const verdict = judge(
      withHookFacts(sent, call),
      'header',
      pageFacts({
        agent: agentWith('', {
          kind: 'new-rum',
          application: 'ea7c4b59f27d43eb',
          modules: '18X',
          traceContext: {
            enabled: true,
            inclusions: agentRegexFromJson('partner'),
            exclusions: null,
            tracestateKeyPrefix: '2ead957c',
          },
        }),
        traceContextDraft: { inclusions: 'nowhere' },
      }),
    );
    expect(verdict).toMatchObject({ outcome: 'unlinked', reasons: [{ code: 'trace-context-not-included' }] });
  },
);
