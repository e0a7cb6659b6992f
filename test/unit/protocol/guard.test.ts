import { describe, expect, it } from 'vitest';
import { either, listOf, nullable, oneOf, shape, text } from '../../../src/protocol/guard';

const short = text(/^\w+$/, 3);

describe('a guard', () => {
  it.each<[string, (value: unknown) => boolean, readonly unknown[], readonly unknown[]]>([
    ['text', short, ['a', 'abc'], ['', 'abcd', 'a b', 1, null, ['a'], { length: 1 }]],
    ['one of', oneOf('a', 'b'), ['a', 'b'], ['c', '', null, ['a']]],
    ['nullable', nullable(short), [null, 'a'], [undefined, '', 1]],
    [
      'a list',
      listOf(short, 2),
      [[], ['a'], ['a', 'b']],
      [['a', 'b', 'c'], ['a', 1], 'ab', { length: 0 }, null],
    ],
    ['either', either(oneOf('a'), nullable(oneOf('b'))), ['a', 'b', null], ['c', undefined]],
    [
      'a shape',
      shape({ a: short, b: nullable(short) }),
      [{ a: 'x', b: null }, JSON.parse('{"b":"y","a":"x"}')],
      [
        { a: 'x' },
        { a: 'x', b: undefined },
        { a: 'x', b: null, c: 1 },
        { a: 1, b: null },
        JSON.parse('{"a":"x","__proto__":{"b":null}}'),
        Object.create({ a: 'x', b: null }),
        ['x', null],
        null,
        'a',
      ],
    ],
    ['a shape without members', shape({}), [{}], [[], null, { a: 1 }]],
  ])('%s', (_, guard, right, wrong) => {
    expect(right.filter((each) => !guard(each))).toEqual([]);
    expect(wrong.filter((each) => guard(each))).toEqual([]);
  });
});
