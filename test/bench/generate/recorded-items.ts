import type { RecordedItem } from '../../../src/protocol/recorder';

const hosts = ['api.shop.test', 'api.partner.test', 'app.shop.test', 'maps.thirdparty.test'];

/** The n-th recorded call of a made-up session: four hosts, fifty endpoints each, every fifth a POST. */
export function recordedItem(id: number): RecordedItem {
  const host = hosts[id % hosts.length];
  const at = new Date(1_700_000_000_000 + id * 7).toISOString();
  const headers = [
    { name: 'origin', value: 'https://app.shop.test' },
    { name: 'referer', value: 'https://app.shop.test/' },
    { name: 'accept', value: 'application/json' },
    { name: 'user-agent', value: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' },
    { name: 'sec-fetch-mode', value: 'cors' },
  ];
  const answered = [
    { name: 'access-control-allow-origin', value: '*' },
    { name: 'content-type', value: 'application/json' },
    { name: 'date', value: at },
  ];
  return {
    kind: 'entry',
    id,
    entry: {
      startedDateTime: at,
      time: 20,
      _resourceType: 'fetch',
      _initiator: { type: 'script', stack: { callFrames: [{ url: 'https://app.shop.test/shop.js' }] } },
      request: {
        method: id % 5 === 0 ? 'POST' : 'GET',
        url: `https://${host}/v1/things-${id % 50}/${id}?q=${id}`,
        headers,
      },
      response: {
        status: id % 90 === 0 ? 404 : 200,
        headers: answered,
        content: { mimeType: 'application/json' },
      },
    },
  };
}
