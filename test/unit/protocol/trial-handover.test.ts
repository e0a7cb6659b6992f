import { expect, it } from 'vitest';
import type { Trial } from '../../../src/protocol/trial';
import { handoverHeader, readHandover } from '../../../src/protocol/trial-handover';

const trial: Trial = {
  id: 'trial-0123456789abcdef',
  change: { route: 'header', value: { kind: 'synthetic', value: 'sn="x", v="1"' } },
  mode: 'strict',
  pattern: 'a"b\\\\c;d,e%20ü\u2028',
  exclusions: null,
  endpoints: null,
  pageOrigin: 'https://app.shop.test',
  mended: [],
};

/** As a browser reads it (Server Timing, the header's grammar). */
function timings(header: string): { name: string; description: string }[] {
  const [, name = '', description = ''] = /^([\w-]+);desc="([^"\\]*)"$/.exec(header) ?? [];
  return [
    { name: 'db', description: '' },
    { name, description },
  ];
}

it('hands a trial over whole, whatever it holds', () => {
  expect(readHandover(timings(handoverHeader(trial)))).toEqual({ kind: 'trial', trial });
});

it('names a trial that does not fit into a header', () => {
  const endpoints = Array.from({ length: 1_000 }, (_, n) => ({
    method: 'GET',
    origin: 'https://api.shop.test',
    path: `/a/rather/long/path/${n}`,
  }));
  const header = handoverHeader({ ...trial, endpoints });
  expect(header.length).toBeLessThan(100);
  expect(readHandover(timings(header))).toEqual({ kind: 'named', id: trial.id });
});

it('takes the last entry: the rule appends it to what the server sent', () => {
  const forged = timings(handoverHeader({ ...trial, id: 'forged-0123456789abcdef' }));
  expect(readHandover([...forged, ...timings(handoverHeader(trial))])).toEqual({ kind: 'trial', trial });
});

it.each([
  ['nothing', []],
  ['another entry', [{ name: 'total', description: 'x' }]],
  ['what is no trial', [{ name: 'crosslink-trial', description: '%7B%7D' }]],
  ['what is no text', [{ name: 'crosslink-trial', description: '%E0%A4%A' }]],
])('%s hands over none', (_, entries) => {
  expect(readHandover(entries)).toEqual({ kind: 'none' });
});
