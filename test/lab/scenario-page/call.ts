import type { ScenarioRequest } from '../scenarios/types';

/** A scenario's call as its page gets it. */
export interface CallSpec extends Omit<ScenarioRequest, 'spelling' | 'literalUrl'> {
  readonly id: string;
  /** As the script passes it. */
  readonly url: string;
  readonly frame: 'same-origin' | 'cross-origin' | 'sandboxed' | null;
  readonly moment: 'action' | 'idle' | 'before-agent';
}

/** What the script was told. */
export interface CallResult {
  readonly failed: boolean;
  /** HTTP status; 0 where the script may not know. */
  readonly status: number;
}

const failed: CallResult = { failed: true, status: 0 };
/** Scripts are not told how a beacon fared. */
const unanswered: CallResult = { failed: false, status: 0 };

/** Makes the call; resolves when it is over, whether it failed or not. */
export function makeCall(spec: CallSpec): Promise<CallResult> {
  switch (spec.api) {
    case 'xhr':
      return byXhr(spec);
    case 'fetch':
      return byFetch(spec);
    case 'beacon':
      return Promise.resolve({ ...unanswered, failed: !navigator.sendBeacon(spec.url, spec.body) });
    case 'eventsource':
      return byEventSource(spec);
    case 'worker':
      return byWorker(spec);
    case 'agent-beacon':
      // The action that the caller opened is enough: the agent reports it when it has closed.
      return Promise.resolve(unanswered);
  }
}

function byXhr({
  url,
  method = 'GET',
  headers = [],
  credentials,
  body,
  uploadListener,
}: CallSpec): Promise<CallResult> {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest();
    xhr.open(method, url);
    xhr.withCredentials = credentials === 'include';
    for (const [name, value] of headers) xhr.setRequestHeader(name, value);
    if (uploadListener) xhr.upload.addEventListener('progress', () => undefined);
    xhr.addEventListener('load', () => resolve({ failed: false, status: xhr.status }));
    xhr.addEventListener('error', () => resolve(failed));
    xhr.send(body ?? null);
  });
}

async function byFetch(spec: CallSpec): Promise<CallResult> {
  const { url, method, headers = [], credentials, mode, body, keepalive, container = 'object' } = spec;
  const given = Object.fromEntries(headers);
  // The agent writes into the object that it is given: what it wrote for the page's own origin travels on.
  if (container === 'reused-headers') void fetch('/session', { headers: given });
  const init: RequestInit = {
    ...(method === undefined ? {} : { method }),
    ...(headers.length === 0 ? {} : { headers: container === 'pairs' ? headers.map(pairOf) : given }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(mode === undefined ? {} : { mode }),
    ...(body === undefined ? {} : { body }),
    ...(keepalive === undefined ? {} : { keepalive }),
  };
  try {
    const answer = await fetch(url, init);
    await answer.text(); // a browser's log calls a request finished when its body has been read
    return { failed: false, status: answer.status };
  } catch {
    return failed; // fetch tells a script no more than that
  }
}

function pairOf([name, value]: readonly [string, string]): [string, string] {
  return [name, value];
}

function byEventSource({ url }: CallSpec): Promise<CallResult> {
  return new Promise((resolve) => {
    const source = new EventSource(url);
    const end = (result: CallResult) => (): void => {
      source.close();
      resolve(result);
    };
    source.addEventListener('message', end({ failed: false, status: 200 }));
    source.addEventListener('error', end(failed));
  });
}

function byWorker({ url }: CallSpec): Promise<CallResult> {
  return new Promise((resolve) => {
    const worker = new Worker(`/scenario-worker.js?${encodeURIComponent(url)}`);
    worker.addEventListener('message', ({ data }: MessageEvent<CallResult>) => {
      worker.terminate();
      resolve(data);
    });
  });
}
