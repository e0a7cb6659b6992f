import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Trial } from '../../../src/protocol/trial';
import { browsers } from '../browsers';
import type { PanelDriver } from '../driver';
import { waitUntil } from '../wait-until';
import { linkBackground, type BackgroundLink } from './background-link';
import { startHookLab, type HookLab } from './hook-lab';
import { pageSemantics } from './page-semantics';

const page = 'http://app.shop.test';
const apiUrl = 'http://api.shop.test';

/** What agents leave on `window`, and what it tells. */
const agentMarks = [
  ['nothing', '', 'none'],
  ['its-configuration', `window.dT_ = { cfg: 'app=a' };`, 'starting'],
  ['a-running-agent', `window.dT_ = { initialized: true };`, 'running'],
  ['new-rum', `window.DT_RUM = { ctx: new Map() };`, 'new-rum'],
  ['new-rum-before-classic', `window.dT_ = { cfg: '' }; window.DT_RUM = { ctx: new Map() };`, 'new-rum'],
  ['both-running', `window.dT_ = { initialized: true }; window.DT_RUM = { ctx: new Map() };`, 'running'],
  // to ask would run the page's code
  [
    'getters',
    `for (const name of ['dT_', 'DT_RUM']) Object.defineProperty(window, name, { get: () => ({}) });`,
    'none',
  ],
] as const;

