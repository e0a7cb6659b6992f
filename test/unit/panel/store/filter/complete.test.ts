import { describe, expect, it } from 'vitest';
import { completions } from '../../../../../src/panel/store/filter/complete';
import { subject } from './subject';

const rows = [
  subject(),
  subject({ url: 'https://b.test/', method: 'PUT', status: 404 }),
  subject({ url: 'https://b.test/2', reasons: { header: 'acah-lacks-x-dtc' } }),
];

describe('completions', () => {
  it.each<[text: string, expected: readonly string[], caret?: number]>([
    ['ou', ['outcome:']],
    ['-ou', ['-outcome:']],
    ['h', ['header:', 'host:']],
    ['outcome:b', ['outcome:breaks']],
    ['-outcome:un', ['-outcome:unlinked', '-outcome:unknown']],
    ['route:', ['route:today', 'route:cookies', 'route:header']],
    ['host:', ['host:b.test', 'host:api.shop.test']],
    ['host:a', ['host:api.shop.test']],
    ['method:', ['method:get', 'method:put']],
    ['status-code:4', ['status-code:404']],
    ['reason:', ['reason:acah-lacks-x-dtc']],
    ['is:c', ['is:cross-site']],
    ['outcome:breaks', []],
    ['', []],
    ['free text ', []],
    ['nokey:', []],
    ['/ou/', []],
    ['ou more', ['outcome:'], 2],
    ['a ou', ['outcome:'], 4],
  ])('%j', (text, expected, caret = text.length) => {
    expect(completions(text, caret, rows)).toEqual(expected);
  });
});
