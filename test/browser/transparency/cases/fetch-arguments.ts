import type { Cases, Transcript } from '../transcript';

const other = 'http://other.test';
type Loose = (...args: unknown[]) => Promise<Response>;
const call = fetch as Loose;

/** What the server saw of the call. */
const echoed = async (...args: unknown[]): Promise<unknown> => (await call(...args)).text();

const settleAll = async (
  { settle }: Transcript,
  calls: Readonly<Record<string, readonly unknown[] | (() => readonly unknown[])>>,
): Promise<void> => {
  for (const [name, args] of Object.entries(calls)) {
    await settle(name, async () => echoed(...(typeof args === 'function' ? args() : args)));
  }
};

const once = function* (): Generator<[string, string]> {
  yield ['x-pair', 'yielded'];
};

/** Everything that `fetch()` may be given. */
export const fetchArguments: Cases = {
  'kinds of input': (transcript) =>
    settleAll(transcript, {
      string: ['/echo/string'],
      relative: ['echo/relative?q=1#f'],
      URL: [new URL('/echo/url', location.href)],
      Request: [new Request('/echo/request', { method: 'PUT', headers: { 'x-own': '1' }, body: 'b' })],
      location: () => [`${location.href}echo/location`],
      number: [5],
      null: [null],
      undefined: [undefined],
      none: [],
      symbol: [Symbol('s')],
      array: [['/echo/array']],
      'object with toString': [{ toString: () => '/echo/to-string' }],
      'function with toString': [Object.assign(() => {}, { toString: () => '/echo/function' })],
      'invalid URL': ['http://:::'],
      credentials: ['http://user:secret@page.test/echo'],
      'unknown scheme': ['unknown:thing'],
      'data URL': ['data:text/plain,hello'],
      'blob URL': () => [URL.createObjectURL(new Blob(['blob']))],
      'empty string': ['', { method: 'HEAD' }],
    }),
  'kinds of init': (transcript) =>
    settleAll(transcript, {
      null: ['/echo/init', null],
      undefined: ['/echo/init', undefined],
      number: ['/echo/init', 5],
      string: ['/echo/init', 'init'],
      function: ['/echo/init', Object.assign(() => {}, { method: 'POST' })],
      'class instance': [
        '/echo/init',
        new (class {
          method = 'DELETE';
        })(),
      ],
      'inherited members': ['/echo/init', Object.create({ method: 'PUT', body: 'inherited' })],
      'getters on a prototype': [
        '/echo/init',
        new (class {
          get method(): string {
            return 'PATCH';
          }
        })(),
      ],
      frozen: ['/echo/init', Object.freeze({ method: 'POST', headers: Object.freeze({ 'x-frozen': '1' }) })],
      'Request as init': ['/echo/init', new Request('/echo/ignored', { method: 'POST', body: 'from init' })],
      'a third argument': ['/echo/init', {}, { method: 'POST' }],
    }),
  methods: (transcript) =>
    settleAll(
      transcript,
      Object.fromEntries(
        [
          'get',
          'Post',
          'patch',
          'PATCH',
          'custom',
          'TRACE',
          'track',
          'CONNECT',
          'a b',
          '',
          'ü',
          null,
          5,
          {},
        ].map((method) => [`method ${String(method)}`, ['/echo/method', { method }]]),
      ),
    ),
  headers: (transcript) =>
    settleAll(transcript, {
      record: ['/echo/h', { headers: { 'X-One': '1', 'x-two': 2 } }],
      Headers: [
        '/echo/h',
        {
          headers: new Headers([
            ['x-h', 'a'],
            ['x-h', 'b'],
          ]),
        },
      ],
      pairs: [
        '/echo/h',
        {
          headers: [
            ['x-p', 'a'],
            ['x-p', 'b'],
          ],
        },
      ],
      'broken pairs': ['/echo/h', { headers: [['x-p']] }],
      Map: ['/echo/h', { headers: new Map([['x-map', '1']]) }],
      generator: () => ['/echo/h', { headers: once() }],
      'invalid name': ['/echo/h', { headers: { 'a b': '1' } }],
      'invalid value': ['/echo/h', { headers: { a: 'x\ny' } }],
      'not Latin-1': ['/echo/h', { headers: { a: '日本' } }],
      forbidden: ['/echo/h', { headers: { cookie: 'a=b', 'sec-x': '1', host: 'other' } }],
      'symbol key': ['/echo/h', { headers: { [Symbol('s')]: '1' } }],
      null: ['/echo/h', { headers: null }],
      number: ['/echo/h', { headers: 5 }],
      'replaces those of a Request': [
        new Request('/echo/h', { headers: { 'x-request': '1' } }),
        { headers: { 'x-init': '1' } },
      ],
      'own trace headers': [`${other}/echo/h`, { headers: { 'x-dtc': 'page', traceparent: '00-1-2-01' } }],
      many: [
        '/echo/h',
        { headers: Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`x-${n}`, `${n}`])) },
      ],
    }),
  bodies: (transcript) =>
    settleAll(transcript, {
      text: ['/echo/b', { method: 'POST', body: 'text' }],
      GET: ['/echo/b', { body: 'text' }],
      FormData: () => {
        const body = new FormData();
        body.set('field', 'value');
        return ['/echo/b', { method: 'POST', body }];
      },
      URLSearchParams: ['/echo/b', { method: 'POST', body: new URLSearchParams('a=1') }],
      Blob: ['/echo/b', { method: 'POST', body: new Blob(['blob'], { type: 'text/x-own' }) }],
      bytes: ['/echo/b', { method: 'POST', body: new Uint8Array([104, 105]) }],
      object: ['/echo/b', { method: 'POST', body: { toString: () => 'object' } }],
      'stream without duplex': () => ['/echo/b', { method: 'POST', body: new Blob(['s']).stream() }],
    }),
  'a Request is used up': async ({ note, settle }) => {
    const request = new Request('/echo/used', { method: 'POST', body: 'once' });
    note('before', request.bodyUsed);
    const promise = fetch(request);
    note('during', request.bodyUsed);
    await settle('first', async () => (await promise).text());
    await settle('again', () => fetch(request));
  },
  'modes, credentials and the rest': (transcript) =>
    settleAll(transcript, {
      'cross-origin': [`${other}/echo/m`],
      include: [`${other}/echo/m`, { credentials: 'include' }],
      preflighted: [`${other}/echo/m`, { method: 'PUT', headers: { 'x-own': '1' } }],
      'no-cors': [`${other}/echo/m`, { mode: 'no-cors' }],
      'same-origin': [`${other}/echo/m`, { mode: 'same-origin' }],
      navigate: ['/echo/m', { mode: 'navigate' }],
      'invalid mode': ['/echo/m', { mode: 'other' }],
      'invalid credentials': ['/echo/m', { credentials: 'other' }],
      'invalid cache': ['/echo/m', { cache: 'only-if-cached' }],
      'window member': ['/echo/m', { window: 1 }],
      integrity: ['/echo/m', { integrity: 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }],
      keepalive: ['/echo/m', { method: 'POST', body: 'k', keepalive: true }],
      'referrer off': ['/echo/m', { referrerPolicy: 'no-referrer' }],
    }),
  'code of the page runs as often and in the same order': async ({ note, settle }) => {
    const ran: string[] = [];
    const member = (name: string, value: unknown) => ({
      enumerable: true,
      get: () => {
        ran.push(name);
        return value;
      },
    });
    const text = (name: string, value: string) => ({
      toString: () => {
        ran.push(name);
        return value;
      },
    });
    const headers = Object.defineProperties(
      {},
      { 'x-a': member('x-a', 'a'), 'x-b': member('x-b', text('x-b text', 'b')) },
    );
    const init = Object.defineProperties(
      {},
      {
        method: member('method', text('method text', 'POST')),
        headers: member('headers', headers),
        body: member('body', text('body text', 'body')),
        mode: member('mode', 'cors'),
        credentials: member('credentials', 'include'),
        keepalive: member('keepalive', false),
        signal: member('signal', undefined),
        priority: member('priority', 'low'),
      },
    );
    await settle('getters', () => echoed(text('url text', '/echo/order'), init));
    note('ran', ran);
  },
  'errors of the page come back as they are': async ({ settle, note }) => {
    const mine = new RangeError('of the page');
    const thrower = {
      get: () => {
        throw mine;
      },
    };
    for (const name of ['method', 'headers', 'body', 'mode', 'credentials', 'signal']) {
      await settle(name, () => call('/echo/x', Object.defineProperty({}, name, thrower)));
      await call('/echo/x', Object.defineProperty({}, name, thrower)).catch((error: unknown) =>
        note('same', error === mine),
      );
    }
    await settle('url', () =>
      call({
        toString: () => {
          throw mine;
        },
      }),
    );
  },
  'a Proxy as an argument': async ({ note, settle }) => {
    const traps: string[] = [];
    const watched = new Proxy({ method: 'POST' } as object, {
      get: (target, name) => {
        traps.push(`get ${String(name)}`);
        return Reflect.get(target, name) as unknown;
      },
      getOwnPropertyDescriptor: (target, name) => {
        traps.push(`descriptor ${String(name)}`);
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
      getPrototypeOf: (target) => {
        traps.push('prototype');
        return Reflect.getPrototypeOf(target);
      },
    });
    await settle('init', () => echoed('/echo/proxy', watched));
    note('traps', traps);
  },
  'a Proxy as URL': async ({ note, settle }) => {
    const traps: string[] = [];
    const watched = new Proxy(
      { toString: () => '/echo/proxied-url' },
      {
        getPrototypeOf: (target) => {
          traps.push('prototype');
          return Reflect.getPrototypeOf(target);
        },
      },
    );
    await settle('url', () => echoed(watched));
    note('traps', traps);
  },
};
