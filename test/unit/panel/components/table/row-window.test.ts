import { describe, expect, it } from 'vitest';
import {
  isAtEnd,
  isInSight,
  rowRange,
  rowsPerPage,
  scrollTopToShow,
} from '../../../../../src/panel/components/table/row-window';

const height = 22;

describe('rowRange', () => {
  it.each([
    { scrollTop: 0, viewport: 440, count: 0, start: 0, end: 0 },
    { scrollTop: 0, viewport: 440, count: 5, start: 0, end: 5 },
    { scrollTop: 0, viewport: 440, count: 20_000, start: 0, end: 32 },
    { scrollTop: 2200, viewport: 440, count: 20_000, start: 92, end: 132 },
    { scrollTop: 439_560, viewport: 440, count: 20_000, start: 19_972, end: 20_000 },
    { scrollTop: -50, viewport: 440, count: 100, start: 0, end: 32 },
    { scrollTop: 5000, viewport: 440, count: 10, start: 10, end: 10 },
    { scrollTop: 0, viewport: 0, count: 100, start: 0, end: 12 },
  ])(
    'at $scrollTop of $count rows in $viewport px is $start to $end',
    ({ scrollTop, viewport, count, start, end }) => {
      expect(rowRange({ scrollTop, height: viewport }, height, count)).toEqual({ start, end });
    },
  );

  it('holds every row in sight, at every scroll position', () => {
    for (let scrollTop = 0; scrollTop <= 100 * height - 300; scrollTop += 7) {
      const { start, end } = rowRange({ scrollTop, height: 300 }, height, 100);
      expect(start * height).toBeLessThanOrEqual(scrollTop);
      expect(end * height).toBeGreaterThanOrEqual(scrollTop + 300);
    }
  });

  it('stays the same while less than a row is scrolled within its step', () => {
    const at = (scrollTop: number) => rowRange({ scrollTop, height: 440 }, height, 1000);
    expect(at(2200)).toEqual(at(2215));
  });
});

describe('scrollTopToShow', () => {
  const viewport = { scrollTop: 220, height: 220 };
  it.each([
    { index: 12, becomes: 220, why: 'in sight' },
    { index: 10, becomes: 220, why: 'the first in sight' },
    { index: 19, becomes: 220, why: 'the last in sight' },
    { index: 3, becomes: 66, why: 'above' },
    { index: 20, becomes: 242, why: 'just below' },
    { index: 100, becomes: 2002, why: 'far below' },
  ])('is $becomes for row $index ($why)', ({ index, becomes }) => {
    expect(scrollTopToShow(viewport, height, index)).toBe(becomes);
  });
});

describe('rowsPerPage', () => {
  it.each([
    [440, 19],
    [22, 1],
    [0, 1],
  ])('of %d px is %d', (px, rows) => {
    expect(rowsPerPage(px, height)).toBe(rows);
  });
});

describe('isInSight', () => {
  const viewport = { scrollTop: 220, height: 220 };
  it.each([
    [8, false],
    [9, false],
    [10, true],
    [19, true],
    [20, false],
  ])('row %i: %s', (index, inSight) => {
    expect(isInSight(viewport, height, index)).toBe(inSight);
  });

  it('is true of a row that is cut off', () => {
    expect(isInSight({ scrollTop: 221, height: 220 }, height, 10)).toBe(true);
    expect(isInSight({ scrollTop: 221, height: 220 }, height, 20)).toBe(true);
  });
});

describe('isAtEnd', () => {
  it.each([
    { scrollTop: 0, count: 0, atEnd: true },
    { scrollTop: 0, count: 10, atEnd: true },
    { scrollTop: 0, count: 11, atEnd: false },
    { scrollTop: 1980, count: 100, atEnd: true },
    { scrollTop: 1975, count: 100, atEnd: true },
    { scrollTop: 1960, count: 100, atEnd: false },
  ])('with $count rows, scrolled to $scrollTop: $atEnd', ({ scrollTop, count, atEnd }) => {
    expect(isAtEnd({ scrollTop, height: 220 }, height, count)).toBe(atEnd);
  });
});
