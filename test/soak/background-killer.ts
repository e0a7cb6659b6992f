import type { Browser } from 'puppeteer-core';

export interface BackgroundKiller {
  /** How often the background was ended. */
  readonly kills: number;
  stop(): Promise<void>;
}

/** Ends the extension's service worker whenever so many ms have gone by and it lives. */
export function killBackground(browser: Browser, interval: number): BackgroundKiller {
  const stopped = new AbortController();
  let kills = 0;

  const work = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const target = browser.targets().find((each) => each.type() === 'service_worker');
      try {
        await (await target?.worker())?.close();
        if (target !== undefined) kills += 1;
      } catch {
        // it ended by itself in the meantime
      }
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  };
  const working = work();
  return {
    get kills() {
      return kills;
    },
    stop: () => {
      stopped.abort();
      return working;
    },
  };
}
