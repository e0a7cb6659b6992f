/*
 * Runs in each variant's own frame, so that the engine compiles and optimises the calls of each apart, as it does for a page's
 * own script.
 */

/** ms for each call. */
export interface MeasuredFrame extends Window {
  callFetch(): number;
  callXhr(): number;
  /** What the calls left for later, with the relay's part of it; without a hook it is nothing. */
  doWhatIsLeft(): number;
  /** Until then the answers wait. */
  answers(): Promise<void>;
}

const callsInARow = 5;
let serial = 0;
let pending: Promise<unknown>[] = [];

/** A URL of its own for each call: those of one URL would wait for each other's cache entry. */
const nextUrl = (): string => `/status/200?${serial++}`;

function timed(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function callFetch(): number {
  const responses: Promise<Response>[] = [];
  const time = timed(() => {
    for (let n = 0; n < callsInARow; n++) {
      responses.push(fetch(nextUrl(), { method: 'GET', headers: { accept: 'application/json' } }));
    }
  });
  for (const response of responses) pending.push(response.then((each) => each.text()));
  return time / callsInARow;
}

function callXhr(): number {
  const objects = Array.from({ length: callsInARow }, () => new XMLHttpRequest());
  for (const xhr of objects) pending.push(new Promise((resolve) => xhr.addEventListener('loadend', resolve)));
  const time = timed(() => {
    for (const xhr of objects) {
      xhr.open('GET', nextUrl());
      xhr.send();
    }
  });
  return time / callsInARow;
}

/** The hook tells what waits as its document goes. This one only seems to. */
function doWhatIsLeft(): number {
  const event = new Event('pagehide');
  const time = timed(() => globalThis.dispatchEvent(event));
  globalThis.dispatchEvent(new Event('pageshow'));
  return time / pending.length;
}

async function answers(): Promise<void> {
  await Promise.all(pending);
  pending = [];
}

Object.assign(globalThis, { callFetch, callXhr, doWhatIsLeft, answers });
