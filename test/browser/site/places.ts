import { helloEvent, orderEvent } from '../../../src/protocol/hook-line';
import type { HookLabPage } from '../hook/hook-lab';

/** Where a page of the places makes calls from; each calls the endpoints of the API as its first act, and then tells that they are over. */
export const places = [
  'strict-csp',
  'hostile',
  'cross-origin-frame',
  'sandboxed-frame',
  'sandboxed-srcdoc',
  'blank-frame',
  'worker',
] as const;
export type Place = (typeof places)[number];

export const placesPage = 'http://app.shop.test/';
export const endpoints = ['open', 'closed', 'changing'] as const;
export type Endpoint = (typeof endpoints)[number];

const api = 'http://api.shop.test';
const told = 'http://told.shop.test';
export const urlOf = (place: Place, endpoint: Endpoint): string => `${api}/${endpoint}/${place}`;

/** Told by a place when its calls are over, whatever came of them; asked without CORS, and not of the API, so that no trial alters it. */
export const overUrlOf = (place: Place): string => `${told}/over/${place}`;

const callsOf = (place: Place): string =>
  `Promise.allSettled([${endpoints.map((endpoint) => `fetch('${urlOf(place, endpoint)}')`).join(', ')}])
    .then(() => fetch('${overUrlOf(place)}', { mode: 'no-cors' }));`;

/** Breaks what it can of what a page hook could use, and forges what it could be told. */
const hostility = `
  Object.freeze(XMLHttpRequest.prototype);
  Object.freeze(EventTarget.prototype);
  for (const [owner, name] of [[Reflect, 'apply'], [Headers.prototype, 'set'], [RegExp.prototype, 'exec'],
    [Array.prototype, 'push'], [String.prototype, 'toLowerCase'], [JSON, 'parse']])
    owner[name] = () => { throw new Error('hostile ' + name); };
  for (const type of ['Headers', 'Request', 'URL', 'Proxy', 'WeakMap'])
    window[type] = function () { throw new Error('hostile ' + type); };
  Storage.prototype.getItem = () => { throw new Error('hostile storage'); };
  performance.getEntriesByType = () => [];
  const forged = new EventTarget();
  dispatchEvent(new FocusEvent('${helloEvent}', { relatedTarget: forged, cancelable: true }));
  for (const target of [forged, window]) {
    target.dispatchEvent(new MessageEvent('${orderEvent}', { data: '{"type":"off"}' }));
    target.dispatchEvent(new MessageEvent('${orderEvent}', { data: '{"type":"trial","trial":null}' }));
  }
  window.postMessage({ crosslink: 'relay', type: 'calls', document: 'forged', calls: [], dropped: 9 }, '*');`;

const script = (text: string): string =>
  `<!doctype html><title>page</title><script nonce="lab">${text}</script>`;

/** The places on one page, whose own policy allows as little as it can. */
export const placePages: Readonly<Record<string, HookLabPage>> = {
  '/': {
    headers: {
      'content-security-policy': `default-src 'none'; script-src 'nonce-lab'; connect-src ${api} ${told}; frame-src *; worker-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
    },
    body: `${script(callsOf('strict-csp'))}
      <iframe src="/hostile"></iframe>
      <iframe src="http://frame.partner.test/framed"></iframe>
      <iframe src="/sandboxed" sandbox="allow-scripts"></iframe>
      <iframe src="/outer"></iframe>
      <iframe src="/with-worker"></iframe>`,
  },
  '/hostile': `${hostility}\n${callsOf('hostile')}`,
  '/framed': callsOf('cross-origin-frame'),
  '/sandboxed': callsOf('sandboxed-frame'),
  // their parent's policy would hold for them, too
  '/outer': `
    const blank = document.documentElement.appendChild(document.createElement('iframe')).contentWindow;
    blank.eval(${JSON.stringify(callsOf('blank-frame'))});
    const sandboxed = document.createElement('iframe');
    sandboxed.sandbox = 'allow-scripts';
    sandboxed.srcdoc = ${JSON.stringify(`<script>${callsOf('sandboxed-srcdoc')}</script>`).replace(/<\//g, '<\\/')};
    document.documentElement.append(sandboxed);`,
  '/with-worker': `new Worker('/worker.js');`,
  '/worker.js': { headers: { 'content-type': 'text/javascript' }, body: callsOf('worker') },
};
