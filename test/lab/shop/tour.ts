/** Walks through the shop by real clicks, so that every typical call is made inside a user action. */
export async function tour(): Promise<void> {
  await click('.grid [data-product="1"]');
  await appears('.detail .reviews li');
  await click('.detail .buy');
  await appears('.drawer [data-item="1"]');
  await click('.drawer [data-item="1"] .more');
  await appears('.drawer [data-item="1"][data-quantity="2"]');
  await click('.drawer [data-item="6"] .remove');
  await disappears('.drawer [data-item="6"]');
  await click('.drawer .order');
  await appears('.drawer .ordered');
  await click('.drawer .close');
  await search('tent');
  await appears('.grid[data-hits="1"]');
  await click('.stores .find');
  await appears('.stores li');
  await subscribe();
}

async function click(selector: string): Promise<void> {
  (await appears(selector)).click();
}

async function search(words: string): Promise<void> {
  await click('.brand');
  const field = await appears('.masthead input');
  if (!(field instanceof HTMLInputElement)) throw new Error('The search field is no input');
  field.value = words;
  field.form?.requestSubmit();
}

function subscribe(): Promise<void> {
  const frame = document.querySelector<HTMLIFrameElement>('.newsletter');
  return new Promise((resolve) => {
    addEventListener('message', function done({ data }: MessageEvent<unknown>) {
      if (data !== 'newsletter-subscribed') return;
      removeEventListener('message', done);
      resolve();
    });
    frame?.contentWindow?.postMessage('subscribe', 'https://widget.partner.test');
  });
}

function appears(selector: string): Promise<HTMLElement> {
  return observe(() => document.querySelector<HTMLElement>(selector));
}

async function disappears(selector: string): Promise<void> {
  await observe(() => document.querySelector(selector) === null);
}

/** Resolves with the first truthy value; looks again whenever the page changes. */
function observe<Value>(look: () => Value): Promise<NonNullable<Value>> {
  return new Promise((resolve) => {
    const check = (): boolean => {
      const value = look();
      if (!value) return false;
      resolve(value);
      return true;
    };
    if (check()) return;
    const observer = new MutationObserver(() => {
      if (check()) observer.disconnect();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}
