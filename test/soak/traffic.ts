/*
 * Runs in the page.
 */

/**
 * Makes so many calls of many kinds, some at a time, and resolves when all have ended. `load` makes the URLs
 * of one load of the page differ from those of the others.
 */
async function makeCalls(load: number, count: number): Promise<void> {
  const atOnce = 24;
  const api = 'http://api.soak.test';
  const xhr = (method: string, url: string, body?: string): Promise<unknown> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      if (body !== undefined) request.setRequestHeader('content-type', 'application/json');
      request.addEventListener('loadend', resolve);
      request.send(body);
    });
  const kinds: readonly ((query: string) => Promise<unknown>)[] = [
    async (query) => (await fetch(`/orders/${query}`)).text(),
    async (query) => (await fetch(`${api}/items/${query}`, { credentials: 'include' })).text(),
    (query) => xhr('GET', `${api}/prices/${query}`),
    (query) => xhr('POST', `/basket/${query}`, '{"item":1}'),
    async (query) => (await fetch(new Request(`/profile/${query}`))).text(),
    async (query) => (await fetch(`/fails/${query}`)).text(),
    // nobody reads what it answers
    (query) => fetch(`${api}/unread/${query}`),
    // one preflight for all: its URL stays
    async () => (await fetch(`${api}/stock`, { headers: { 'x-dtc': 'sn="soak"' } })).text(),
  ];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const n = next++;
      await kinds[n % kinds.length]?.(`${load}?n=${n}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

Object.defineProperty(globalThis, 'makeCalls', { value: makeCalls });
