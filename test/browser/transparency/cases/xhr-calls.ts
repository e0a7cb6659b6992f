import type { Cases, Transcript } from '../transcript';

const other = 'http://other.test';

type LooseXhr = Record<'open' | 'send' | 'setRequestHeader', (...args: unknown[]) => unknown> &
  Omit<XMLHttpRequest, 'open' | 'send' | 'setRequestHeader'>;

const create = (): LooseXhr => new XMLHttpRequest() as unknown as LooseXhr;

/** Resolves when the call is over, with all that the page can read. */
export function outcome(xhr: Pick<XMLHttpRequest, 'addEventListener'> & LooseXhr): Promise<unknown> {
  return new Promise((resolve) =>
    xhr.addEventListener('loadend', () => {
      const { status, statusText, readyState, responseURL, responseType } = xhr;
      resolve([
        status,
        statusText,
        readyState,
        responseURL,
        responseType,
        responseType === '' ? xhr.responseText : '',
      ]);
    }),
  );
}

async function run(
  { attempt, settle }: Transcript,
  name: string,
  prepare: (xhr: LooseXhr) => unknown,
): Promise<void> {
  const xhr = create();
  let isSent = false;
  attempt(name, () => {
    prepare(xhr);
    isSent = true;
  });
  if (isSent) await settle(`${name} ends`, () => outcome(xhr));
}

