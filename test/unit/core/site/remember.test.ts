import { expect, test } from 'vitest';
import { remember } from '../../../../src/core/site/remember';

test('computes once while it remembers, null included', () => {
  const asked: string[] = [];
  const find = remember(2, (key) => {
    asked.push(key);
    return key === 'none' ? null : key.length;
  });
  expect([find('none'), find('abc'), find('none'), find('abc')]).toEqual([null, 3, null, 3]);
  expect(asked).toEqual(['none', 'abc']);
});

test('forgets rather than grow', () => {
  const asked: string[] = [];
  const find = remember(2, (key) => asked.push(key));
  for (const key of ['a', 'b', 'c', 'a']) find(key);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
