import type { Action } from './actions';
import type { Config } from './config';
import type { RumCookies } from './cookies';

/** What a beacon says of the page besides its actions. */
export interface BeaconContext {
  readonly config: Config;
  readonly cookies: RumCookies;
  readonly frameId: string;
  readonly version: string;
  /** The native fetch: beacons are never tagged. */
  readonly send: typeof fetch;
}

/** Reports one closed action: which calls belonged to it. */
export function sendBeacon(context: BeaconContext, action: Action): void {
  const { config, cookies, frameId, version } = context;
  const query = new URLSearchParams({
    type: 'js3',
    sn: cookies.session,
    flavor: 'post',
    vi: cookies.visitId,
    modifiedSince: config['lastModification'] ?? '0',
    rf: action.pageUrl,
    bp: '3',
    app: config['app'] ?? '',
    en: config['cuc'] ?? '',
    end: '1',
  });
  const entries = [
    [1, action.id, action.kind, action.kind === 'load' ? '_load_' : 'C', '-', action.startedAt, Date.now()],
    ...action.calls.map(({ url, startedAt, endedAt }, index) => {
      const child = action.id + index + 1;
      return [2, child, url, 'xhr', '-', startedAt, endedAt ?? -1, 'xu', url];
    }),
  ];
  const body = {
    a: entries.map((fields) => fields.join('|')).join(','),
    fId: frameId,
    rpId: config['rpid'] ?? '',
    rId: config['rid'] ?? '',
    v: version,
    url: action.pageUrl,
    time: String(Date.now()),
  };
  const text = Object.entries(body).map(([key, value]) => `$${key}=${encodeURIComponent(value)}`);
  void context
    .send(`${config['reportUrl'] ?? 'dynaTraceMonitor'}?${query.toString()}`, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: text.join(''),
    })
    .then((answer) => answer.text())
    .catch(() => undefined); // a lost beacon is not the page's concern
}
