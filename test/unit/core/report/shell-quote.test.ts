import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteForBash, quoteForPowerShell } from '../../../../src/core/report/shell-quote';

describe('quoteForBash', () => {
  test.each([
    ['plain', "'plain'"],
    ['$HOME `id` "x" \\ !1 %s', '\'$HOME `id` "x" \\ !1 %s\''],
    ["it's", "$'it\\'s'"],
    ["it's !1", "$'it\\'s \\x211'"],
    ['a\nb', "$'a\\x0ab'"],
    ['\u001b[31m', "$'\\x1b[31m'"],
    ['\u202eevil', "$'\\xe2\\x80\\xaeevil'"],
    ['näïve 日本', "$'näïve 日本'"],
    ['a\u3164', "$'a\\xe3\\x85\\xa4'"],
    ['a\0b', "'ab'"],
    ['', "''"],
  ])('%j', (text, quoted) => expect(quoteForBash(text)).toBe(quoted));

  test('bash reads every text back as it was', () => {
    const texts = fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'\'"\\!$`\n\t\r\u001b%&|;<>(){}*?[]~#é\u202e😀') }),
      ),
      200,
    );
    const script = texts.map((text) => `printf '%s\\0' ${quoteForBash(text)}`).join('\n');
    const read = execFileSync('bash', ['-s'], { input: script }).toString('utf8').split('\0').slice(0, -1);
    expect(read).toEqual(
      texts.map((text) =>
        text
          .replaceAll('\0', '')
          .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
      ),
    );
  });
});

describe('quoteForPowerShell', () => {
  // about_Quoting_Rules: within single quotes only a single quote (typographic ones count) has a meaning, doubled it is itself
  test.each([
    ['plain', "'plain'"],
    ['$env:PATH `n "x" \\ % !', '\'$env:PATH `n "x" \\ % !\''],
    ["it's", "'it''s'"],
    ['it’s ‘q’ ‚x‛', "'it’’s ‘‘q’’ ‚‚x‛‛'"],
    ['a\nb', "('a' + [char]0x000a + 'b')"],
    ['\u001b', '([string][char]0x001b)'],
    ['\u001bx', "('' + [char]0x001b + 'x')"],
    ['x\u202e', "('x' + [char]0x202e)"],
    ['x\u{e0041}', "('x' + [char]::ConvertFromUtf32(0xe0041))"],
    ['日本', "'日本'"],
    ['a\0b', "'ab'"],
    ['', "''"],
  ])('%j', (text, quoted) => expect(quoteForPowerShell(text)).toBe(quoted));
});
