import { expect, it } from 'vitest';
import {
  clockTime,
  durationText,
  preciseClockTime,
} from '../../../../../src/panel/components/text/clock-time';

const at = new Date(2026, 10, 20, 9, 5, 7, 42).getTime();

it('tells the local time', () => {
  expect(clockTime(at)).toBe('09:05:07');
  expect(preciseClockTime(at)).toBe('09:05:07.042');
  expect(preciseClockTime(at + 0.7)).toBe('09:05:07.042');
});

it.each([
  [0, '0 ms'],
  [38.4, '38 ms'],
  [999, '999 ms'],
  [1000, '1.0 s'],
  [61_250, '61.3 s'],
])('%d ms is %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
