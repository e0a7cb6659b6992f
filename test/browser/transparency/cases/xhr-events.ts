import type { Cases, Transcript } from '../transcript';

const types = [
  'readystatechange',
  'loadstart',
  'progress',
  'abort',
  'error',
  'load',
  'timeout',
  'loadend',
] as const;

/** Writes every event of the object and its upload as it comes; how often data arrives is up to the network. */
function watch(xhr: XMLHttpRequest, log: string[], withUpload = false): void {
  const write = (who: string) => (event: Event) => {
    const { isTrusted, type } = event;
    const isData = type === 'progress';
    // the last piece may come with the end: progress is told once, whatever the state
    const state = isData ? '' : ` ${xhr.readyState} ${xhr.status}`;
    const line = `${who}${type}${state} ${isTrusted} ${event.constructor.name} ${event.target === event.currentTarget}`;
    const isRepeatable = isData || (type === 'readystatechange' && xhr.readyState === 3);
    if (!isRepeatable || !log.includes(line)) log.push(line);
  };
  for (const type of types) {
    xhr.addEventListener(type, write('listener '));
    (xhr as unknown as Record<string, unknown>)[`on${type}`] = write('handler ');
    // a small body may be gone before progress is told
    if (withUpload && type !== 'progress') xhr.upload.addEventListener(type, write('upload '));
  }
}

const ended = (xhr: XMLHttpRequest): Promise<unknown> =>
  new Promise((resolve) => xhr.addEventListener('loadend', resolve, { once: true }));

async function life(
  { note }: Transcript,
  name: string,
  start: (xhr: XMLHttpRequest, log: string[]) => void,
  withUpload = false,
): Promise<void> {
  const xhr = new XMLHttpRequest();
  const log: string[] = [];
  watch(xhr, log, withUpload);
  const end = ended(xhr);
  start(xhr, log);
  log.push('synchronous part over');
  await end;
  await Promise.resolve();
  note(name, log);
}

