import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../src/devtools/recorder/log';
import type { LogCapacity } from '../../../../src/protocol/recorder';
import type { SlimEntry } from '../../../../src/protocol/slim-entry';

const start = 1_000_000;
const entryAt = (n: number): SlimEntry => ({
  startedDateTime: new Date(start + n).toISOString(),
  request: { method: 'GET', url: `https://api.test/${n}` },
});

/** A log into which entries of these sizes came. */
function filled(capacity: LogCapacity, sizes: readonly number[]) {
  const log = createLog(capacity);
  const oldest: number[] = [];
  log.listen({ dropped: (_, time) => oldest.push(time - start) });
  for (const [n, size] of sizes.entries()) log.appendEntry(entryAt(n), size);
  return { log, oldest };
}

const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

describe('a full log', () => {
  it.each<[string, LogCapacity, number[], number[], number]>([
    ['in entries: the oldest tenth goes', { items: 20, characters: 99 }, ones(21), [2, 20], 2],
    [
      'in characters: the oldest go until a tenth is free',
      { items: 99, characters: 20 },
      ones(21),
      [3, 20],
      3,
    ],
    ['one that is large goes for many', { items: 99, characters: 20 }, [12, ...ones(9)], [1, 9], 1],
    ['one that is large makes many go', { items: 99, characters: 20 }, [...ones(18), 15], [15, 18], 15],
    ['it is filled to the last', { items: 20, characters: 40 }, [...ones(19), 21], [0, 19], 0],
    ['the newest stays, however large', { items: 99, characters: 20 }, [...ones(5), 30], [5, 5], 5],
  ])('%s', (_, capacity, sizes, [first, last], dropped) => {
    const { log, oldest } = filled(capacity, sizes);
    const urls = log.items.map((item) => (item.kind === 'entry' ? item.entry.request.url : ''));
    expect([urls[0], urls.at(-1)]).toEqual([`https://api.test/${first}`, `https://api.test/${last}`]);
    expect(log.dropped).toBe(dropped);
    expect(oldest).toEqual(dropped === 0 ? [] : [first]);
  });

  it('counts an entry that is renewed as it is now', () => {
    const { log } = filled({ items: 99, characters: 20 }, ones(10));
    const [, second] = log.items;
    log.replaceEntry(second?.id ?? 0, entryAt(1), 12);
    expect(log.dropped).toBe(2);
    for (let n = 10; n < 22; n++) log.appendEntry(entryAt(n), 1);
    expect([log.items.length, log.dropped]).toEqual([20, 2]);
  });

  it('counts no more what was cleared', () => {
    const { log } = filled({ items: 99, characters: 20 }, ones(20));
    log.removeBefore(start + 19);
    for (let n = 20; n < 39; n++) log.appendEntry(entryAt(n), 1);
    expect([log.items.length, log.dropped]).toEqual([20, 0]);
  });
});
