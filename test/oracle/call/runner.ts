import type { PageCall, PageFrame, PageOutcome } from './page-call';

declare global {
  /** Makes the calls, so many at once, each in its frame; rejects if one does not settle. */
  var runOracleCalls: (calls: readonly PageCall[], concurrency: number) => Promise<PageOutcome[]>;
}

/** Runs in pages: it sees globals only. */
export function installRunner(): void {
  const settleMs = 20_000;
  const frames = new Map<string, Promise<Window>>();
  const pending = new Map<number, (outcome: PageOutcome) => void>();

  function body(call: PageCall): BodyInit | Document | null {
    switch (call.body) {
      case 'none':
        return null;
      case 'string':
        return 'text';
      case 'url-search-params':
        return new URLSearchParams('a=1');
      case 'form-data': {
        const form = new FormData();
        form.append('a', '1');
        return form;
      }
      case 'array-buffer':
        return new Uint8Array([1, 2, 3]).buffer;
      case 'text-blob':
        return new Blob(['text'], { type: 'text/plain' });
      case 'json-blob':
        return new Blob(['{}'], { type: 'application/json' });
      case 'untyped-blob':
        return new Blob(['text']);
      case 'document':
        return new DOMParser().parseFromString('<p>text', 'text/html');
      case 'stream':
        return new ReadableStream({
          start(controller) {
            controller.enqueue(new Uint8Array([1]));
            controller.close();
          },
        });
    }
  }

  function headersInit(call: PageCall): HeadersInit {
    const pairs = call.headers.map(([name, value]): [string, string] => [name, value]);
    if (call.container === 'object') return Object.fromEntries(pairs);
    return call.container === 'headers' ? new Headers(pairs) : pairs;
  }

  async function byFetch(call: PageCall): Promise<void> {
    const init: RequestInit & { duplex?: 'half' } = {
      method: call.method,
      mode: call.mode,
      credentials: call.credentials,
      headers: headersInit(call),
      body: body(call) as BodyInit | null,
    };
    if (call.body === 'stream') init.duplex = 'half';
    await (call.container === 'request' ? fetch(new Request(call.url, init)) : fetch(call.url, init));
  }

  function byXhr(call: PageCall): Promise<void> {
    return new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      xhr.open(call.method, call.url);
      xhr.withCredentials = call.credentials === 'include';
      for (const [name, value] of call.headers) xhr.setRequestHeader(name, value);
      if (call.uploadListener) xhr.upload.addEventListener('progress', () => {});
      xhr.addEventListener('load', () => resolve());
      xhr.addEventListener('error', () => reject(new Error('XHR error event')));
      xhr.send(body(call) as XMLHttpRequestBodyInit | Document | null);
    });
  }

  async function perform(call: PageCall): Promise<PageOutcome> {
    try {
      await (call.api === 'xhr' ? byXhr(call) : byFetch(call));
      return { id: call.id, ok: true, error: null };
    } catch (error) {
      return { id: call.id, ok: false, error: String(error) };
    }
  }

  function frameWindow({ kind, url }: PageFrame): Promise<Window> {
    const key = `${kind} ${url}`;
    const known = frames.get(key);
    if (known) return known;
    const made = new Promise<Window>((resolve) => {
      const frame = document.createElement('iframe');
      if (kind === 'sandboxed') frame.setAttribute('sandbox', 'allow-scripts');
      frame.addEventListener('load', () => frame.contentWindow && resolve(frame.contentWindow));
      frame.src = url;
      document.body.append(frame);
    });
    frames.set(key, made);
    return made;
  }

  async function settled(call: PageCall): Promise<PageOutcome> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new Error(`Case ${call.id} did not settle: ${JSON.stringify(call)}`);
      timer = setTimeout(() => reject(error), settleMs);
    });
    try {
      return await Promise.race([dispatch(call), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function dispatch(call: PageCall): Promise<PageOutcome> {
    if (call.frame === null) return perform(call);
    const target = await frameWindow(call.frame);
    return new Promise((resolve) => {
      pending.set(call.id, resolve);
      target.postMessage({ call }, '*');
    });
  }

  addEventListener(
    'message',
    ({ data, source }: MessageEvent<{ call: PageCall } | { outcome: PageOutcome }>) => {
      if ('outcome' in data) {
        pending.get(data.outcome.id)?.(data.outcome);
        pending.delete(data.outcome.id);
        return;
      }
      void perform(data.call).then((outcome) => (source as Window).postMessage({ outcome }, '*'));
    },
  );

  globalThis.runOracleCalls = async (calls, concurrency) => {
    const queue = [...calls];
    const outcomes: PageOutcome[] = [];
    const work = async (): Promise<void> => {
      for (let call = queue.shift(); call !== undefined; call = queue.shift()) {
        outcomes.push(await settled(call));
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    return outcomes;
  };
}
