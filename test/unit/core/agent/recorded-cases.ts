import { readFileSync } from 'node:fs';
import { agentProfile } from '../../../../src/core/agent/read-profile';
import type { AgentProfile } from '../../../../src/core/agent/profile';
import type { AgentCall } from '../../../../src/core/agent/types';

/** One recorded call of a real agent: test/fixtures/agent/tagging-*.json. */
export interface RecordedCase {
  readonly id: string;
  readonly config: Readonly<Record<string, string>>;
  readonly how: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

export function recordedCases(file: 'tagging-urls' | 'tagging-calls'): RecordedCase[] {
  const url = new URL(`../../../fixtures/agent/${file}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

const versions: Readonly<Record<string, string>> = {
  '1.219': '10219210505103152',
  '1.239': '10239220401103152',
  '1.285': '10285240301103152',
  '1.315': '10315250501103152',
  '1.329': '10329260206100503',
};

/** The profile of the page on which the case was recorded. */
export function recordedProfile(config: Readonly<Record<string, string>>, label: string): AgentProfile {
  const src = `/ruxitagentjs_ICA7NVfgqrux_${versions[label]}.js`;
  const values: Record<string, string> = {
    app: '85a192578fd729e8',
    featureHash: 'ICA7NVfgqrux',
    cuc: 'y145fmoq',
    lastModification: '1776678318171',
    agentUri: src,
    reportUrl: '/rb_bf97723bcf',
    domain: 'shop.test',
    ...config,
  };
  const text = Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join('|');
  return agentProfile({ scripts: [{ src, attributes: { src, 'data-dtconfig': text } }] });
}

const calls: Readonly<Record<string, Partial<AgentCall>>> = {
  xhr_async_get: { api: 'xhr' },
  xhr_sync_get: { api: 'xhr' },
  xhr_withcred: { api: 'xhr', credentials: 'include' },
  xhr_post_text: { api: 'xhr', method: 'POST' },
  xhr_post_nohdr: { api: 'xhr', method: 'POST' },
  xhr_post_json: { api: 'xhr', method: 'POST' },
  xhr_put: { api: 'xhr', method: 'PUT' },
  xhr_addEventListener: { api: 'xhr' },
  xhr_proto_call: { api: 'xhr', prototypeCall: true },
  fetch_url: { api: 'fetch' },
  fetch_request: { api: 'fetch', input: 'request' },
  fetch_request_init_headers: { api: 'fetch', input: 'request', headers: 'object' },
  fetch_request_keepalive: { api: 'fetch', input: 'request', keepalive: true },
  fetch_hdr_obj: { api: 'fetch', headers: 'object' },
  fetch_hdr_Headers: { api: 'fetch', headers: 'headers' },
  fetch_hdr_undefined: { api: 'fetch', headers: 'none' },
  fetch_init_empty: { api: 'fetch', headers: 'none' },
  fetch_init_frozen: { api: 'fetch', headers: 'none', frozen: 'init' },
  fetch_keepalive: { api: 'fetch', keepalive: true },
  fetch_nocors: { api: 'fetch', mode: 'no-cors' },
  fetch_sameorigin: { api: 'fetch', mode: 'same-origin' },
  fetch_cred_omit: { api: 'fetch', credentials: 'omit' },
  beacon: { api: 'beacon' },
  img: { api: 'element' },
  img_cors: { api: 'element' },
  script: { api: 'element' },
  iframe_fetch: { api: 'fetch', agentReady: false },
  iframe_xhr: { api: 'xhr', agentReady: false },
};

const page = 'http://app.shop.test:18080/p/p2s';

export function recordedCall({ how, url }: Pick<RecordedCase, 'how' | 'url'>): AgentCall {
  const call = calls[how];
  if (call === undefined) throw new Error(`no call for ${how}`);
  return { api: 'xhr', input: 'string', url, page, base: page, actionOpen: false, setByScript: [], ...call };
}
