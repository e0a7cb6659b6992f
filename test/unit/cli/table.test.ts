import { describe, expect, test } from 'vitest';
import { explainedTable, table } from '../../../src/cli/table';
import { cellWidth, cutMiddle, terminalOf } from '../../../src/cli/terminal';
import { wrapped } from '../../../src/cli/wrap';

const columns = [
  { title: 'ENDPOINT', least: 10 },
  { title: 'HEADER', least: null },
  { title: 'WHY', least: 6 },
];
const rows = [
  [
    { text: 'GET https://api.shop.test/a/very/long/path/to/an/endpoint' },
    { text: 'breaks', colour: 'breaks' as const },
    { text: 'Not among the headers allowed: x-dtc.' },
  ],
  [{ text: 'GET /日本' }, { text: 'links', colour: 'links' as const }, { text: '' }],
];

describe('table', () => {
  test.each([40, 60, 80, 200])('fits %i columns, and no outcome is cut', (width) => {
    const lines = table(columns, rows, { width, colour: false }).split('\n');
    expect(lines.every((line) => cellWidth(line) <= width)).toBe(true);
    expect(lines[1]).toContain('  breaks  ');
    expect(new Set(lines.slice(0, 2).map((line) => line.search(/HEADER|breaks/))).size).toBe(1);
  });

  test('without a terminal nothing is cut', () => {
    expect(table(columns, rows, { width: null, colour: false })).toContain(
      '/to/an/endpoint  breaks  Not among the headers allowed: x-dtc.',
    );
  });

  test('colour comes beside the word', () => {
    expect(table(columns, rows, { width: null, colour: true })).toContain('\u001b[31mbreaks\u001b[0m');
    expect(table(columns, rows, { width: null, colour: false })).not.toContain('\u001b');
  });

  test('what a page wrote cannot drive the terminal', () => {
    const text = table([{ title: 'A', least: null }], [[{ text: 'x\u001b]0;evil\u0007\u202e' }]], {
      width: null,
      colour: false,
    });
    expect(text).toBe('A\nx<U+001B>]0;evil<U+0007><U+202E>');
  });
});

describe('explainedTable', () => {
  test('has the reasons beside the rest where there is room', () => {
    expect(explainedTable(columns, rows, { width: 200, colour: false })).toContain(
      '/to/an/endpoint  breaks  Not among',
    );
  });

  test('else below, whole; a row without one has no such line', () => {
    const lines = explainedTable(columns, rows, { width: 40, colour: false }).split('\n');
    expect(lines).toEqual([
      'ENDPOINT                          HEADER',
      'GET https://api.…/to/an/endpoint  breaks',
      '    Not among the headers allowed:',
      '    x-dtc.',
      'GET /日本                         links',
    ]);
  });
});

test.each([
  ['one two three', 20, '', 'one two three'],
  ['one two three', 8, '', 'one two\nthree'],
  ['one two three', 9, '  ', '  one two\n  three'],
  ['one https://x.test/much/too/long two', 10, '', 'one\nhttps://x.test/much/too/long\ntwo'],
  ['one two', null, '- ', '- one two'],
])('wrapped(%j, %s)', (text, width, indent, expected) =>
  expect(wrapped(text, { width, colour: false }, indent)).toBe(expected),
);

test.each([
  ['abcdefghij', 10, 'abcdefghij'],
  ['abcdefghij', 7, 'abc…hij'],
  ['abcdefghij', 6, 'abc…ij'],
  ['日本語日本語', 7, '日本…語'],
  ['ab', 1, '…'],
])('cutMiddle(%s, %i)', (text, width, expected) => expect(cutMiddle(text, width)).toBe(expected));

test.each([
  [{ isTTY: true, columns: 120 }, {}, { width: 120, colour: true }],
  [{ isTTY: true, columns: 120 }, { NO_COLOR: '1' }, { width: 120, colour: false }],
  [{ isTTY: true, columns: 120 }, { NO_COLOR: '' }, { width: 120, colour: true }],
  [{ isTTY: true, columns: 120 }, { TERM: 'dumb' }, { width: 120, colour: false }],
  [{}, {}, { width: null, colour: false }],
])('terminalOf(%j, %j)', (stream, environment, expected) =>
  expect(terminalOf(stream, environment)).toEqual(expected),
);
