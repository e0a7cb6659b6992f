import type { Devtools } from 'webextension-polyfill';
import { describe, expect, it } from 'vitest';
import { reloadInChromium, reloadInFirefox } from '../../../../src/panel/page-facts/page-reload';
import type { Timer } from '../../../../src/protocol/timer';

/** A tab whose first document begins at 1, the next at 2 and so on; `loses`: how many orders go unheard; `null`: it cannot be asked. */
function tab(loses: number | null) {
  const done: string[] = [];
  let startedAt = 1;
  let orders = 0;
  const inspectedWindow = {
    eval: async (expression: string) => {
      if (expression === 'window.stop()') done.push('stop');
      if (loses === null) throw new Error('an error page');
      return [{ url: 'https://app.shop.test/', startedAt }];
    },
    reload: async (options?: { injectedScript: string }) => {
      done.push(`reload ${options?.injectedScript}`);
      orders += 1;
      if (orders > (loses ?? 0)) startedAt += 1;
    },
  } as unknown as Devtools.Static['inspectedWindow'];
  return { inspectedWindow, done };
}

const atOnce: Timer = (task) => {
  queueMicrotask(task);
  return () => {};
};

const turns = () => new Promise((resolve) => setTimeout(resolve));

describe('loading the page again', () => {
  it('is one order in Chromium', async () => {
    const { inspectedWindow, done } = tab(0);
    reloadInChromium(inspectedWindow)('script');
    reloadInChromium(inspectedWindow)();
    await turns();
    expect(done).toEqual(['reload script', 'reload undefined']);
  });

  it.each([
    ['is one order, after the page was stopped', 0, 1],
    ['is given again until another document is there', 2, 3],
    ['is given up in the end', 9, 4],
    ['is given once to what cannot be asked', null, 1],
  ])('in Firefox %s', async (_, loses, orders) => {
    const { inspectedWindow, done } = tab(loses);
    reloadInFirefox(inspectedWindow, atOnce)('script');
    await turns();
    expect(done).toEqual(['stop', ...Array.from({ length: orders }, () => 'reload script')]);
  });

  it('in Firefox has a script in any case', async () => {
    const { inspectedWindow, done } = tab(0);
    reloadInFirefox(inspectedWindow, atOnce)();
    await turns();
    expect(done).toEqual(['stop', 'reload void 0']);
  });
});
