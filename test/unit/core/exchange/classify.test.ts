import { describe, expect, it } from 'vitest';
import { classify } from '../../../../src/core/exchange/classify';
import { harEntry, PAGE, preflightEntry, record, type EntryShape } from './har-entry';

const kindOf = (shape: EntryShape): string => {
  const classification = classify(record(harEntry(shape)));
  if (classification.kind === 'call') return classification.api;
  return classification.kind === 'none' ? classification.why : 'preflight';
};
const beacon = 'https://bf.example.test/bf?type=js3&sn=v_4&svrid=1&flavor=post&crc=12&modifiedSince=1';

describe('classify', () => {
  it.each<[string, EntryShape, string]>([
    ['Chromium: xhr', { type: 'xhr' }, 'xhr'],
    ['Chromium: fetch', { type: 'fetch' }, 'fetch'],
    ['Chromium: sendBeacon', { type: 'ping', method: 'POST' }, 'beacon'],
    ['Chromium: EventSource', { type: 'eventsource' }, 'eventsource'],
    ['Chromium: any case', { type: 'Fetch' }, 'fetch'],
    ['Chromium: document', { type: 'document' }, 'navigation'],
    ['Chromium: a script of type application/json', { type: 'script' }, 'subresource'],
    ['Chromium: image with an Origin', { type: 'image' }, 'subresource'],
    ['Chromium: WebSocket', { type: 'websocket', url: 'wss://api.shop.test/' }, 'websocket'],
    ['a resource type named like a member of Object', { type: 'constructor' }, 'script'],
    ['data: URL', { url: 'data:text/plain,x', type: 'fetch' }, 'not http'],
    ['blob: URL', { url: `blob:${PAGE}/1-2`, type: 'fetch' }, 'not http'],
    [
      'fetch metadata: fetch or XHR',
      { headers: { 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Mode': 'cors' } },
      'script',
    ],
    [
      'fetch metadata: iframe',
      { headers: { 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Mode': 'navigate' } },
      'navigation',
    ],
    ['fetch metadata: worker script', { headers: { 'Sec-Fetch-Dest': 'worker' } }, 'subresource'],
    ['fetch metadata: font', { headers: { 'Sec-Fetch-Dest': 'font' } }, 'subresource'],
    ['fetch metadata: CSP report', { method: 'POST', headers: { 'Sec-Fetch-Dest': 'report' } }, 'browser'],
    ['prefetch', { headers: { 'Sec-Fetch-Dest': 'empty', 'Sec-Purpose': 'prefetch' } }, 'browser'],
    ['link ping', { method: 'POST', headers: { 'Content-Type': 'text/ping' } }, 'beacon'],
    ['EventSource by Accept', { headers: { Accept: 'text/event-stream' } }, 'eventsource'],
    ['document by Accept', { headers: { Accept: 'text/html,application/xml;q=0.9' } }, 'navigation'],
    ['form post', { method: 'POST', headers: { 'Upgrade-Insecure-Requests': '1' } }, 'navigation'],
    ['image by Accept', { headers: { Accept: 'image/avif,image/webp' } }, 'subresource'],
    ['style sheet by Accept', { headers: { Accept: 'text/css,*/*;q=0.1' } }, 'subresource'],
    ['JavaScript', { mimeType: 'text/javascript; charset=utf-8' }, 'subresource'],
    [
      'JavaScript that a script asked for',
      { mimeType: 'text/javascript', headers: { 'X-Requested-With': 'x' } },
      'script',
    ],
    ['HTML fragment', { mimeType: 'text/html' }, 'script'],
    ['HTML of which nothing else is known', { mimeType: 'text/html', headers: { Accept: '' } }, 'navigation'],
    ['WebSocket by Upgrade', { headers: { Upgrade: 'websocket' }, status: 101 }, 'websocket'],
    ['no answer', { status: 0, mimeType: '' }, 'script'],
    ["the agent's beacon", { method: 'POST', url: beacon, type: 'xhr' }, 'agent-beacon'],
    ["a GET of the beacon's address", { url: beacon, type: 'xhr' }, 'xhr'],
    ["a script's own OPTIONS", { method: 'OPTIONS', type: 'fetch' }, 'fetch'],
  ])('%s', (_name, shape, expected) => expect(kindOf(shape)).toBe(expected));

  it('knows a preflight by its type or by the header that only browsers set', () => {
    expect(classify(record(preflightEntry())).kind).toBe('preflight');
    const stripped = preflightEntry({ type: 'preflight', headers: { 'Access-Control-Request-Method': '' } });
    expect(classify(record(stripped)).kind).toBe('preflight');
  });
});