/** Scripts of the pages, by path. */
const pages = {
  ...Object.fromEntries(
    agentMarks.map(([name, script]) => [`/agent-${name}`, `${script} fetch('/plain?agent-${name}');`]),
  ),
  '/': '',
  '/plain': '',
  '/early': `
    fetch('//api.shop.test/open?early', { credentials: 'include' }).catch(() => {});
    const xhr = new XMLHttpRequest();
    xhr.open('PUT', new URL('/closed?xhr', 'http://api.shop.test/'));
    xhr.setRequestHeader('X-Own', 'secret');
    xhr.setRequestHeader('Content-Type', 'text/plain');
    xhr.upload.onprogress = () => {};
    xhr.send('text');
    fetch(new Request('/plain?request', { method: 'POST', body: new Blob(['x']) }), { keepalive: true });
    fetch('plain?array', { headers: [['x-own', '1']], mode: 'same-origin' });
    navigator.sendBeacon('/plain?beacon', 'x');
    document.write('<iframe src="/framed"></iframe><iframe srcdoc="<script>fetch(\\'/plain?srcdoc\\')</scr' + 'ipt>"></iframe>');`,
  '/framed': `fetch('/plain?framed')`,
  '/uploads': `
    const { addEventListener: saved } = EventTarget.prototype;
    const upload = (name, prepare) => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '/plain?upload-' + name);
      prepare(xhr);
      xhr.send('body');
    };
    const listener = () => {};
    upload('untouched', () => {});
    upload('looked-at', (xhr) => void xhr.upload);
    upload('added', (xhr) => xhr.upload.addEventListener('progress', listener));
    upload('object', (xhr) => xhr.upload.addEventListener('load', { handleEvent() {} }));
    upload('nothing', (xhr) => xhr.upload.addEventListener('load', null));
    upload('handler', (xhr) => { xhr.upload.onload = listener; });
    upload('removed', ({ upload }) => {
      upload.addEventListener('load', listener);
      upload.removeEventListener('load', listener);
    });
    upload('once', (xhr) => xhr.upload.addEventListener('load', listener, { once: true }));
    upload('saved', (xhr) => saved.call(xhr.upload, 'load', listener));
    upload('of-the-xhr', (xhr) => { void xhr.upload; xhr.addEventListener('load', listener); });`,
  '/calls': `
    window.outcomes = {};
    const note = (name, promise) => promise.then((r) => r.status, (e) => e.name).then((v) => { outcomes[name] = v; });
    note('open', fetch('//api.shop.test/open?1'));
    note('closed', fetch('//api.shop.test/closed?1'));
    note('credentialed', fetch('//api.shop.test/credentialed?1'));
    note('own', fetch('/plain?own'));
    note('xhr', new Promise((done, fail) => {
      const xhr = new XMLHttpRequest(); xhr.open('GET', '//api.shop.test/open?xhr');
      xhr.onload = () => done(xhr); xhr.onerror = () => fail(new TypeError()); xhr.send(); }));
    note('array', fetch('//api.shop.test/open?array', { headers: [['x-own', '1']] }));
    note('object', fetch('//api.shop.test/open?object', { headers: { 'X-Own': '1' } }));`,
  '/changing': `
    const init = { method: 'PUT', headers: { accept: 'a/a' } };
    fetch('/plain?init', init);
    init.method = 'DELETE';
    init.headers.accept = 'b/b';
    const headers = new Headers({ accept: 'a/a' });
    const request = new Request('/plain?request', { headers });
    fetch('/plain?headers', { headers });
    fetch(request);
    headers.set('accept', 'b/b');
    request.headers.set('accept', 'b/b');
    const url = new URL('/plain?url', location.href);
    fetch(url);
    url.search = 'changed';
    history.replaceState(null, '', '/changing?moved');
    const [one, two] = ['one', 'two'].map((name) => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', '/plain?' + name);
      return xhr;
    });
    one.setRequestHeader('accept', 'of/one');
    two.setRequestHeader('accept', 'of/two');
    one.send();
    two.send();
    try { two.send(); } catch {}
    fetch('/plain?after');`,
  '/leaving': `
    addEventListener('pagehide', () => {
      navigator.sendBeacon('/plain?last-beacon');
      fetch('/plain?last-fetch', { keepalive: true });
    });
    document.write('<iframe src="/framed"></iframe>');
    window.leave = () => {
      frames[0].fetch('/plain?of-removed-frame');
      document.querySelector('iframe').remove();
      fetch('/plain?before-leaving');
      location.href = '/plain';
    };`,
  '/hostile': `
    window.stolen = [];
    const steal = (what) => { stolen[stolen.length] = what; };
    const { dispatchEvent: dispatch } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) { steal(event.type); return Reflect.apply(dispatch, this, [event]); };
    Object.prototype.toJSON = () => { steal('toJSON'); };
    JSON.stringify = () => { steal('stringify'); };
    Object.prototype.get = () => { steal('trap'); return undefined; };
    Array.prototype.push = function () { steal('push'); };
    String.prototype.toLowerCase = () => { throw new Error('hostile'); };
    window.URL = function () { throw new Error('hostile'); };
    const forged = new EventTarget();
    dispatch.call(window, new FocusEvent('crosslink-hook-hello', { relatedTarget: forged, cancelable: true })) || steal('line');
    dispatch.call(forged, new MessageEvent('crosslink-hook-order', { data: '{"type":"off"}' }));
    dispatch.call(forged, new MessageEvent('crosslink-hook-report', { data: '{"type":"calls","calls":[{"url":"/forged"}],"dropped":0}' }));
    window.postMessage({ crosslink: 'relay', type: 'calls', document: 'x', calls: [{ url: '/forged' }], dropped: 0 }, '*');
    Object.freeze(XMLHttpRequest.prototype);
    fetch('/plain?after-hostile');`,
};

const trial = (change: Partial<Trial> = {}): Trial => ({
  id: 'trial-0123456789abcdef',
  change: { route: 'header', value: { kind: 'synthetic', value: 'sn="trial"' } },
  mode: 'strict',
  pattern: 'api\\.shop',
  exclusions: null,
  endpoints: null,
  pageOrigin: page,
  mended: [],
  ...change,
});

