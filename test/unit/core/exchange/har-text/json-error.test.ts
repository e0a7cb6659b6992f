import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonError } from '../../../../../src/core/exchange/har-text/json-error';

describe('findJsonError', () => {
  test.each([
    ['{"a": 1, }', 9, '“}” is not expected here'],
    ['{"a" 1}', 5, '“1” is not expected here'],
    ['[1 2]', 3, '“2” is not expected here'],
    ['{"a": "x\ny"}', 8, 'a string holds a control character'],
    ['{"a": "\\x"}', 7, 'the escape is not one of JSON’s'],
    ['{"a": "x', 8, 'it ends within a string'],
    ['{"a": [1, 2', 11, 'it ends too early'],
    ['{"a": NaN}', 6, '“N” is not expected here'],
    ['[01]', 1, '“0” is not expected here'],
    ['{} {}', 3, 'something follows the value'],
    ['', 0, 'it ends too early'],
  ])('%j', (text, at, what) => expect(findJsonError(text)).toEqual({ at, what }));

  test('agrees with JSON.parse on what is JSON', () => {
    const parses = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '{', '}', '\\', '1', 'e', '\n', ']'))
      .map(([text, at, insert]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + insert + text.slice(place + (insert === '' ? 1 : 0));
      });
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), spoilt, fc.string()),
        (text) => (findJsonError(text) === null) === parses(text),
      ),
      { numRuns: 500 },
    );
  });
});
