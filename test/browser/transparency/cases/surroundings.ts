import type { Cases } from '../transcript';
import { outcome } from './xhr-calls';

type AnyFunction = (...args: unknown[]) => unknown;

const xhrTo = async (path: string): Promise<void> => {
  const xhr = new XMLHttpRequest();
  const end = outcome(xhr as never);
  xhr.open('GET', path);
  xhr.send();
  await end;
};

/** What calls leave in the page around them. */
export const surroundings: Cases = {
  'timer ids': async ({ note }) => {
    const before = Number(setTimeout(() => {}));
    const idleBefore = requestIdleCallback(() => {});
    await Promise.all([fetch('/echo/timers'), xhrTo('/echo/timers')]);
    navigator.sendBeacon('/beacon', 'timers');
    // longer than anything that would be put off
    await new Promise((resolve) => setTimeout(resolve, 250));
    note('timers', Number(setTimeout(() => {})) - before);
    note('idle callbacks', requestIdleCallback(() => {}) - idleBefore);
  },
  'resource timing': async ({ note }) => {
    await (await fetch('/echo/timing-fetch')).text();
    await xhrTo('/echo/timing-xhr');
    const entries = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/echo/timing')) as PerformanceResourceTiming[];
    note(
      'entries',
      entries.map(({ name, initiatorType, nextHopProtocol }) => [name, initiatorType, nextHopProtocol]),
    );
  },
  'a getter by the agent’s name': async ({ note }) => {
    let asked = 0;
    Object.defineProperty(globalThis, 'dT_', {
      configurable: true,
      get: () => {
        asked += 1;
        return { initialized: true };
      },
    });
    await fetch('/echo/agent-getter');
    await xhrTo('/echo/agent-getter');
    note('asked', asked);
    Reflect.deleteProperty(globalThis, 'dT_');
  },
  'the address changes in the same task': async ({ note }) => {
    const before = location.href;
    const call = fetch('echo/address');
    history.pushState(null, '', '/elsewhere/');
    const after = fetch('echo/address');
    history.replaceState(null, '', before);
    note('calls', [(await call).url, (await after).url]);
  },
  'order of tasks': async ({ note }) => {
    const order: string[] = [];
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', ({ data }) => order.push(data as string));
    channel.port1.start();
    channel.port2.postMessage('first');
    const call = fetch('/echo/tasks');
    channel.port2.postMessage('second');
    void Promise.resolve().then(() => order.push('microtask'));
    const xhr = xhrTo('/echo/tasks');
    channel.port2.postMessage('third');
    await Promise.all([call, xhr, new Promise((resolve) => setTimeout(resolve, 50))]);
    note('order', order);
  },
  'called in every way': async ({ settle }) => {
    const call = fetch as AnyFunction;
    await settle('call', async () => (await (call.call(undefined, '/echo/way') as Promise<Response>)).url);
    await settle(
      'apply',
      async () => (await (call.apply(globalThis, ['/echo/way']) as Promise<Response>)).url,
    );
    await settle('bound', async () => (await (call.bind(null, '/echo/way')() as Promise<Response>)).url);
    await settle('of a Proxy', async () => (await new Proxy(fetch, {})('/echo/way')).url);
    await settle('as a callback', () =>
      Promise.all(['/echo/way'].map((url) => fetch(url).then(({ url: own }) => own))),
    );
    await settle(
      'tagged',
      async () => ((await (call as typeof String.raw)`/echo/way`) as unknown as Response).url,
    );
    await settle('of a method', async () => (await { fetch }.fetch('/echo/way')).url);
  },
  'frames that go': async ({ settle, attempt, note }) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const realm = frame.contentWindow as Window & typeof globalThis;
    const { fetch: call, XMLHttpRequest: Xhr } = realm;
    const xhr = new Xhr();
    xhr.open('GET', 'http://page.test/never');
    xhr.send();
    frame.remove();
    await settle('fetch', () =>
      Promise.race([
        call('http://page.test/echo/gone'),
        new Promise((resolve) => setTimeout(resolve, 100, 'silence')),
      ]),
    );
    attempt('send', () => new Xhr().send());
    note('state', xhr.readyState);
  },
  'Requests and Responses': async ({ note, settle }) => {
    const request = new Request('/echo/own', { method: 'POST', body: 'b', headers: { 'x-a': '1' } });
    const copy = request.clone();
    const response = await fetch(request);
    note('kinds', [
      response instanceof Response,
      request.bodyUsed,
      copy.bodyUsed,
      Object.getPrototypeOf(response) === Response.prototype,
      [...copy.headers.keys()],
    ]);
    await settle('copy', async () => (await fetch(copy)).text());
    await settle('with init', async () => (await fetch(new Request('/echo/own'), { method: 'PUT' })).text());
    note('signal', new Request('/echo/own').signal instanceof AbortSignal);
  },
  'cloning the functions': ({ attempt }) => {
    attempt('beacon', () => structuredClone(navigator.sendBeacon));
  },
};
