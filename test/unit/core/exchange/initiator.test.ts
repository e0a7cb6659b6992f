import { describe, expect, it } from 'vitest';
import { initiatorOf } from '../../../../src/core/exchange/initiator';
import { API, harEntry, PAGE, preflightEntry, record, type EntryShape } from './har-entry';

const bare = { Origin: '', Referer: '' };

describe('initiatorOf', () => {
  it.each<[string, EntryShape, string | null, string, string | null]>([
    ['Origin', {}, null, PAGE, `${PAGE}/`],
    [
      'Origin of a frame, not the page',
      { headers: { Origin: 'https://frame.test', Referer: 'https://frame.test/' } },
      `${PAGE}/x`,
      'https://frame.test',
      'https://frame.test/',
    ],
    ['sandboxed frame', { headers: { Origin: 'null', Referer: '' } }, `${PAGE}/`, 'null', null],
    [
      'referrer of a same-origin call',
      { url: `${PAGE}/data`, headers: { Origin: '', Referer: `${PAGE}/frame` } },
      `${PAGE}/`,
      PAGE,
      `${PAGE}/frame`,
    ],
    ['referrer cut down to the origin', { headers: {} }, `${PAGE}/cart?id=1`, PAGE, `${PAGE}/cart?id=1`],
    [
      'fetch metadata before a stranger’s referrer',
      { headers: { Origin: '', Referer: 'https://cdn.test/', 'Sec-Fetch-Site': 'same-origin' } },
      null,
      'https://api.shop.test',
      null,
    ],
    ['page, where there is no referrer', { headers: bare }, `${PAGE}/cart`, PAGE, `${PAGE}/cart`],
    [
      'calling script',
      {
        headers: bare,
        initiator: { stack: { callFrames: [{ url: 'about:srcdoc' }, { url: `${PAGE}/x.js` }] } },
      },
      null,
      PAGE,
      null,
    ],
    [
      "a worker's blob",
      { headers: bare, initiator: { stack: { callFrames: [{ url: `blob:${PAGE}/1-2` }] } } },
      null,
      PAGE,
      null,
    ],
    ['nothing: the own origin of what has no Origin', { headers: bare }, null, 'https://api.shop.test', null],
  ])('%s', (_name, shape, pageUrl, origin, documentUrl) => {
    expect(initiatorOf(record(harEntry(shape)), null, pageUrl)).toEqual({ origin, documentUrl });
  });

  it('asks the preflight of a request that was never sent', () => {
    const request = record(harEntry({ url: API, status: 0, headers: bare }));
    expect(initiatorOf(request, record(preflightEntry()), 'https://top.test/').origin).toBe(PAGE);
  });
});
