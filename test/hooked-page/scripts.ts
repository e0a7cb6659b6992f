import { classicScript } from '../../scripts/content-scripts';

/** Scripts that a page can be made of, by name. `hook` is the extension's own; the stand-in plays its relay. */
const sources = {
  'relay-stand-in': 'test/hooked-page/relay-stand-in.ts',
  hook: 'src/page/hook.iife.ts',
  wrapper: 'test/hooked-page/vendors/wrapper.ts',
  datadog: 'test/hooked-page/vendors/datadog.ts',
  sentry: 'test/hooked-page/vendors/sentry.ts',
  opentelemetry: 'test/hooked-page/vendors/opentelemetry.ts',
  elastic: 'test/hooked-page/vendors/elastic.ts',
  cases: 'test/browser/transparency/run-cases.ts',
  'vendor-calls': 'test/browser/transparency/vendor-calls.ts',
  attack: 'test/browser/hostile/attack.ts',
  'hook-cost': 'test/bench/hook-cost/measure-in-page.ts',
  'hook-cost-frame': 'test/bench/hook-cost/measure-in-frame.ts',
  'empty-wrapper': 'test/bench/hook-cost/empty-wrapper.ts',
} as const;

export type PageScript = keyof typeof sources;

const built = new Map<PageScript, Promise<string>>();

/** The script's text, built when it is first asked for. */
export function pageScript(name: PageScript): Promise<string> {
  const text = built.get(name) ?? classicScript(sources[name], 'esnext', 'error');
  built.set(name, text);
  return text;
}

export function isPageScript(name: string): name is PageScript {
  return Object.hasOwn(sources, name);
}