describe.each(browsers)('the page hook in $name', ({ launch }) => {
  let lab: HookLab;
  let driver: PanelDriver;
  let background: BackgroundLink;

  beforeAll(async () => {
    lab = await startHookLab(pages);
    driver = await launch({ lab });
    await driver.openPage(`${page}/`);
    await driver.openPanel();
    background = await linkBackground(driver);
  });
  afterAll(async () => {
    await driver.close();
    await lab.close();
  });
  beforeEach(async () => {
    await background.call('trial.stop', {});
    await background.call('hook.watch', { patterns: ['*://*.shop.test/*'] });
    await background.forgetEvents();
    lab.received.length = 0;
  });

  const outcomes = (): Promise<Record<string, unknown>> =>
    waitUntil('all calls of the page to end', async () => {
      const seen = await driver.pageEval(
        () => (window as unknown as { outcomes?: Record<string, unknown> }).outcomes,
      );
      return seen !== undefined && seen !== null && Object.keys(seen).length === 7 ? seen : null;
    });

  it('sees the first calls of the page, and what only it can see', async () => {
    await driver.openPage(`${page}/early`);
    expect(await background.waitForCall('//api.shop.test/open?early')).toMatchObject({
      n: 0,
      api: 'fetch',
      credentials: 'include',
      documentUrl: `${page}/early`,
      agent: 'none',
      trial: null,
    });
    expect(await background.waitForCall(`${apiUrl}/closed?xhr`)).toMatchObject({
      api: 'xhr',
      method: 'PUT',
      input: 'url',
      headers: [
        { name: 'X-Own', value: null },
        { name: 'Content-Type', value: 'text/plain' },
      ],
      uploadListener: true,
      body: 'text',
    });
    expect(await background.waitForCall(`${page}/plain?request`)).toMatchObject({
      method: 'POST',
      input: 'request',
      body: 'request',
      keepalive: true,
    });
    expect(await background.waitForCall('plain?array')).toMatchObject({
      container: 'array',
      mode: 'same-origin',
    });
    expect(await background.waitForCall('/plain?beacon')).toMatchObject({
      api: 'beacon',
      credentials: 'include',
    });
    expect(await background.waitForCall('/plain?framed')).toMatchObject({ documentUrl: `${page}/framed` });
    expect(await background.waitForCall('/plain?srcdoc')).toMatchObject({ documentUrl: 'about:srcdoc' });
  });

  it.each([
    ['untouched', false],
    ['looked-at', null],
    ['added', true],
    ['object', true],
    ['nothing', null],
    ['handler', true],
    ['removed', null],
    ['once', null],
    ['saved', null],
    ['of-the-xhr', null],
  ])('tells of an upload’s listeners: %s: %s', async (name, listener) => {
    await driver.openPage(`${page}/uploads`);
    expect(await background.waitForCall(`/plain?upload-${name}`)).toMatchObject({ uploadListener: listener });
  });

  it.each(agentMarks)('tells of the agent by what is on the page: %s', async (name, _, agent) => {
    await driver.openPage(`${page}/agent-${name}`);
    expect(await background.waitForCall(`/plain?agent-${name}`)).toMatchObject({ agent });
  });

  it('tells what the page changes afterwards as it was when the call was made', async () => {
    await driver.openPage(`${page}/changing`);
    const given = { headers: [{ name: 'accept', value: 'a/a' }], documentUrl: `${page}/changing` };
    expect(await background.waitForCall('/plain?init')).toMatchObject({ ...given, method: 'PUT' });
    expect(await background.waitForCall('/plain?headers')).toMatchObject(given);
    expect(await background.waitForCall(`${page}/plain?request`)).toMatchObject(given);
    expect(await background.waitForCall(`${page}/plain?url`)).toMatchObject({ input: 'url' });
    expect(await background.waitForCall('/plain?one')).toMatchObject({
      headers: [{ name: 'accept', value: 'of/one' }],
    });
    const two = await background.waitForCall('/plain?two');
    expect(two).toMatchObject({ headers: [{ name: 'accept', value: 'of/two' }] });
    // the browser refused to send it again
    expect(await background.waitForCall('/plain?after')).toMatchObject({
      n: two.n + 1,
      documentUrl: `${page}/changing?moved`,
    });
  });

  it('tells of calls that are made as the page goes, or its frame', async () => {
    await driver.openPage(`${page}/leaving`);
    await background.waitForCall('/plain?framed');
    await driver.pageEval(() => (window as unknown as { leave(): void }).leave());
    for (const call of ['of-removed-frame', 'before-leaving', 'last-beacon', 'last-fetch']) {
      await background.waitForCall(`/plain?${call}`);
    }
  });

  it('changes nothing that a page can find out', async () => {
    await driver.openPage(`${page}/`);
    await background.waitForEvent('hook-started');
    const hooked = await driver.pageEval(pageSemantics);
    await background.call('hook.watch', { patterns: [] });
    await driver.openPage(`${page}/`);
    const bare = await driver.pageEval(pageSemantics);
    expect(hooked).toEqual(bare);
  });

  it('is told nothing and tells nothing by a page that forges and breaks what it can', async () => {
    await driver.openPage(`${page}/hostile`);
    expect(await background.waitForCall('/plain?after-hostile')).toMatchObject({ api: 'fetch' });
    const reported = (await background.events()).flatMap((event) =>
      event.type === 'hook-calls' ? event.calls : [],
    );
    expect(reported.map(({ url }) => url)).toEqual(['/plain?after-hostile']);
    const stolen = await driver.pageEval(() => (window as unknown as { stolen: unknown[] }).stolen);
    expect(stolen).toEqual([]);
  });

  it('forgets a trial that the page has put into its storage', async () => {
    await driver.pageEval(
      (text) => sessionStorage.setItem('crosslink:trial', text),
      JSON.stringify(trial({ id: 'forged-0123456789abcdef' })),
    );
    await driver.openPage(`${page}/`);
    await waitUntil('the storage to be cleaned', async () =>
      driver.pageEval(() => sessionStorage.getItem('crosslink:trial') === null),
    );
    await driver.pageEval(async () => (await fetch('http://api.shop.test/closed?after-forgery')).status);
    expect((await lab.waitFor('GET', '/closed?after-forgery')).headers['x-dtc']).toBeUndefined();
  });

  it('adds the header for real in a strict trial, from the first call of the load on', async () => {
    await driver.openPage(`${page}/calls`);
    await outcomes();
    lab.received.length = 0;
    await background.startTrial(trial());
    await lab.waitFor('OPTIONS', '/open?1');
    expect(await outcomes()).toEqual({
      open: 200,
      xhr: 200,
      own: 200,
      object: 200,
      array: 200,
      closed: 'TypeError',
      credentialed: 'TypeError',
    });
    expect((await lab.waitFor('OPTIONS', '/open?1')).headers['access-control-request-headers']).toBe('x-dtc');
    for (const target of ['/open?1', '/open?xhr', '/open?object']) {
      expect((await lab.waitFor('GET', target)).headers['x-dtc']).toBe('sn="trial"');
    }
    expect((await lab.waitFor('GET', '/open?object')).headers['x-own']).toBe('1');
    for (const target of ['/plain?own', '/open?array']) {
      expect((await lab.waitFor('GET', target)).headers['x-dtc']).toBeUndefined();
    }
    expect(
      lab.received.filter(({ method, target }) => method === 'GET' && target.includes('/closed')),
    ).toEqual([]);
    expect((await background.waitForCall('//api.shop.test/open?array', trial().id)).trial?.effect.kind).toBe(
      'not-possible',
    );
    expect((await background.waitForCall('/plain?own', trial().id)).trial?.effect.kind).toBe('not-matched');
    expect((await background.waitForCall('//api.shop.test/open?1', trial().id)).trial).toEqual({
      id: trial().id,
      effect: { kind: 'header-added', headers: ['x-dtc'] },
    });
  });

  it('adds traceparent and tracestate for real, beside what a call has of its own', async () => {
    lab.allowed['/traced'] = { 'access-control-allow-headers': 'traceparent, tracestate, x-own' };
    const ids = { key: 'ab-cd@dtr', application: 'a1', postfix: '', visitor: 'made-up', session: 'made-up' };
    const foreign = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await driver.openPage(`${page}/`);
    await driver.pageEval(() => {
      for (const cookie of ['rxVisitor=1777270045450K7QJ', 'dtPC=1$2_3h-vABCD-0e0']) document.cookie = cookie;
    });
    await background.startTrial(
      trial({ exclusions: 'private', change: { route: 'header', value: { kind: 'trace-context', ...ids } } }),
    );
    await waitUntil('the trial', () => driver.pageEval(() => document.title.startsWith('⚠')));
    await driver.pageEval(async (own) => {
      const calls: Readonly<Record<string, HeadersInit>> = {
        plain: {},
        own: { Traceparent: own, TraceState: 'a=1', 'X-Own': '1' },
        malformed: new Headers({ traceparent: 'none' }),
        private: {},
        array: [['x-own', '1']],
      };
      const urlOf = (name: string) => `http://api.shop.test/traced?${name}`;
      for (const [name, headers] of Object.entries(calls)) await fetch(urlOf(name), { headers });
      for (const name of ['xhr', 'xhr-own']) {
        const xhr = new XMLHttpRequest();
        xhr.open('GET', urlOf(name));
        if (name === 'xhr-own') xhr.setRequestHeader('TraceState', 'a=1');
        await new Promise((done) => {
          xhr.onloadend = done;
          xhr.send();
        });
      }
    }, foreign);
    const arrived = async (name: string) => {
      const { headers } = await lab.waitFor('GET', `/traced?${name}`);
      return [headers['traceparent'], headers['tracestate'], headers['x-own'], headers['x-dtc']];
    };
    for (const name of ['plain', 'xhr']) {
      const [traceparent, ...others] = await arrived(name);
      const span = /^00-[0-9a-f]{32}-([0-9a-f]{16})-01$/.exec(traceparent ?? '')?.[1] ?? 'none';
      expect(others).toEqual([`ab-cd@dtr=1;${span};1;a1;1777270045450K7QJ;ABCD-0`, undefined, undefined]);
    }
    const entry = /^ab-cd@dtr=1;[0-9a-f]{16};1;a1;1777270045450K7QJ;ABCD-0,a=1$/;
    expect(await arrived('own')).toEqual([foreign, expect.stringMatching(entry), '1', undefined]);
    expect(await arrived('malformed')).toEqual(['none', undefined, undefined, undefined]);
    expect(await arrived('private')).toEqual([undefined, undefined, undefined, undefined]);
    expect(await arrived('array')).toEqual([undefined, undefined, '1', undefined]);
    expect(await arrived('xhr-own')).toEqual([undefined, 'a=1', undefined, undefined]);
    const effectOf = async (name: string) =>
      (await background.waitForCall(`http://api.shop.test/traced?${name}`, trial().id)).trial?.effect;
    const both = { kind: 'header-added', headers: ['tracestate', 'traceparent'] };
    expect([await effectOf('plain'), await effectOf('xhr')]).toEqual([both, both]);
    expect(await effectOf('own')).toEqual({ kind: 'header-added', headers: ['tracestate'] });
    expect(await effectOf('private')).toEqual({ kind: 'not-matched' });
    expect(await effectOf('malformed')).toMatchObject({ why: expect.stringContaining('malformed') });
    expect(await effectOf('array')).toMatchObject({ why: expect.stringContaining('it is not recorded') });
    expect(await effectOf('xhr-own')).toMatchObject({ why: expect.stringContaining('has set a tracestate') });
  });

  it('goes on with later loads, and stops at once', async () => {
    await driver.openPage(`${page}/`);
    await background.startTrial(trial());
    await waitUntil('the trial to be kept', () =>
      driver.pageEval(
        () => document.title.startsWith('⚠') && sessionStorage.getItem('crosslink:trial') !== null,
      ),
    );
    await driver.openPage(`${page}/calls`);
    expect((await lab.waitFor('GET', '/open?1')).headers['x-dtc']).toBe('sn="trial"');
    await background.call('trial.stop', {});
    await waitUntil('the page to be as it was', () =>
      driver.pageEval(() => document.title === 'page' && sessionStorage.length === 0),
    );
    lab.received.length = 0;
    await driver.pageEval(async () => (await fetch('//api.shop.test/closed?stopped')).status);
    await driver.openPage(`${page}/calls`);
    await outcomes();
    expect(lab.received.filter(({ headers }) => headers['x-dtc'] !== undefined)).toEqual([]);
    expect(lab.received.filter(({ method }) => method === 'OPTIONS').map(({ target }) => target)).toEqual([
      // the page's own header asks for it
      expect.stringContaining('/open?'),
      expect.stringContaining('/open?'),
    ]);
  });

  it('makes calls credentialed in a trial of the cookie route', async () => {
    await driver.openPage(`${page}/calls`);
    await driver.pageEval(() => void (document.cookie = 'dtCookie=v_4; domain=shop.test; path=/'));
    await outcomes();
    await background.startTrial(trial({ change: { route: 'cookies' } }));
    expect(await outcomes()).toMatchObject({
      credentialed: 200,
      own: 200,
      open: 'TypeError',
      xhr: 'TypeError',
    });
    expect((await background.waitForCall('//api.shop.test/credentialed?1', trial().id)).credentials).toBe(
      'include',
    );
  });

  it('lets the page work as if its servers were fixed', async () => {
    await driver.openPage(`${page}/calls`);
    await outcomes();
    lab.received.length = 0;
    await background.startTrial(
      trial({
        mode: 'as-if-fixed',
        mended: [{ from: page, origin: apiUrl, methods: ['GET'], headerNames: ['x-dtc', 'x-own'] }],
      }),
    );
    expect((await lab.waitFor('GET', '/closed?1')).headers['x-dtc']).toBe('sn="trial"');
    expect(await outcomes()).toMatchObject({ open: 200, closed: 200, credentialed: 200, xhr: 200 });
    await background.call('trial.stop', {});
    expect(
      await driver.pageEval(() =>
        fetch('http://api.shop.test/closed?mended', { headers: { 'x-dtc': '1' } }).then(
          () => 'passes',
          () => 'fails',
        ),
      ),
    ).toBe('fails');
  });

  it('leaves nothing of itself once the tab is no longer watched', async () => {
    await background.startTrial(trial());
    await background.waitForEvent('hook-started');
    await background.call('hook.unwatch', {});
    await waitUntil('the page to be left', () => driver.pageEval(() => sessionStorage.length === 0));
    await background.forgetEvents();
    await driver.openPage(`${page}/calls`);
    await outcomes();
    expect((await background.events()).filter(({ type }) => type.startsWith('hook'))).toEqual([]);
  });

  it('probes with the preflight that the browser itself would send', async () => {
    await driver.openPage(`${page}/`);
    const result = await background.call('probe.run', {
      id: 'p1',
      timeout: 10_000,
      request: {
        url: `${apiUrl}/open?probe`,
        origin: page,
        method: 'PUT',
        headerNames: ['content-type', 'x-dtc', 'x-own'],
      },
    });
    expect(result).toMatchObject({ kind: 'answered', response: { status: 200 } });
    await driver.pageEval(() =>
      fetch('//api.shop.test/open?browser', {
        method: 'PUT',
        headers: { 'x-own': '1', 'x-dtc': '2', 'content-type': 'application/json' },
      }).then(({ status }) => status),
    );
    const [probe, own] = [
      await lab.waitFor('OPTIONS', '/open?probe'),
      await lab.waitFor('OPTIONS', '/open?browser'),
    ];
    // Chromium sends it with preflights only, and to http too
    const { 'sec-fetch-mode': _, ...browserHeaders } = own.headers;
    const { 'sec-fetch-mode': __, ...probeHeaders } = probe.headers;
    expect(probeHeaders).toEqual(browserHeaders);
  });
});