/** What `open()`, `setRequestHeader()` and `send()` make of their arguments. */
export const xhrCalls: Cases = {
  'arguments of open': async (transcript) => {
    const urls: Record<string, unknown> = {
      string: '/echo/xhr',
      URL: new URL('/echo/xhr-url', location.href),
      'object with toString': { toString: () => '/echo/xhr-object' },
      number: 5,
      null: null,
      undefined: undefined,
    };
    for (const [name, url] of Object.entries(urls)) {
      await run(transcript, name, (xhr) => {
        xhr.open('GET', url);
        xhr.send();
      });
    }
    const { attempt } = transcript;
    for (const args of [
      [],
      ['GET'],
      ['GET', 'http://:::'],
      ['a b', '/'],
      ['TRACE', '/'],
      ['connect', '/'],
      ['', '/'],
      [Symbol('s'), '/'],
      ['GET', Symbol('s')],
    ]) {
      attempt(`open(${args.map(String).join(', ')})`, () => create().open(...args));
    }
    attempt(
      'open of nothing',
      () => Reflect.apply(XMLHttpRequest.prototype.open, {}, ['GET', '/']) as unknown,
    );
    attempt(
      'open of undefined',
      () => Reflect.apply(XMLHttpRequest.prototype.open, undefined, ['GET', '/']) as unknown,
    );
    attempt('returns', () => create().open('GET', '/'));
  },
  methods: async (transcript) => {
    for (const method of ['get', 'Post', 'patch', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'own', null, 5]) {
      await run(transcript, `method ${String(method)}`, (xhr) => {
        xhr.open(method, '/echo/xhr-method');
        xhr.send('body');
      });
    }
  },
  'user and password': (transcript) =>
    run(transcript, 'credentials', (xhr) => {
      xhr.open('GET', '/echo/xhr-user', true, 'user', 'secret');
      xhr.send();
    }),
  headers: async (transcript) => {
    const { attempt } = transcript;
    attempt('before open', () => create().setRequestHeader('a', 'b'));
    const set = (name: unknown, value: unknown) =>
      run(transcript, `${String(name)}: ${String(value)}`, (xhr) => {
        xhr.open('GET', '/echo/xhr-headers');
        xhr.setRequestHeader(name, value);
        xhr.send();
      });
    await set('x-own', 'value');
    await set('X-Own', 5);
    await set('cookie', 'a=b');
    await set('a b', '1');
    await set('a', 'x\ny');
    await set('a', '日本');
    await set(null, undefined);
    await set('x-object', { toString: () => 'object' });
    await run(transcript, 'twice', (xhr) => {
      xhr.open('GET', '/echo/xhr-headers');
      xhr.setRequestHeader('x-twice', 'a');
      xhr.setRequestHeader('X-Twice', 'b');
      xhr.send();
    });
    attempt('too few', () => {
      const xhr = create();
      xhr.open('GET', '/');
      xhr.setRequestHeader('a');
    });
  },
  bodies: async (transcript) => {
    const form = new FormData();
    form.set('field', 'value');
    const bodies: Record<string, unknown> = {
      nothing: undefined,
      null: null,
      text: 'text',
      FormData: form,
      URLSearchParams: new URLSearchParams('a=1'),
      Blob: new Blob(['blob'], { type: 'text/x-own' }),
      bytes: new Uint8Array([104, 105]),
      Document: document.implementation.createHTMLDocument('made'),
      object: { toString: () => 'object' },
      number: 5,
    };
    for (const [name, body] of Object.entries(bodies)) {
      await run(transcript, name, (xhr) => {
        xhr.open('POST', '/echo/xhr-body');
        xhr.send(body);
      });
    }
  },
  'states out of order': async (transcript) => {
    const { attempt } = transcript;
    attempt('send before open', () => create().send());
    attempt('send twice', () => {
      const xhr = create();
      xhr.open('GET', '/never');
      xhr.send();
      try {
        xhr.send();
      } finally {
        xhr.abort();
      }
    });
    attempt('header after send', () => {
      const xhr = create();
      xhr.open('GET', '/never');
      xhr.send();
      try {
        xhr.setRequestHeader('a', 'b');
      } finally {
        xhr.abort();
      }
    });
    attempt('withCredentials after send', () => {
      const xhr = create();
      xhr.open('GET', '/never');
      xhr.send();
      try {
        xhr.withCredentials = true;
      } finally {
        xhr.abort();
      }
    });
    await run(transcript, 'opened again before send', (xhr) => {
      xhr.open('POST', '/echo/first');
      xhr.setRequestHeader('x-first', '1');
      xhr.open('GET', '/echo/second');
      xhr.send();
    });
    attempt('upload of nothing', () => Reflect.get(XMLHttpRequest.prototype, 'upload') as unknown);
  },
  'across origins': async (transcript) => {
    const send = (name: string, path: string, prepare: (xhr: LooseXhr) => void = () => {}) =>
      run(transcript, name, (xhr) => {
        xhr.open('GET', `${other}${path}`);
        prepare(xhr);
        xhr.send();
      });
    await send('simple', '/echo/xhr-cors');
    await send('credentialed', '/echo/xhr-cors', (xhr) => (xhr.withCredentials = true));
    await send('preflighted', '/echo/xhr-cors-header', (xhr) => xhr.setRequestHeader('x-own', '1'));
    await send('upload looked at', '/echo/xhr-upload-asked', (xhr) => void xhr.upload);
    await send('upload listened to', '/echo/xhr-upload-heard', (xhr) =>
      xhr.upload.addEventListener('load', () => {}),
    );
    await send('upload handler', '/echo/xhr-upload-handler', (xhr) =>
      Object.assign(xhr.upload, { onload: () => {} }),
    );
    await send('refused', '/no-cors');
    await send('redirected', '/redirect');
  },
  synchronous: ({ attempt, note }) => {
    const order: string[] = [];
    const xhr = create();
    for (const type of ['readystatechange', 'load', 'loadend']) {
      xhr.addEventListener(type, () => order.push(`${type} ${xhr.readyState}`));
    }
    xhr.open('GET', '/echo/sync', false);
    attempt('send', () => xhr.send());
    order.push('after send');
    note('order', order);
    note('text', xhr.responseText);
    attempt('responseType', () => {
      const other2 = create();
      other2.open('GET', '/echo/sync', false);
      other2.responseType = 'json';
    });
    attempt('timeout', () => {
      const timed = create();
      timed.open('GET', '/echo/sync', false);
      timed.timeout = 5;
    });
    for (const async of [undefined, null, 0, '']) {
      attempt(`async ${String(async)}`, () => {
        const each = create();
        each.open('GET', '/echo/sync', async);
        each.send();
        return each.responseText;
      });
    }
    attempt('broken connection', () => {
      const broken = create();
      broken.open('GET', '/broken', false);
      broken.send();
    });
  },
};
