import { describe, expect, it } from 'vitest';
import type { SlimEntry } from '../../../../src/protocol/slim-entry';
import { createSharedParts } from '../../../../src/devtools/recorder/shared-parts';
import { harEntry, type EntrySpec } from './har-entry';

const agent = { name: 'User-Agent', value: 'Mozilla/5.0' };
const answered = { name: 'Content-Type', value: 'application/json' };

/** As the browser gives it: nothing is the same object as in another entry. */
function fresh(spec: EntrySpec = {}): SlimEntry {
  return structuredClone(harEntry({ headers: [agent], responseHeaders: [answered], ...spec }));
}

describe('what entries share', () => {
  it('are headers and stacks, without a change of what they say', () => {
    const shared = createSharedParts();
    const first = shared(fresh({ url: 'https://a.test/1' }));
    const second = shared(fresh({ url: 'https://a.test/2' }));
    expect(second).toEqual(fresh({ url: 'https://a.test/2' }));
    expect(second.request.headers?.[0]).toBe(first.request.headers?.[0]);
    expect(second.response?.headers?.[0]).toBe(first.response?.headers?.[0]);
    expect(second._initiator).toBe(first._initiator);
  });

  it('is nothing that differs', () => {
    const shared = createSharedParts();
    const values = Array.from({ length: 40 }, (_, n) => `value ${n % 20}`);
    const entries = values.map((value) => shared(fresh({ headers: [agent, { name: 'X-Trace', value }] })));
    expect(entries.map(({ request }) => request.headers)).toEqual(
      values.map((value) => [agent, { name: 'X-Trace', value }]),
    );
    const [from] = entries;
    const elsewhere = fresh();
    const other = { ...elsewhere, _initiator: { type: 'script', stack: { callFrames: [{ url: 'b.js' }] } } };
    expect(shared(other)._initiator).not.toEqual(from?._initiator);
  });
});
