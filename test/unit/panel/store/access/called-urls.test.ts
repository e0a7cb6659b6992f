import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createCalledUrls } from '../../../../../src/panel/store/access/called-urls';
import type { Judged } from '../../../../../src/panel/store/judged/judged';
import type { JudgedChange } from '../../../../../src/panel/store/judged/judgements';
import { sampleExchange, type ExchangeSpec } from '../../../core/verdict/sample-exchange';

function setUp() {
  const all = new Map<string, Judged>();
  let tell: (change: JudgedChange, cleared: boolean) => void = () => {};
  const pageUrl = signal<string | null>('https://app.shop.test/');
  const urls = createCalledUrls({ all, onChange: (listener) => void (tell = listener) }, pageUrl);
  const record = (...specs: ExchangeSpec[]) => {
    const fresh = specs.map((spec, index) => {
      const exchange = { ...sampleExchange(spec), id: `${all.size}-${index}` };
      const judged = { exchange } as Judged;
      all.set(exchange.id, judged);
      return judged;
    });
    tell({ gone: [], fresh }, false);
  };
  return { urls, record, all, pageUrl, clear: () => (all.clear(), tell({ gone: [], fresh: [] }, true)) };
}

describe('the origins that a page calls', () => {
  it('are told once each, those of redirects and of frames that call among them', () => {
    const { urls, record } = setUp();
    record(
      { url: 'https://api.shop.test/a' },
      { url: 'https://api.shop.test/b' },
      { url: 'https://api.shop.test/old', status: 302, redirectedTo: [{ url: 'https://cdn.test/new' }] },
      { url: 'https://api.shop.test/c', from: 'https://widget.partner.test' },
    );
    expect(urls.value).toEqual([
      'https://api.shop.test/',
      'https://app.shop.test/',
      'https://cdn.test/',
      'https://widget.partner.test/',
    ]);
  });

  it('leave out what no access can be asked for', () => {
    const { urls, record } = setUp();
    record({ url: 'data:text/plain,x', from: 'null' });
    expect(urls.value).toEqual([]);
  });

  it('stay when the page is loaded again, which empties the log', () => {
    const { urls, record, clear } = setUp();
    record({ url: 'https://api.partner.test/' });
    const before = urls.value;
    clear();
    expect(urls.value).toBe(before);
  });

  it('begin anew on another site', () => {
    const { urls, record, clear, pageUrl } = setUp();
    record({ url: 'https://api.partner.test/' });
    clear();
    pageUrl.value = 'https://www.shop.test/other';
    expect(urls.value).toHaveLength(2);
    pageUrl.value = 'https://elsewhere.test/';
    expect(urls.value).toEqual([]);
  });
});
