import { describe, expect, it } from 'vitest';
import { recordableEntry } from '../../../../src/devtools/recorder/recordable-entry';
import { harEntry, type EntrySpec } from './har-entry';

describe('what of an entry is recorded', () => {
  it('leaves bodies out', () => {
    const result = recordableEntry(harEntry());
    expect(JSON.stringify(result)).not.toContain('{\\"a\\":1}');
    expect(result).toMatchObject({
      kind: 'recordable',
      entry: { request: { method: 'GET' }, response: { status: 200 } },
    });
  });

  it('tells how long it is, with all that was left out left out', () => {
    const result = recordableEntry(harEntry());
    const { entry, length } = result.kind === 'recordable' ? result : { entry: null, length: 0 };
    expect(length).toBe(JSON.stringify(entry).length);
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
    expect(result.kind).toBe(isHeld ? 'recordable' : 'irrelevant');
  });

  it('holds the scripts of workers, which tell whose calls are made by one', () => {
    const headers = [{ name: 'Sec-Fetch-Dest', value: 'worker' }];
    expect(recordableEntry(harEntry({ type: 'script', headers }))).toMatchObject({
      kind: 'recordable',
      entry: { time: 20 },
    });
  });

  it.each([
    ['https://a.test/x', 'fetch', true],
    ['wss://a.test/x', 'websocket', true],
    ['data:text/plain,a', 'fetch', false],
    ['blob:https://a.test/1', 'xhr', false],
    ['chrome-extension://abc/x', 'fetch', false],
  ])('of the network only: %s', (url, type, isHeld) => {
    const result = recordableEntry(harEntry({ url, type }));
    expect(result.kind).toBe(isHeld ? 'recordable' : 'irrelevant');
  });

  it('holds of a worker in a data: URL the name that its calls have on their stacks', () => {
    const url = `data:text/javascript,${'x'.repeat(2_000_000)}`;
    const load = recordableEntry(
      harEntry({ url, type: 'script', headers: [{ name: 'Sec-Fetch-Dest', value: 'worker' }] }),
    );
    const call = recordableEntry({ ...harEntry(), _initiator: { stack: { callFrames: [{ url }] } } });
    const name = load.kind === 'recordable' ? load.entry.request.url : '';
    expect(name).toHaveLength(2_000);
    expect(call).toMatchObject({ entry: { _initiator: { stack: { callFrames: [{ url: name }] } } } });
  });

  it.each<[string, EntrySpec, boolean]>([
    ['a URL of a million characters', { url: `https://a.test/${'x'.repeat(1_000_000)}` }, false],
    ['a URL of nearly a million', { url: `https://a.test/${'x'.repeat(999_000)}` }, true],
    ['a header of a million', { headers: [{ name: 'x', value: 'x'.repeat(1_000_000) }] }, false],
    ['a header’s name', { headers: [{ name: 'x'.repeat(1_000_000), value: '' }] }, false],
    [
      'very many headers',
      { headers: Array.from({ length: 60_000 }, () => ({ name: 'x', value: '' })) },
      false,
    ],
    ['an answer’s header', { responseHeaders: [{ name: 'x', value: 'x'.repeat(1_000_000) }] }, false],
  ])('takes an entry whole or not at all: %s', (_, spec, isHeld) => {
    const result = recordableEntry(harEntry(spec));
    expect(result.kind).toBe(isHeld ? 'recordable' : 'too-large');
    if (result.kind === 'recordable') expect(result.entry.request.url).toBe(spec.url);
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
    expect(result.kind === 'unreadable' ? result.problem : '').toMatch(
      /^An entry of the browser’s network log cannot be read: .+\.$/,
    );
  });
});
