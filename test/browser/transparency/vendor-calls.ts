import { createTranscript } from './transcript';
import { outcome } from './cases/xhr-calls';

/* Runs in the page, after a vendor's SDK: calls whose headers the server compares. */
const run = async (): Promise<readonly string[]> => {
  const { lines, settle } = createTranscript();
  await settle('fetch', async () => (await fetch('/echo/vendor-fetch')).status);
  await settle(
    'fetch with headers',
    async () => (await fetch('/echo/vendor-headers', { headers: { 'x-own': '1' } })).status,
  );
  await settle(
    'fetch of a Request',
    async () => (await fetch(new Request('/echo/vendor-request', { method: 'POST', body: 'b' }))).status,
  );
  await settle('XHR', async () => {
    const xhr = new XMLHttpRequest();
    const end = outcome(xhr as never);
    xhr.open('GET', '/echo/vendor-xhr');
    xhr.send();
    await end;
    return xhr.status;
  });
  await settle('failure', () => fetch('/broken'));
  return lines;
};

Object.defineProperty(globalThis, 'finished', { value: run() });
