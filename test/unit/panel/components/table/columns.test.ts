import { describe, expect, it } from 'vitest';
import { clampColumnWidth, columns, layOutColumns } from '../../../../../src/panel/components/table/columns';

const ids = (width: number, hidden: Parameters<typeof layOutColumns>[1] = []) =>
  layOutColumns(width, hidden, {}).map(({ id }) => id);

describe('layOutColumns', () => {
  it('shows all columns in a wide table', () => {
    expect(ids(1400)).toEqual(columns.map(({ id }) => id));
  });

  it('keeps name and routes in a narrow one', () => {
    expect(ids(600)).toEqual(['url', 'today', 'cookies', 'header', 'status']);
    expect(ids(320)).toEqual(['url', 'today', 'cookies', 'header']);
  });

  it('leaves out hidden columns, but never the name', () => {
    expect(ids(1400, ['url', 'tier', 'started'])).toEqual([
      'url',
      'today',
      'cookies',
      'header',
      'preflight',
      'status',
    ]);
  });

  it.each([600, 900, 1400])('fills a table of %d px exactly', (width) => {
    const total = layOutColumns(width, [], { today: 120 }).reduce(
      (sum, column) => sum + column.laidOutWidth,
      0,
    );
    expect(total).toBe(width);
  });

  it('takes remembered widths', () => {
    expect(layOutColumns(1400, [], { header: 130 }).find(({ id }) => id === 'header')?.laidOutWidth).toBe(
      130,
    );
  });

  it('never squeezes the name out', () => {
    expect(layOutColumns(320, [], { today: 400, cookies: 400, header: 400 })[0]?.laidOutWidth).toBe(150);
  });
});

describe('clampColumnWidth', () => {
  it.each([
    [-5, 44],
    [90.4, 90],
    [9999, 400],
  ])('makes %d px %d', (given, width) => {
    expect(clampColumnWidth(given)).toBe(width);
  });
});
