import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { persistedRecord } from '../../../../../src/panel/store/settings/persisted-record';
import { createMemorySettings } from './memory-settings';

const settled = () => new Promise((resolve) => setImmediate(resolve));

function open(storage = createMemorySettings()) {
  return persistedRecord(storage, 'counts', v.number(), 3);
}

describe('a remembered record', () => {
  it('has what is stored, and stores what changes', async () => {
    const storage = createMemorySettings({ counts: { a: 1 } });
    const counts = open(storage);
    await settled();
    expect([counts.get('a'), counts.get('b'), storage.writes]).toEqual([1, undefined, 0]);
    counts.set('b', 2);
    expect(counts.get('b')).toBe(2);
    await settled();
    expect(storage.stored).toEqual({ counts: { a: 1, b: 2 } });
  });

  it('keeps what was set before the stored one was read, and what was stored beside it', async () => {
    const storage = createMemorySettings({ counts: { a: 1, b: 2 } });
    const counts = open(storage);
    counts.set('a', 5);
    await settled();
    expect([counts.get('a'), counts.get('b')]).toEqual([5, 2]);
    expect(storage.stored).toEqual({ counts: { b: 2, a: 5 } });
  });

  it('leaves alone what another panel has set meanwhile', async () => {
    const storage = createMemorySettings({ counts: { a: 1 } });
    const [here, there] = [open(storage), open(storage)];
    await settled();
    there.set('b', 2);
    await settled();
    here.set('a', 3);
    await settled();
    expect(storage.stored).toEqual({ counts: { a: 3, b: 2 } });
  });

  it('lets go what was set longest ago', async () => {
    const storage = createMemorySettings({ counts: { a: 1, b: 2, c: 3 } });
    const counts = open(storage);
    await settled();
    counts.set('a', 4);
    counts.set('d', 5);
    await settled();
    expect(storage.stored).toEqual({ counts: { c: 3, a: 4, d: 5 } });
    expect(counts.get('b')).toBeUndefined();
  });

  it.each([['text'], [null], [undefined], [[1]], [{ a: 'one' }]])('passes over %j', async (stored) => {
    const counts = open(createMemorySettings({ counts: stored }));
    await settled();
    expect(counts.get('a')).toBeUndefined();
  });

  it('passes over single entries', async () => {
    const counts = open(createMemorySettings({ counts: { a: 'one', b: 2 } }));
    await settled();
    expect([counts.get('a'), counts.get('b')]).toEqual([undefined, 2]);
  });

  it.each(['constructor', '__proto__'])('does not mistake %s for a member of Object', (name) => {
    const counts = open();
    expect(counts.get(name)).toBeUndefined();
    counts.set(name, 1);
    expect(counts.get(name)).toBe(1);
  });
});
