/*
 * Runs in the page: calls and forged messages by the thousand, as fast as the browser takes them.
 */
import { backgroundVersion } from '../../src/protocol/background-schema';
import { helloEvent, orderEvent, reportEvent } from '../../src/protocol/hook-line';

const api = 'http://api.soak.test';
/** More than the hook tells of at once, so that it has to leave some out. */
const burst = 2_000;
/** Of messages and of lines, before each burst. */
const forgeries = { messages: 2_000, lines: 50 };

const ended = async (call: Promise<Response>): Promise<void> => {
  try {
    await (await call).text();
  } catch {
    // refused, or redirected without end
  }
};

const exotic = [
  '\u202egnp.exe',
  '%00',
  '\uFFFF',
  '<img src=x onerror=alert(1)>',
  '"\'`${}',
  '|:---|',
  '=1+1',
];

/** One of many kinds; each is one call to the servers. */
function hostileCall(n: number): Promise<void> {
  const text = exotic[n % exotic.length] ?? '';
  if (n % 1_000 === 0) return ended(fetch(`${api}/endless?n=${n}`));
  if (n % 500 === 1) return ended(fetch(`${api}/long/${'a'.repeat(100_000)}?n=${n}`));
  switch (n % 8) {
    case 0:
      return ended(fetch(`/forged/${n}?${text}#${text}`));
    case 1:
      return ended(fetch(`${api}/forged/${text}?n=${n}`));
    case 2:
      // one preflight for all, by way of its URL
      return ended(fetch(`${api}/x-dtc`, { headers: { 'x-dtc': `sn="forged-${n}"` } }));
    case 3:
      return ended(fetch(`${api}/a/${n}/b/${n * 7}?token=${n}`, { method: 'post', body: 'x'.repeat(1_000) }));
    case 4:
      return ended(fetch(`/fails/${n}`, { headers: { traceparent: 't'.repeat(4_000) } }));
    case 5:
      return ended(fetch(`/x?${n}`, { method: 'X!#$%&*+-.^_`|~' }));
    default:
      return ended(fetch(`${api}/things-${n % 5_000}/${n}`));
  }
}

function forge(): void {
  const call = { n: 1, api: 'fetch', url: `${api}/invented`, method: 'GET' };
  const messages = [
    { crosslink: 'relay', type: 'calls', document: 'forged-document-name', calls: [call], dropped: 1e9 },
    { crosslink: 'call', version: backgroundVersion, tabId: 1, name: 'cookies.read', params: {} },
    { type: 'calls', calls: Array.from({ length: 200 }, () => call), dropped: 1e9 },
    { type: 'off' },
  ];
  for (let n = 0; n < forgeries.messages; n++) globalThis.postMessage(messages[n % messages.length], '*');
  const report = JSON.stringify(messages[2]);
  for (let n = 0; n < forgeries.lines; n++) {
    const line = new EventTarget();
    globalThis.dispatchEvent(new FocusEvent(helloEvent, { relatedTarget: line, cancelable: true }));
    for (const target of [line, globalThis, document]) {
      target.dispatchEvent(new MessageEvent(reportEvent, { data: report }));
      target.dispatchEvent(new MessageEvent(orderEvent, { data: '{"type":"off"}' }));
    }
  }
}

let made = 0;

/** So many calls more, forgeries between them. */
async function flood(count: number): Promise<void> {
  for (const end = made + count; made < end;) {
    forge();
    const size = Math.min(burst, end - made);
    const first = made;
    made += size;
    await Promise.all(Array.from({ length: size }, (_, n) => hostileCall(first + n)));
  }
}

/** A page like any other: the same calls whenever it is asked. */
async function calm(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await ended(n % 2 === 0 ? fetch(`/orders/${n}?n=${n}`) : fetch(`${api}/items?n=${n}`));
  }
}

Object.defineProperty(globalThis, 'flood', { value: flood });
Object.defineProperty(globalThis, 'calm', { value: calm });
