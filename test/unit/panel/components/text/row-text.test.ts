import { describe, expect, it } from 'vitest';
import { rowText } from '../../../../../src/panel/components/text/row-text';
import { fakeStore } from '../../../../browser/gallery/fake-store';

const grouped = fakeStore().table.rows.value;
const flat = fakeStore({ grouped: false }).table.rows.value;

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
});
