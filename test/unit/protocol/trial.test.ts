import { describe, expect, it } from 'vitest';
import { parseTrial, trialHeaders } from '../../../src/protocol/trial';

const traced = {
  kind: 'trace-context',
  key: '2ead957c-980df25b@dtr',
  application: 'ea7c4b59f27d43eb',
  postfix: 'lab12345',
  visitor: '1777270045450K7QJCFPI7NLPJ913DJBJK2MLMAS2UG2F',
  session: 'VAELUWHBCWKLNEOKJHEPMSKMITTKOBUT-0',
} as const;
const trial = {
  id: 'a-trial-0123456789',
  change: { route: 'header', value: traced },
  mode: 'strict',
  pattern: 'api',
  exclusions: null,
  endpoints: [{ method: 'GET', origin: 'https://api.test', path: '/a' }],
  pageOrigin: 'https://app.test',
  mended: [
    { from: 'https://app.test', origin: 'https://api.test', methods: ['GET'], headerNames: ['x-dtc'] },
  ],
} as const;
const withValue = (value: unknown) => ({ ...trial, change: { route: 'header', value } });

describe('a trial is', () => {
  it.each([
    ['one of trace context', trial],
    ['one with made-up values', withValue({ ...traced, postfix: null })],
    ['one of x-dtc', withValue({ kind: 'synthetic', value: 'sn="a\tb"' })],
    ['one of the agent’s x-dtc', withValue({ kind: 'agent', postfix: '', application: '', fallback: '' })],
    ['one of cookies', { ...trial, change: { route: 'cookies' }, endpoints: null, mended: [] }],
  ])('%s', (_, input) => {
    expect(parseTrial(JSON.parse(JSON.stringify(input)))).toEqual(input);
  });
});

describe('no trial is', () => {
  it.each([
    ['nothing', null],
    ['a list', [trial]],
    ['one with more', { ...trial, more: 1 }],
    ['a short id', { ...trial, id: 'short' }],
    ['another mode', { ...trial, mode: 'wild' }],
    ['a pattern that is none', { ...trial, pattern: 5 }],
    ['a pattern without end', { ...trial, pattern: 'x'.repeat(10_001) }],
    ['a value with a line break', withValue({ kind: 'synthetic', value: 'a\nb' })],
    ['an entry that ends early', withValue({ ...traced, session: 'a;b' })],
    ['an entry that begins another', withValue({ ...traced, visitor: 'a,b' })],
    ['an entry without a key', withValue({ ...traced, key: '' })],
    ['cookies of a strange name', withValue({ ...traced, postfix: 'a=b' })],
    ['a value of another kind', withValue({ ...traced, kind: 'agent' })],
    ['a value of the cookie route', { ...trial, change: { route: 'cookies', value: traced } }],
    ['a page that is none', { ...trial, pageOrigin: 'chrome://settings' }],
    ['a mended origin with a wildcard', { ...trial, mended: [{ ...trial.mended[0], origin: 'https://*' }] }],
    ['a header that is none', { ...trial, mended: [{ ...trial.mended[0], headerNames: ['a b'] }] }],
  ])('%s', (_, input) => {
    expect(parseTrial(JSON.parse(JSON.stringify(input)))).toBeNull();
  });
});

it.each([
  [{ route: 'header', value: traced }, ['traceparent', 'tracestate']],
  [{ route: 'header', value: { kind: 'synthetic', value: 'x' } }, ['x-dtc']],
  [{ route: 'cookies' }, []],
] as const)('%j adds %j', (change, expected) => {
  expect(trialHeaders({ change })).toEqual(expected);
});
