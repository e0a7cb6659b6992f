/**
 * A stand-in for the classic RUM agent: the same marks on page, storage and wire, by the same rules, and nothing else.
 * It sends its beacons to the lab only.
 */
import { ActionTracker } from './actions';
import { sendBeacon } from './beacon';
import { captureFetch, captureXhr, type CallListener } from './capture';
import { booleanOf, readConfig } from './config';
import { RumCookies } from './cookies';
import { selfChecks } from './diagnostics';
import { createAgentObject } from './public-objects';
import { headersFor, pageContext, type TaggingContext } from './tagging';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) start(script);

function start(tag: HTMLScriptElement): void {
  const config = readConfig(tag.dataset['dtconfig'] ?? '', localStorage);
  if (config['ign'] && new RegExp(config['ign']).test(location.href)) return;

  const version = /_(\d{17})\.js/.exec(tag.src)?.[1] ?? '10337260504112723';
  const minor = Number(version.slice(2, 5));
  const modules = (config['featureHash'] ?? '').replace(/^ICA/, '');
  const needsOptIn = booleanOf(config, 'coo');
  let optedIn = false;
  const isEnabled = (): boolean => !needsOptIn || optedIn;

  const nativeFetch = window.fetch.bind(window);
  const cookies = new RumCookies(config);
  const frameId = `${Date.now() % 600_000_000}_${Math.floor(Math.random() * 1000)}`;
  const context: TaggingContext = { config, minor, cookies, frameId };
  const actions = new ActionTracker((action) => {
    if (isEnabled()) sendBeacon({ config, cookies, frameId, version, send: nativeFetch }, action);
  });

  const listener: CallListener = {
    onCall(url) {
      if (!isEnabled()) return { headers: [], ended: () => undefined };
      const headers = headersFor(context, url, actions.current);
      return { headers, ended: actions.join(url) ?? (() => undefined) };
    },
  };
  const begin = (): void => {
    cookies.start(config['app'] ?? '');
    cookies.rememberContext(pageContext(context, actions.current));
  };

  actions.start();
  if (isEnabled()) begin();
  if (modules.includes('x')) captureXhr(listener);
  if (modules.includes('7')) {
    captureFetch(listener, (init, isRequest) =>
      minor <= 255
        ? isRequest || init.keepalive === true
        : init.keepalive === true && booleanOf(config, 'dKAH'),
    );
  }

  window.dT_ = createAgentObject({
    config,
    version,
    modules,
    isEnabled,
    selfChecks: () => selfChecks(config, modules, optedIn, cookies),
  });
  window.dtrum = {
    enable() {
      optedIn = true;
      begin();
    },
    disable() {
      optedIn = false;
      cookies.remove();
    },
  };
  window.dispatchEvent(new CustomEvent('dtInit', { detail: window.dT_ }));
}