/** Which events come, in which order, on which object. */
export const xhrEvents: Cases = {
  'of a call that works': (transcript) =>
    life(transcript, 'GET', (xhr) => {
      xhr.open('GET', '/pieces');
      xhr.send();
    }),
  'of an upload': (transcript) =>
    life(
      transcript,
      'POST',
      (xhr) => {
        xhr.open('POST', '/echo/events');
        xhr.send('x'.repeat(10_000));
      },
      true,
    ),
  'of failures': async (transcript) => {
    await life(transcript, 'connection', (xhr) => {
      xhr.open('GET', '/broken');
      xhr.send();
    });
    await life(transcript, 'CORS', (xhr) => {
      xhr.open('GET', 'http://other.test/no-cors');
      xhr.send();
    });
    await life(transcript, 'status', (xhr) => {
      xhr.open('GET', '/status/503');
      xhr.send();
    });
    await life(transcript, 'timeout', (xhr) => {
      xhr.open('GET', '/never');
      xhr.timeout = 5;
      xhr.send();
    });
  },
  'of aborts': async (transcript) => {
    await life(
      transcript,
      'after send',
      (xhr) => {
        xhr.open('POST', '/never');
        xhr.send('body');
        xhr.abort();
      },
      true,
    );
    await life(transcript, 'when headers have come', (xhr) => {
      xhr.addEventListener('readystatechange', () => {
        if (xhr.readyState === 2) xhr.abort();
      });
      xhr.open('GET', '/pieces');
      xhr.send();
    });
    const silent: string[] = [];
    const unsent = new XMLHttpRequest();
    watch(unsent, silent);
    unsent.abort();
    unsent.open('GET', '/never');
    unsent.abort();
    transcript.note('never sent', [...silent, unsent.readyState]);
  },
  'of calls within events': (transcript) =>
    life(transcript, 'opened again in load', (xhr, log) => {
      let again = false;
      xhr.addEventListener('readystatechange', () => {
        if (xhr.readyState !== 4 || again) return;
        again = true;
        log.push('opens again');
        xhr.open('GET', '/echo/again');
        xhr.send();
      });
      xhr.open('GET', '/echo/once');
      xhr.send();
    }),
  'listeners of every form': async ({ note }) => {
    const xhr = new XMLHttpRequest();
    const order: string[] = [];
    const object = {
      handleEvent(this: unknown, event: Event) {
        order.push(`object ${this === object} ${event.type}`);
      },
    };
    const counted = () => order.push('same function');
    xhr.addEventListener('load', object);
    xhr.addEventListener('load', counted);
    xhr.addEventListener('load', counted);
    xhr.addEventListener('load', () => order.push('once'), { once: true });
    const removed = () => order.push('removed');
    xhr.addEventListener('load', removed);
    xhr.removeEventListener('load', removed);
    xhr.addEventListener('load', function (this: unknown, event) {
      order.push(`this ${this === xhr}`);
      event.stopImmediatePropagation();
    });
    xhr.addEventListener('load', () => order.push('stopped'));
    xhr.open('GET', '/echo/listeners');
    xhr.send();
    await ended(xhr);
    xhr.dispatchEvent(new Event('load'));
    note('order', order);
  },
  'listeners of an upload in every form': async ({ note, attempt }) => {
    const xhr = new XMLHttpRequest();
    const { upload } = xhr;
    const order: string[] = [];
    const removed = () => order.push('removed');
    const counted = () => order.push('same function');
    const aborted = new AbortController();
    const options = {
      get once() {
        order.push('once is read');
        return true;
      },
    };
    upload.addEventListener('loadstart', {
      handleEvent: ({ type, target }: Event) => order.push(`object ${type} ${target === upload}`),
    });
    upload.addEventListener('loadstart', removed);
    upload.removeEventListener('loadstart', removed);
    upload.addEventListener('loadstart', counted);
    upload.addEventListener('loadstart', counted);
    upload.addEventListener('loadstart', () => order.push('once'), options);
    upload.addEventListener('loadstart', () => order.push('aborted'), { signal: aborted.signal });
    aborted.abort();
    attempt('no listener', () => Reflect.apply(EventTarget.prototype.addEventListener, upload, ['a', null]));
    attempt('nothing', () => Reflect.apply(EventTarget.prototype.addEventListener, upload, []));
    attempt('no target', () => Reflect.apply(EventTarget.prototype.addEventListener, {}, ['a', counted]));
    attempt('not a listener', () => Reflect.apply(EventTarget.prototype.addEventListener, upload, ['a', 1]));
    attempt('remove nothing', () => Reflect.apply(EventTarget.prototype.removeEventListener, upload, []));
    attempt('of the window', () => {
      const bare = globalThis.addEventListener;
      bare('of-the-window', counted);
      return dispatchEvent(new Event('of-the-window'));
    });
    xhr.open('POST', '/echo/upload-listeners');
    const end = ended(xhr);
    xhr.send('body');
    await end;
    upload.dispatchEvent(new Event('loadstart'));
    note('order', order);
  },
  'an exception in a listener': async ({ note }) => {
    const told = new Promise<ErrorEvent>((resolve) => addEventListener('error', resolve, { once: true }));
    const xhr = new XMLHttpRequest();
    xhr.addEventListener('load', () => {
      throw new RangeError('of a listener');
    });
    const end = ended(xhr);
    xhr.open('GET', '/echo/throws');
    xhr.send();
    const event = await told;
    event.preventDefault();
    note('told', event.error as unknown);
    await end;
  },
  'microtasks between events': async ({ note }) => {
    const xhr = new XMLHttpRequest();
    const order: string[] = [];
    for (const type of ['load', 'loadend']) {
      xhr.addEventListener(type, () => {
        order.push(type);
        queueMicrotask(() => order.push(`after ${type}`));
      });
    }
    const end = ended(xhr);
    xhr.open('GET', '/echo/micro');
    xhr.send();
    await end;
    await new Promise((resolve) => setTimeout(resolve));
    note('order', order);
  },
  'responses of every type': async ({ note }) => {
    for (const type of ['', 'text', 'json', 'arraybuffer', 'blob', 'document'] as const) {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', '/echo/typed');
      xhr.responseType = type;
      xhr.overrideMimeType('application/json');
      xhr.send();
      await ended(xhr);
      note(type, [Object.prototype.toString.call(xhr.response), xhr.getResponseHeader('content-type')]);
    }
  },
};
