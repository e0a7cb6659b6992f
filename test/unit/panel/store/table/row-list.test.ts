import { describe, expect, it } from 'vitest';
import type { RecordedNavigation } from '../../../../../src/protocol/recorder';
import { flatLines, type Timeline } from '../../../../../src/panel/store/table/flat-lines';
import { createRowList } from '../../../../../src/panel/store/table/row-list';
import { createRowMaker } from '../../../../../src/panel/store/table/row-maker';
import { judgedCall } from './judged-call';

const calls = [
  judgedCall('first', 1, { preflights: 2 }),
  judgedCall('second', 3),
  judgedCall('third', 5, { preflights: 1 }),
];
const byId = new Map(calls.map((call) => [call.exchange.id, call]));
const loads = [0, 3].map((at, id): RecordedNavigation => {
  return { kind: 'navigation', id, url: `https://shop.test/${id}`, at };
});
const rows = createRowMaker();
const listOf = (shown = calls, navigations = loads, timeline: Timeline = 'ascending', nestedUntil = 0) =>
  createRowList({
    lines: flatLines(shown, navigations, timeline),
    nestedUntil,
    rows,
    judgedOf: (id) => byId.get(id),
  });

describe('the flat list', () => {
  it.each<{ timeline: Timeline; keys: string[] }>([
    {
      timeline: 'ascending',
      keys: [
        'navigation/0',
        'first',
        'first/preflight/0',
        'first/preflight/1',
        'navigation/1',
        'second',
        'third',
        'third/preflight/0',
      ],
    },
    {
      timeline: 'descending',
      keys: [
        'third',
        'third/preflight/0',
        'second',
        'navigation/1',
        'first',
        'first/preflight/0',
        'first/preflight/1',
        'navigation/0',
      ],
    },
    {
      timeline: null,
      keys: ['first', 'first/preflight/0', 'first/preflight/1', 'second', 'third', 'third/preflight/0'],
    },
  ])('with time $timeline has the navigations at their places, or none', ({ timeline, keys }) => {
    const shown = timeline === 'descending' ? calls.toReversed() : calls;
    expect(Array.from(listOf(shown, loads, timeline), ({ key }) => key)).toEqual(keys);
  });

  it('is the list of the exchanges itself where nothing stands between', () => {
    const plain = calls.slice(1, 2);
    expect(flatLines(plain, [], 'ascending')).toBe(plain);
    expect(flatLines(plain, loads, null)).toBe(plain);
    expect(flatLines(plain, loads, 'ascending')).not.toBe(plain);
  });
});

describe('the rows', () => {
  it('are found by their keys, wherever they are', () => {
    const list = listOf();
    expect(list.length).toBe(8);
    for (const [index, { key, depth }] of [...list].entries()) {
      expect(list.indexOf(key)).toBe(index);
      expect(list.at(index)?.key).toBe(key);
      expect(list.depthAt(index)).toBe(depth);
    }
    for (const key of ['nothing', 'second/preflight/0', 'first/preflight/7']) {
      expect(list.indexOf(key)).toBe(-1);
    }
    expect([list.at(-1), list.at(8)]).toEqual([undefined, undefined]);
  });

  it('stay the same while their exchange does, and become others with it', () => {
    const before = [...listOf()];
    expect(listOf().at(5)).toBe(before[5]);
    const renewed = calls.map((call) => (call.exchange.id === 'second' ? { ...call } : call));
    const after = [...listOf(renewed)];
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toBe(before[2]);
    expect(after[5]).not.toBe(before[5]);
    expect(after[5]).toEqual(before[5]);
  });

  it('hang under their endpoints down to a line', () => {
    const depths = Array.from(listOf(calls, [], null, 3), ({ depth }) => depth);
    expect(depths).toEqual([1, 2, 2, 0, 0, 1]);
  });

  it('of a large list are the same ones again where they were made lately', () => {
    const many = Array.from({ length: 5_000 }, (_, n) => judgedCall(`${n}`, n));
    const list = listOf(many, [], null);
    const all = [...list];
    expect(list.at(4_999)).toBe(all[4_999]);
    expect(list.at(0)).toEqual(all[0]);
  });
});
