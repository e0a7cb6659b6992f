/** Where a text stops being JSON, and why. */
export interface JsonError {
  /** In characters. */
  readonly at: number;
  readonly what: string;
}

const space = /[ \t\n\r]*/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const primitive = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/**
 * The first error of a text that `JSON.parse` refuses (its own messages differ from engine to engine and may lack the
 * place); `null`: the text is JSON.
 */
export function findJsonError(text: string): JsonError | null {
  const open: ('{' | '[')[] = [];
  let at = 0;
  /** `first`: a value or the end of an empty list may come. */
  let expected: 'value' | 'first value' | 'key' | 'first key' | 'end' = 'value';
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const error = (what: string): JsonError => ({ at, what });
  const unexpected = (): JsonError => {
    const character = text[at];
    return error(character === undefined ? 'it ends too early' : `“${character}” is not expected here`);
  };
  const readString = (): JsonError | null => {
    skip(string);
    if (text[at] === '"') {
      at++;
      return null;
    }
    if (text[at] === undefined) return error('it ends within a string');
    return error(
      text[at] === '\\' ? 'the escape is not one of JSON’s' : 'a string holds a control character',
    );
  };
  for (;;) {
    skip(space);
    const character = text[at];
    if (expected === 'end') {
      const container = open.at(-1);
      if (container === undefined)
        return character === undefined ? null : error('something follows the value');
      if (character === ',') expected = container === '{' ? 'key' : 'value';
      else if (character === (container === '{' ? '}' : ']')) open.pop();
      else return unexpected();
      at++;
      continue;
    }
    if (expected === 'first key' || expected === 'first value') {
      if (character === (expected === 'first key' ? '}' : ']')) {
        open.pop();
        at++;
        expected = 'end';
        continue;
      }
      expected = expected === 'first key' ? 'key' : 'value';
    }
    if (expected === 'key') {
      if (character !== '"') return unexpected();
      const failed = readString();
      if (failed) return failed;
      skip(space);
      if (text[at] !== ':') return unexpected();
      at++;
      expected = 'value';
      continue;
    }
    if (character === '{' || character === '[') {
      open.push(character);
      at++;
      expected = character === '{' ? 'first key' : 'first value';
      continue;
    }
    if (character === '"') {
      const failed = readString();
      if (failed) return failed;
    } else if (!skip(primitive)) return unexpected();
    expected = 'end';
  }
}
