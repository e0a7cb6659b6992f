import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { persisted } from '../../../../../src/panel/store/settings/persisted';
import { createMemorySettings } from './memory-settings';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a remembered signal', () => {
  it('takes what is stored, and stores what changes', async () => {
    const storage = createMemorySettings({ width: 300 });
    const width = persisted(storage, 'width', v.number(), 100);
    expect(width.value).toBe(100);
    await settled();
    expect(width.value).toBe(300);
    expect(storage.writes).toBe(0);
    width.value = 400;
    expect(storage.stored['width']).toBe(400);
  });

  it.each([['text'], [null], [undefined], [{}]])('passes over %j', async (stored) => {
    const width = persisted(createMemorySettings({ width: stored }), 'width', v.number(), 100);
    await settled();
    expect(width.value).toBe(100);
  });

  it('keeps and stores a change that was made before the stored value was read', async () => {
    const storage = createMemorySettings({ width: 300 });
    const width = persisted(storage, 'width', v.number(), 100);
    width.value = 200;
    await settled();
    expect(width.value).toBe(200);
    expect(storage.stored['width']).toBe(200);
  });
});
