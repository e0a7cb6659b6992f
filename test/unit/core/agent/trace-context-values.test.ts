import { describe, expect, it } from 'vitest';
import { traceContextValues } from '../../../../src/core/agent/trace-context-values';

const ids = {
  key: '2ead957c-980df25b@dtr',
  application: '745a78fe5b6e57f6',
  visitor: '1777270045450K7QJCFPI7NLPJ913DJBJK2MLMAS2UG2F',
  session: 'VAELUWHBCWKLNEOKJHEPMSKMITTKOBUT-0',
};
const call = { trace: '0af7651916cd43dd8448eb211c80319c', span: '97039bf817c8584a' };
const entry =
  '2ead957c-980df25b@dtr=1;97039bf817c8584a;1;745a78fe5b6e57f6;1777270045450K7QJCFPI7NLPJ913DJBJK2MLMAS2UG2F;VAELUWHBCWKLNEOKJHEPMSKMITTKOBUT-0';
const fresh = ['traceparent', '00-0af7651916cd43dd8448eb211c80319c-97039bf817c8584a-01'];
const foreign = '00-11111111111111111111111111111111-2222222222222222-00';

const values = (traceparent: string | null, tracestate: string | null) =>
  traceContextValues(ids, { traceparent, tracestate }, call);

describe('what the New RUM Experience sets beside what a call has', () => {
  it.each([
    ['nothing', null, null, [['tracestate', entry], fresh]],
    ['a valid traceparent', foreign, null, [['tracestate', entry]]],
    ['a valid traceparent with entries', foreign, 'a=1,b=2', [['tracestate', `${entry},a=1,b=2`]]],
    ['entries alone', null, ' a=1 ,, b=2 ', [['tracestate', `${entry},a=1,b=2`], fresh]],
    ['an empty tracestate', null, '', [['tracestate', entry], fresh]],
    ['its own entry', foreign, `a=1,${entry}`, 'already'],
    ['a traceparent of another version', foreign.replace('00-', '01-'), null, 'invalid'],
    ['a traceparent in upper case', foreign.replaceAll('1', 'A'), null, 'invalid'],
    ['a traceparent of five parts', `${foreign}-x`, null, 'invalid'],
    ['an empty traceparent', '', null, 'invalid'],
  ] as const)('%s', (_, traceparent, tracestate, expected) => {
    expect(values(traceparent, tracestate)).toEqual(expected);
  });

  it('nothing where its own entry would be too long', () => {
    const long = { ...ids, session: 'X'.repeat(200) };
    expect(traceContextValues(long, { traceparent: null, tracestate: null }, call)).toBe('max_length');
  });
});

describe('entries of others', () => {
  const kept = (tracestate: string) => {
    const made = values(foreign, tracestate);
    return typeof made === 'string' ? made : (made[0]?.[1] ?? '').split(',').slice(1);
  };
  const many = (count: number) => Array.from({ length: count }, (_, index) => `k${index}=v`);

  it('are 31 at most, the last ones go', () => {
    expect(kept(many(40).join(','))).toEqual(many(31));
  });

  it('of more than 128 characters go first where 512 are not enough', () => {
    const long = `long=${'x'.repeat(130)}`;
    const short = (name: string) => `${name}=${'y'.repeat(100)}`;
    expect(kept([long, 'a=1'].join(','))).toEqual([long, 'a=1']);
    expect(kept([short('a'), long, short('b'), short('c')].join(','))).toEqual([
      short('a'),
      short('b'),
      short('c'),
    ]);
  });

  it('of the same length go from the end', () => {
    const each = many(6).map((one) => `${one}${'z'.repeat(90)}`);
    expect(kept(each.join(','))).toEqual(each.slice(0, 3));
  });
});
