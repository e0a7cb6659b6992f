/** A stand-in for the New RUM Experience alone: it links by W3C trace context and never adds `x-dtc`. */
import { captureFetch, captureXhr, type CallListener } from './capture';
import { randomId } from './cookies';
import { absolute, isCrossOrigin, type HeaderField } from './tagging';

interface NewRumConfig {
  readonly app?: string;
  readonly traceContext?: boolean;
  readonly tracestateKeyPrefix?: string;
  readonly traceContextInclusions?: string;
  readonly traceContextExclusions?: string;
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const config: NewRumConfig = {
    ...JSON.parse(script.dataset['config'] ?? '{}'),
    ...JSON.parse(script.dataset['appconfig'] ?? '{}'),
  };
  const listener: CallListener = {
    onCall: (url, scripted) => ({ headers: added(config, url, scripted), ended: () => undefined }),
  };
  captureXhr(listener);
  captureFetch(listener, () => false);
  window.DT_RUM = { version: /_(\d{17})\.js/.exec(script.src)?.[1] ?? '' };
}

/** A `traceparent` of the page's own is kept, if it is well-formed only `tracestate` is added to it. */
function added(config: NewRumConfig, url: string, scripted: Headers): readonly HeaderField[] {
  const own = scripted.get('traceparent');
  if (own === null) return wantsTraceContext(config, url) ? traceContext(config) : [];
  const isValid = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[^-]*$/.test(own);
  return isValid ? traceContext(config).filter(([name]) => name === 'tracestate') : [];
}

function wantsTraceContext(config: NewRumConfig, url: string): boolean {
  const text = absolute(url);
  if (config.traceContext === false || text === null || !text.startsWith('http')) return false;
  const matches = (pattern: string | undefined): boolean => !!pattern && new RegExp(pattern, 'i').test(text);
  if (matches(config.traceContextExclusions)) return false;
  return !isCrossOrigin(url) || matches(config.traceContextInclusions);
}

function traceContext(config: NewRumConfig): readonly HeaderField[] {
  const [trace, span] = [hex(16), hex(8)];
  const visitor = `${Date.now()}${randomId(32)}`;
  const entry = `1;${span};1;${config.app ?? ''};${visitor};${randomId(32)}-0`;
  return [
    ['tracestate', `${config.tracestateKeyPrefix ?? ''}@dtr=${entry}`],
    ['traceparent', `00-${trace}-${span}-01`],
  ];
}

function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
