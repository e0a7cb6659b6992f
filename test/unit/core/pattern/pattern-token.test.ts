import { describe, expect, test } from 'vitest';
import { tokenizePattern } from '../../../../src/core/pattern/pattern-token';

function tokens(pattern: string): string[] {
  return tokenizePattern(pattern).map(({ kind, start, end }) => `${kind} ${pattern.slice(start, end)}`);
}

describe('tokenizePattern', () => {
  test.each([
    ['', []],
    ['^https://', ['anchor ^', 'literal https://']],
    ['api\\.x', ['literal api', 'escape \\.', 'literal x']],
    ['[^\\]/]+?', ['class [^\\]/]', 'quantifier +?']],
    ['(?:a|b){2,}', ['group (?:', 'literal a', 'alternation |', 'literal b', 'group )', 'quantifier {2,}']],
    ['(?<id>.)\\k<id>', ['group (?<id>', 'dot .', 'group )', 'escape \\k<id>']],
    ['(?=a)(?<!b)$', ['group (?=', 'literal a', 'group )', 'group (?<!', 'literal b', 'group )', 'anchor $']],
    ['\\bx\\B', ['anchor \\b', 'literal x', 'anchor \\B']],
    ['\\x2f\\u00e4\\d\\12', ['escape \\x2f', 'escape \\u00e4', 'escape \\d', 'escape \\12']],
    ['a{x}', ['literal a{x}']],
    [']}', ['literal ]}']],
    ['(a', ['invalid (', 'literal a']],
    ['a)', ['literal a', 'invalid )']],
    ['a**', ['literal a', 'quantifier *', 'invalid *']],
    ['|*', ['alternation |', 'invalid *']],
    ['(+', ['invalid (', 'invalid +']],
    ['[ab', ['invalid [', 'literal ab']],
    ['a\\', ['literal a', 'invalid \\']],
    ['(?P<a>b)', ['invalid (?', 'literal P<a>b', 'invalid )']],
    ['😀.', ['literal 😀', 'dot .']],
  ])('%s', (pattern, expected) => {
    expect(tokens(pattern)).toEqual(expected);
  });
});
