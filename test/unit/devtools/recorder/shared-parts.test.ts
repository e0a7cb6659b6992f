import { describe, expect, it } from 'vitest';
import type { SlimEntry } from '../../../../src/protocol/slim-entry';
import { createSharedParts, type WholeEntry } from '../../../../src/devtools/recorder/shared-parts';
import { harEntry, type EntrySpec } from './har-entry';

const agent = { name: 'User-Agent', value: 'Mozilla/5.0' };
const answered = { name: 'Content-Type', value: 'application/json' };

/** As the browser gives it: nothing is the same object as in another entry. */
function fresh(spec: EntrySpec = {}): SlimEntry {
  return structuredClone(harEntry({ headers: [agent], responseHeaders: [answered], ...spec }));
}

function whole(entry: SlimEntry): WholeEntry {
  return { entry, length: JSON.stringify(entry).length };
}

describe('what entries share', () => {
  it('are headers and stacks, without a change of what they say', () => {
    const shared = createSharedParts();
    const { entry: first } = shared(whole(fresh({ url: 'https://a.test/1' })));
    const { entry: second } = shared(whole(fresh({ url: 'https://a.test/2' })));
    expect(second).toEqual(fresh({ url: 'https://a.test/2' }));
    expect(second.request.headers?.[0]).toBe(first.request.headers?.[0]);
    expect(second.response?.headers?.[0]).toBe(first.response?.headers?.[0]);
    expect(second._initiator).toBe(first._initiator);
  });

  it('is nothing that differs', () => {
    const shared = createSharedParts();
    const values = Array.from({ length: 40 }, (_, n) => `value ${n % 20}`);
    const entries = values.map(
      (value) => shared(whole(fresh({ headers: [agent, { name: 'X-Trace', value }] }))).entry,
    );
    expect(entries.map(({ request }) => request.headers)).toEqual(
      values.map((value) => [agent, { name: 'X-Trace', value }]),
    );
    const [from] = entries;
    const elsewhere = fresh();
    const other = { ...elsewhere, _initiator: { type: 'script', stack: { callFrames: [{ url: 'b.js' }] } } };
    expect(shared(whole(other)).entry._initiator).not.toEqual(from?._initiator);
  });
});

const text = 'x'.repeat(10_000);
const header = { name: 'X-Long', value: text };

describe('the size of an entry', () => {
  it.each<[string, EntrySpec, number]>([
    ['URL', { url: `https://a.test/${text}` }, 1],
    ['method', { method: text }, 1],
    ['request headers', { headers: [header, { ...header, name: text }] }, 3],
    ['response headers', { responseHeaders: [header] }, 1],
    ['failure', { error: text }, 1],
    [
      'very many headers that say nothing',
      { headers: Array.from({ length: 1_000 }, (_, n) => ({ name: `${n}`, value: '' })) },
      2,
    ],
  ])('counts all that it holds: %s', (_, spec, times) => {
    const { size } = createSharedParts()(whole(fresh(spec)));
    expect(Math.floor((size - 600) / text.length)).toBe(times);
  });

  it.each<[string, EntrySpec]>([
    ['headers', { headers: [{ name: 'X-Long', value: text.slice(0, 7_900) }] }],
    ['response headers', { responseHeaders: [{ name: 'X-Long', value: text.slice(0, 7_900) }] }],
  ])('counts nearly nothing of what entries before have: %s', (_, spec) => {
    const shared = createSharedParts();
    expect(shared(whole(fresh(spec))).size).toBeGreaterThan(7_900);
    expect(shared(whole(fresh(spec))).size).toBeLessThan(1_000);
  });

  it('counts the places that headers take which others have', () => {
    const headers = Array.from({ length: 30_000 }, () => ({ name: 'a', value: '' }));
    const shared = createSharedParts();
    shared(whole(fresh({ headers })));
    expect(shared(whole(fresh({ headers }))).size).toBeGreaterThan(200_000);
  });

  it.each([
    ['a header', { headers: [header] }],
    ['a header’s name', { headers: [{ name: text, value: '' }] }],
  ])('counts what is too long to be kept for others: %s', (_, spec) => {
    const shared = createSharedParts();
    for (let n = 0; n < 2; n++) expect(shared(whole(fresh(spec))).size).toBeGreaterThan(10_000);
  });
});
