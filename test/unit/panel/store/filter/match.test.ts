import { describe, expect, it } from 'vitest';
import { filterPredicate } from '../../../../../src/panel/store/filter/match';
import { parseFilter } from '../../../../../src/panel/store/filter/parse';
import { subject, type SubjectSpec } from './subject';

const passes = (text: string, spec: SubjectSpec = {}, inverted = false): boolean =>
  filterPredicate(parseFilter(text), inverted)?.(subject(spec)) ?? true;

// the subject: GET https://api.shop.test/v1/Cart?id=7, 200, today unlinked, cookies links, header breaks, same-site
describe('the filter language', () => {
  it.each<[filter: string, passes: boolean, spec?: SubjectSpec]>([
    ['', true],
    ['   ', true],
    ['cart', true],
    ['CART', true],
    ['basket', false],
    ['cart v1', true],
    ['cart basket', false],
    ['-basket', true],
    ['-cart', false],
    ['-', false],
    ['"v1/cart"', true],
    ['"v1 cart"', false],
    ['"GET https"', true],
    ['-"GET https"', false],
    ['"v1/ca', true],
    ['/v\\d/', true],
    ['/V\\d\\/cart/', true],
    ['/v\\d\\d/', false],
    ['-/v\\d/', false],
    ['/api test/', false],
    ['/get https/', true],
    ['/v1/cart', true],
    ['outcome:breaks', true],
    ['outcome:cannot', false],
    ['OUTCOME:Breaks', true],
    ['-outcome:breaks', false],
    ['-outcome:cannot', true],
    ['outcome:', true],
    ['outcome:nonsense', false],
    ['today:unlinked', true],
    ['today:links', false],
    ['cookies:links', true],
    ['header:breaks', true],
    ['-header:breaks', false],
    ['header:breaks cookies:links', true],
    ['header:breaks cookies:breaks', false],
    ['route:header outcome:breaks', true],
    ['route:today outcome:breaks', false],
    ['outcome:breaks route:today', false],
    ['route:today route:header outcome:breaks', true],
    ['-route:header outcome:breaks', false],
    ['route:header', true],
    ['route:nowhere outcome:breaks', true],
    ['host:api.shop.test', true],
    ['host:API.shop.test', true],
    ['host:shop.test', false],
    ['host:*.shop.test', true],
    ['host:api.*', true],
    ['host:apixshop.test', false],
    ['-host:*.partner.test', true],
    ['host:"api.shop.test"', true],
    ['host:api.shop.test:8443', true, { url: 'https://api.shop.test:8443/a' }],
    ['method:get', true],
    ['method:POST', false],
    ['status-code:200', true],
    ['status-code:404', false],
    ['status-code:2xx', true],
    ['status-code:5xx', false],
    ['status-code:0', true, { status: null }],
    ['is:same-site', true],
    ['is:cross-site', false],
    ['is:cross-site', true, { relation: 'cross-site' }],
    ['is:same-origin', true, { relation: 'same-origin' }],
    ['-is:same-origin', true],
    ['is:preflight', false],
    ['is:preflight', true, { preflight: 'seen' }],
    ['is:preflight', false, { preflight: 'added' }],
    ['is:preflight', true, { api: 'preflight' }],
    ['is:failed', true, { failed: true }],
    ['is:matched', true, { matched: true }],
    ['is:unheard-of', false],
    ['reason:acah-lacks-x-dtc', true, { reasons: { header: 'acah-lacks-x-dtc' } }],
    ['reason:acah-lacks-x-dtc', false],
    ['route:today reason:acah-lacks-x-dtc', false, { reasons: { header: 'acah-lacks-x-dtc' } }],
    ['unheard:of', false],
    ['https://api', true],
    ['-unheard:of', true],
    ['toString:x', false],
    ['cart -/\\d{3}$/', false],
  ])('%s → %s', (text, expected, spec) => {
    expect(passes(text, spec)).toBe(expected);
  });

  it('inverts the whole, but not an empty filter', () => {
    expect(passes('cart', {}, true)).toBe(false);
    expect(passes('cart basket', {}, true)).toBe(true);
    expect(passes('', {}, true)).toBe(true);
  });

  it('names a regular expression that does not compile, and applies the rest', () => {
    const filter = parseFilter('/a(b/ cart');
    expect(filter.error).toMatch(/unterminated group/i);
    expect(filterPredicate(filter)?.(subject())).toBe(true);
    expect(parseFilter('/a(b\\)/ basket').conditions).toHaveLength(1);
  });
});
