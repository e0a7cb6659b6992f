/** Chromium's resource types that no script asked for by XHR, fetch, beacon or EventSource. */
export const irrelevantTypes: ReadonlySet<unknown> = new Set([
  'image',
  'font',
  'stylesheet',
  'script',
  'media',
  'texttrack',
  'manifest',
]);
