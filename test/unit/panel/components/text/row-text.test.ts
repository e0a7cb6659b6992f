import { describe, expect, it } from 'vitest';
import { rowText } from '../../../../../src/panel/components/text/row-text';
import { fakeStore } from '../../../../browser/gallery/fake-store';

const grouped = [...fakeStore().table.rows.value];
const flat = [...fakeStore({ grouped: false }).table.rows.value];

describe('rowText', () => {
  it('gives an endpoint with its calls and outcomes', () => {
    expect(rowText(grouped[3]!)).toBe(
      'GET\thttps://api.shop.test/catalogue/items/{id}\t6×\tToday: unlinked\tCookies: breaks\tHeader: links',
    );
  });

  it('gives a call with status and time', () => {
    expect(rowText(flat[1]!)).toBe(
      'GET\thttps://app.shop.test/cart\t200\t10:32:11\tToday: links\tCookies: links\tHeader: links',
    );
  });

  it('gives a preflight and a navigation', () => {
    const preflight = flat.find((row) => row.kind === 'preflight')!;
    expect(rowText(preflight)).toBe(
      'OPTIONS\thttps://api.shop.test/catalogue/items/1042?fields=price,stock\tcannot link',
    );
    expect(rowText(flat[0]!)).toBe('Navigation\thttps://app.shop.test/\t10:32:11');
  });

  it('gives neither secrets, nor formulas, nor cells of the page’s own', () => {
    const call = flat[1]!;
    if (call.kind !== 'exchange') throw new Error('no call');
    const hostile = (method: string, url: string): string =>
      rowText({ ...call, exchange: { ...call.exchange, method, url } })
        .split('\t')
        .slice(0, 3)
        .join(' | ');
    expect(hostile('GET', 'https://u:p@a.test/?token=abc')).toBe('GET | https://***@a.test/?token=*** | 200');
    expect(hostile('=HYPERLINK("http://x.test")', '+1')).toBe(`'=HYPERLINK("http://x.test") | '+1 | 200`);
    expect(hostile('@x', '-1\t=1\n\u202e')).toBe("'@x | '-1<U+0009>=1<U+000A><U+202E> | 200");
  });
});
