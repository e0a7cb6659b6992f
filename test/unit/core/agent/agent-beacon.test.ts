import { expect, it } from 'vitest';
import { isAgentBeacon } from '../../../../src/core/agent/agent-beacon';

const query =
  '?type=js3&sn=v_4_srv_1_sn_X&svrid=1&flavor=post&vi=ABC-0&modifiedSince=1&rf=x&bp=3&app=a&crc=1&en=e&end=1';

it.each([
  ['POST', `https://www.shop.example/rb_bf97723bcf${query}`, null, true],
  ['post', `https://bf1.bf.dynatrace.com/bf${query}`, null, true],
  ['POST', 'https://www.shop.example/rb_1?type=js3', '/rb_1', true],
  ['POST', 'https://www.shop.example/rb_1?type=js3', 'https://bf1.bf.dynatrace.com/bf', false],
  ['POST', 'https://www.shop.example/api?type=js3', null, false],
  ['GET', `https://www.shop.example/rb_1${query}`, '/rb_1', false],
  ['POST', 'https://www.shop.example/rb_1?type=js', '/rb_1', false],
  ['POST', 'not a URL', null, false],
])('%s %s (reportUrl %s)', (method, url, reportUrl, expected) => {
  expect(isAgentBeacon({ method, url }, reportUrl)).toBe(expected);
});
