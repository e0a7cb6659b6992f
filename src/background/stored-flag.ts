import type { RequestWatchEnvironment } from './request-watch';

/** In the event page's own storage, which alone answers at once. */
export function storedFlag(storage: Storage): RequestWatchEnvironment['flag'] {
  const key = 'panels-open';
  return {
    isSet: () => storage.getItem(key) !== null,
    put: (on) => {
      if (on) storage.setItem(key, 'yes');
      else storage.removeItem(key);
    },
  };
}
