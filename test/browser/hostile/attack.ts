/*
 * Runs in the page: what a page that knows the extension's source could try, all at once. Reports what it got.
 */
import { backgroundVersion } from '../../../src/protocol/background-schema';
import { mark, pageSecret } from './attack-marks';
import { helloEvent, orderEvent, reportEvent } from '../../../src/protocol/hook-line';

/** What came of the attack, as the page sees it. */
export interface AttackResult {
  /** Whatever reached the page that it had not sent itself. */
  readonly gained: readonly string[];
  /** Calls that were made, by how they ended. */
  readonly calls: Readonly<Record<'answered' | 'failed', number>>;
}

const other = 'http://other.test';
const { apply } = Reflect;
const nativeFetch = globalThis.fetch;
const gained: string[] = [];
const calls = { answered: 0, failed: 0 };
const own = 'of-the-page';
/** Shell, Markdown, spreadsheet: what would do something where an export ends up. */
const commands = [
  `'$(touch pwned)\`touch pwned\`"; touch pwned; #`,
  "$'\\x27; touch pwned' && touch pwned || !1 > pwned",
  '](javascript:alert(1)) ![x](http://other.test/x.png) @everyone #1 </details>```',
  '=HYPERLINK("http://other.test","x")+cmd|\' /C calc\'!A0',
];
let isForging = false;

const call = async (url: string, init?: RequestInit): Promise<void> => {
  try {
    await (await nativeFetch(url, init)).text();
    calls.answered += 1;
  } catch {
    calls.failed += 1;
  }
};

function listen(): void {
  globalThis.addEventListener('message', ({ data }) => {
    if ((data as { own?: string })?.own !== own) gained.push(`message ${JSON.stringify(data)}`);
  });
  for (const type of [helloEvent, reportEvent, orderEvent]) {
    globalThis.addEventListener(type, () => {
      if (!isForging) gained.push(`an event: ${type}`);
    });
  }
  spyOn(MessagePort.prototype, 'postMessage');
  spyOn(EventTarget.prototype, 'dispatchEvent');
  spyOn(JSON, 'stringify');
  spyOn(JSON, 'parse');
}

/** Tells of calls that are not the page's own. */
function spyOn(owner: object, name: string): void {
  const native = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
    if (!isForging) gained.push(`a call of ${name}`);
    return apply(native, this, args);
  });
}

function forge(): void {
  isForging = true;
  const forgedCall = { n: 1, api: 'fetch', url: `${other}/forged`, method: 'GET' };
  const messages = [
    { crosslink: 'relay', type: 'calls', document: 'forged-document-name', calls: [forgedCall], dropped: 0 },
    { crosslink: 'call', version: backgroundVersion, tabId: 1, name: 'cookies.read', params: {} },
    { crosslink: 'event', version: backgroundVersion, tabId: null, event: { type: 'hook-calls' } },
    { type: 'off' },
  ];
  for (let n = 0; n < 20_000; n++) {
    globalThis.postMessage({ ...messages[n % messages.length], own }, '*');
  }
  for (let n = 0; n < 50; n++) {
    const line = new EventTarget();
    line.addEventListener(orderEvent, () => {
      if (!isForging) gained.push('an order on a forged line');
    });
    const hello = new FocusEvent(helloEvent, { relatedTarget: line, cancelable: true });
    if (!globalThis.dispatchEvent(hello)) gained.push('somebody takes a forged line');
    for (const target of [line, globalThis, document]) {
      const data = JSON.stringify({ type: 'calls', calls: [forgedCall], dropped: 0 });
      target.dispatchEvent(new MessageEvent(reportEvent, { data }));
      target.dispatchEvent(new MessageEvent(orderEvent, { data: '{"type":"off"}' }));
    }
  }
  isForging = false;
  const { chrome } = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } };
  if (chrome?.runtime?.sendMessage !== undefined) gained.push('chrome.runtime');
}

function pollute(): void {
  const pollution = {
    crosslink: 'polluted',
    verdict: 'links',
    toJSON: () => 'polluted',
    trial: { id: 'polluted' },
  };
  for (const [name, value] of Object.entries(pollution)) {
    Reflect.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  }
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.dataset['dtconfig'] =
    'app=a|__proto__=polluted|constructor=polluted|featureHash=ICA7x|agentUri=/x.js';
  document.head.append(script);
}

async function flood(): Promise<void> {
  const exotic = [
    '\u202Egnp.exe',
    '%00',
    '\uFFFF',
    '日本',
    '<img src=x onerror=alert(1)>',
    '"\'`${}',
    '%3Cscript%3E',
    '../'.repeat(50),
    '\u0000',
    '|:---|',
  ];
  for (const text of exotic) {
    await call(`/echo/${text}?${text}#${text}`);
    await call(`${other}/echo/x?${encodeURIComponent(text)}`, {
      headers: { 'x-dtc': text.replace(/[^\x20-\x7e]/g, '') },
    });
  }
  await call(`/misleading?token=${pageSecret}`);
  await call(`${other}/misleading/${mark}?q=\u202egnp.exe`, { headers: { 'x-dtc': 'sn="1"' } });
  await call(`/many-headers`);
  for (const text of commands) {
    await call(`${other}/echo/${text}?${mark}=${text}`, { headers: { 'x-text': text, 'x-dtc': text } });
  }
  await call(
    `/echo/reset-password/${pageSecret}?next=%252F%253Ftoken%253D${pageSecret}#id_token=${pageSecret}`,
    {
      headers: {
        API_KEY: pageSecret,
        AUTHORIZATION: `bearer ${pageSecret}`,
        'X-Authentication': pageSecret,
        'X-Cookie': `a=${pageSecret}`,
        'x-json': `{"password":"${pageSecret}"}`,
        'X-DTC': `sn="v_4_srv_1_sn_${pageSecret}"`,
        baggage: `user=${pageSecret}`,
      },
    },
  );
  await call(`${other}/echo/${'a'.repeat(10_000_000)}`);
  await call(`/echo/headers`, { headers: { 'x-long': 'h'.repeat(10_000), traceparent: 't'.repeat(5_000) } });
  await call(`${other}/endless`);
  for (let batch = 0; batch < 40; batch++) {
    await Promise.all(Array.from({ length: 50 }, (_, n) => call(`/status/200?flood=${batch * 50 + n}`)));
  }
  await call('/status/200?after-the-flood');
}

const attack = async (): Promise<AttackResult> => {
  listen();
  forge();
  await flood();
  pollute();
  await call('/status/200?after-the-pollution');
  // what is on its way arrives
  for (let turn = 0; turn < 5; turn++) await call('/status/200?turn');
  const result = { gained: [...gained], calls: { ...calls } };
  for (const name of ['crosslink', 'verdict', 'toJSON', 'trial'])
    Reflect.deleteProperty(Object.prototype, name);
  return result;
};

Object.defineProperty(globalThis, 'attack', { value: attack });
