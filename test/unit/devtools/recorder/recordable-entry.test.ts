import { describe, expect, it } from 'vitest';
import { recordableEntry } from '../../../../src/devtools/recorder/recordable-entry';
import { harEntry } from './har-entry';

describe('what of an entry is recorded', () => {
  it('leaves bodies out', () => {
    const result = recordableEntry(harEntry());
    expect(JSON.stringify(result)).not.toContain('{\\"a\\":1}');
    expect(result).toMatchObject({
      ok: true,
      entry: { request: { method: 'GET' }, response: { status: 200 } },
    });
  });

  it.each([
    ['fetch', true],
    ['xhr', true],
    ['preflight', true],
    ['ping', true],
    ['document', true],
    ['image', false],
    ['script', false],
    ['font', false],
  ])('type %s: %s', (type, isHeld) => {
    const result = recordableEntry(harEntry({ type }));
    expect(result.ok && result.entry !== null).toBe(isHeld);
  });

  it('holds the scripts of workers, which tell whose calls are made by one', () => {
    const headers = [{ name: 'Sec-Fetch-Dest', value: 'worker' }];
    expect(recordableEntry(harEntry({ type: 'script', headers }))).toMatchObject({
      ok: true,
      entry: { time: 20 },
    });
  });

  it.each([
    ['null', null],
    ['a text', 'entry'],
    ['no request', { startedDateTime: new Date(5).toISOString() }],
    ['no URL', { ...harEntry(), request: { method: 'GET' } }],
    ['no method', { ...harEntry(), request: { url: 'https://a.test/' } }],
    ['a start that is no date', { ...harEntry(), startedDateTime: 'yesterday' }],
  ])('names what is wrong: %s', (_, raw) => {
    const result = recordableEntry(raw);
    expect(result.ok ? '' : result.problem).toMatch(
      /^An entry of the browser’s network log cannot be read: .+\.$/,
    );
  });
});
