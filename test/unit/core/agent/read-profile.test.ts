import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { currentAgentProfile } from '../../../../src/core/agent/current-agent';
import { agentProfile } from '../../../../src/core/agent/read-profile';
import { agentSourcesFromHtml } from '../../../../src/core/agent/sources-from-html';
import type { AgentSources, ScriptElement } from '../../../../src/core/agent/types';

const fixtures: { id: string; kind: string; text: string }[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/agent/configs.json', import.meta.url), 'utf8'),
);
const textOf = (id: string): string => fixtures.find((fixture) => fixture.id === id)!.text;

const src = '/ruxitagentjs_ICA7NVfgqrux_10329260206100503.js';
const tagged = (config: string, more: Record<string, string> = {}): ScriptElement => ({
  src,
  attributes: { src, 'data-dtconfig': config, ...more },
});
const codes = (sources: AgentSources): string[] => agentProfile(sources).warnings.map(({ code }) => code);

describe('tags of public pages', () => {
  it.each([
    [
      'F1',
      {
        kind: 'classic',
        injection: 'oneagent-javascript-tag',
        automatic: true,
        application: '85a192578fd729e8',
        environment: 'y145fmoq',
        capturesXhr: true,
        capturesFetch: false,
        cookieDomain: 'bidnetdirect.com',
        cookieSecure: true,
        optIn: { required: true, given: null },
        correlation: null,
        configSource: 'tag',
      },
    ],
    [
      'F14',
      {
        kind: 'appmon',
        injection: 'appmon-tag',
        version: null,
        application: null,
        capturesXhr: null,
        reportUrl: 'dynaTraceMonitor',
      },
    ],
    [
      'F15',
      {
        kind: 'both',
        application: '3faf90e849295814',
        environment: 't0rtn87t',
        modules: 'ICA15789NPQRTUVXfghqrux',
        automatic: false,
        traceContext: {
          enabled: true,
          inclusions: null,
          exclusions: null,
          tracestateKeyPrefix: '1eceb78c-7792b0aa',
        },
      },
    ],
  ])('%s', (id, expected) => {
    expect(agentProfile(agentSourcesFromHtml(textOf(id)))).toMatchObject(expected);
  });

  it.each([
    ['F3', '1.333', 'cff6532c80af1c10', 'dgtcdnr2', true, true],
    ['F6', '1.317', 'a3603e41522ebf2c', '', true, true],
    ['F7', '1.137', null, '', false, false],
    ['F8', '1.195', '7fb64fd3b202c513', '', false, false],
    ['F10', '1.301', 'ab46d09cf57e9eec', 'bvvk3me7', true, true],
    ['F12', '1.259', 'ea7c4b59f27d43eb', '', true, true],
  ])('configuration %s', (id, label, application, cookiePostfix, capturesXhr, capturesFetch) => {
    const profile = agentProfile({ scripts: [{ src: null, attributes: { 'data-dtconfig': textOf(id) } }] });
    expect(profile.version?.label).toBe(label);
    expect(profile).toMatchObject({
      application,
      cookiePostfix,
      capturesXhr,
      capturesFetch,
      injection: 'inline-code',
    });
  });

  it.each(['F16a', 'F16b', 'F16c'])('a file with its configuration inside, %s', (id) => {
    const profile = agentProfile({ scripts: [{ src: textOf(id), attributes: {} }] });
    expect(profile).toMatchObject({
      kind: 'classic',
      injection: 'javascript-tag',
      configSource: 'none',
      automatic: null,
      capturesXhr: null,
    });
    expect(profile.warnings.map(({ code }) => code)).toEqual(['config-unreadable']);
  });
});

describe('forms of injection', () => {
  const inline: ScriptElement = {
    src: null,
    attributes: {},
    text: 'window.dT_={cfg:"app=a\\x3db|featureHash=A7x|rpid=1",iCE:1};',
  };
  it.each([
    ['inline code', [inline], 'inline-code', 'inline'],
    [
      'snippet',
      [inline, { src: '/x/A7x.js', attributes: { id: 'dtjsagent' } }],
      'code-snippet-sync',
      'inline',
    ],
    [
      'deferred snippet',
      [inline, { src: '/x/A7x.js', attributes: { id: 'dtjsagentdw', defer: '' } }],
      'code-snippet-deferred',
      'inline',
    ],
    ['bootstrap', [{ src: 'https://h.example/jstag/a/b/c_bs.js', attributes: {} }], 'bootstrap', 'none'],
    [
      'renamed file',
      [{ src: '/static/rum.js', attributes: { 'data-dtconfig': 'app=a' } }],
      'oneagent-javascript-tag',
      'tag',
    ],
  ] as [string, ScriptElement[], string, string][])('%s', (_what, scripts, injection, configSource) => {
    expect(agentProfile({ scripts })).toMatchObject({ kind: 'classic', injection, configSource });
  });
  it('reads the string of inline code', () => {
    expect(agentProfile({ scripts: [inline] }).config.values).toEqual({
      app: 'a=b',
      featureHash: 'A7x',
      rpid: '1',
    });
  });
  it.each([
    [{}],
    [{ scripts: [], live: null }],
    [{ scripts: [{ src: '/app.js', attributes: { 'data-config': '{"theme":"dark"}' } }] }],
    [{ scripts: [{ src: null, attributes: {}, text: 'const cfg = { cfg: "a=b|c" }' }] }],
    [{ storage: { ruxitagentjs_a_Store: 'config=chw%3D.*|lastModification=1776678318172' } }],
  ] as AgentSources[][])('no agent: %o', (sources) => {
    expect(agentProfile(sources!).kind).toBe('none');
  });
});

describe('which configuration wins', () => {
  const revision = 1776678318171;
  const tag = `app=85a192578fd729e8|featureHash=ICA7NVfgqrux|chw=tag|rpid=5|lastModification=${revision}`;
  const key = 'ruxitagentjs_85a192578fd729e8_Store';
  const store = (lastModification: number | string, config = 'chw=store^bs.x') =>
    `name=${key}|featureHash=ICA7NVfgqrux|config=${encodeURIComponent(config)}|lastModification=${lastModification}`;
  const pattern = (storage: Record<string, string>, config = tag): string | null =>
    agentProfile({ scripts: [tagged(config)], storage }).correlation?.pattern ?? null;

  it.each([
    ['newer store', { [key]: store(revision + 1) }, 'store\\.x'],
    ['equal', { [key]: store(revision) }, 'tag'],
    ['older', { [key]: store(revision - 1) }, 'tag'],
    ['without revision', { [key]: `config=chw%3Dstore` }, 'tag'],
    [
      'revision inside its config',
      { [key]: `config=${encodeURIComponent(`chw=in|lastModification=${revision + 1}`)}` },
      'in',
    ],
    ['unparsable', { [key]: `config=%E0%A4%A|lastModification=${revision + 1}` }, 'tag'],
    ['garbage', { [key]: 'garbage' }, 'tag'],
    ['another app', { ruxitagentjs_ffffffffffffffff_Store: store(revision + 1) }, 'tag'],
    ['another prefix', { ruxitagent_85a192578fd729e8_Store: store(revision + 1) }, 'tag'],
    ['a whole beacon response', { [key]: `OK(BF)|${store(revision + 1)}` }, 'store\\.x'],
    ['newer in its first 13 digits only', { [key]: store(`${revision + 1}999`) }, 'store\\.x'],
    ['without chw: off', { [key]: store(revision + 1, 'mel=1') }, null],
  ])('%s', (_what, storage, expected) => {
    expect(pattern(storage)).toBe(expected);
  });

  it('a tag without revision loses to an older store', () => {
    expect(pattern({ [key]: store(1500000000000) }, 'app=85a192578fd729e8|chw=tag')).toBe('store\\.x');
  });

  it('uses the prefix of the agent’s file', () => {
    const storage = { ruxitagent_85a192578fd729e8_Store: store(revision + 1) };
    expect(pattern(storage, `${tag}|agentUri=https://cdn.example/ruxitagent_ICA_10329260206100503.js`)).toBe(
      'store\\.x',
    );
  });

  it('replaces the tag as a whole, but for what it carries over', () => {
    const profile = agentProfile({
      scripts: [tagged(`${tag}|domain=shop.test`)],
      storage: { [key]: store(revision + 1) },
    });
    expect(profile).toMatchObject({
      configSource: 'storage',
      cookieDomain: null,
      automatic: true,
      capturesFetch: true,
    });
    expect(profile.warnings).toMatchObject([{ code: 'config-from-storage', evidence: { saw: key } }]);
  });

  it('takes data-dtconfig over inline code, key by key', () => {
    const inline = { src: null, attributes: {}, text: 'dT_={cfg:"chw=inline|mel=7"}' };
    const profile = agentProfile({ scripts: [inline, tagged('chw=tag')] });
    expect(profile.config.values).toMatchObject({ chw: 'tag', mel: '7' });
  });

  it('takes the live configuration over all', () => {
    const live = {
      version: '10337260504112723',
      config: { chw: ';hop\\.x', app: 'a1', featureHash: 'ICAx' },
      modules: '7NVVfgqrux',
      enabled: true,
    };
    const profile = agentProfile({ scripts: [tagged(tag)], storage: { [key]: store(revision + 1) }, live });
    expect(profile).toMatchObject({
      configSource: 'live',
      version: { label: '1.337' },
      modules: '7NVVfgqrux',
      modulesStarted: true,
      capturesFetch: true,
      enabled: true,
      correlation: { raw: '^shop^bs.x', pattern: ';hop\\.x', error: null },
    });
    expect(profile.config.decoded).toEqual({ chw: ';hop\\.x' });
  });

  it('keeps a live pattern as it is where no encoding is decoded to it again', () => {
    const profile = agentProfile({ live: { config: { chw: '^shop' } } });
    expect(profile.correlation).toEqual({ raw: '^shop', pattern: '^shop', error: null });
  });

  it('falls back to the configured modules while none has started', () => {
    expect(agentProfile({ live: { config: { featureHash: 'ICAx' }, modules: '' } })).toMatchObject({
      modules: 'ICAx',
      modulesStarted: false,
      capturesXhr: true,
      capturesFetch: false,
    });
  });

  it('prefers featureHash to the file’s name', () => {
    expect(agentProfile({ scripts: [tagged('featureHash=ICAx')] })).toMatchObject({ capturesFetch: false });
    expect(agentProfile({ scripts: [tagged('app=a')] })).toMatchObject({
      capturesFetch: true,
      capturesXhr: true,
    });
  });

  it('New RUM: the newer revision', () => {
    const script = {
      src,
      attributes: {
        'data-config': '{"revision":5,"environmentId":"e1","beaconUri":"/b"}',
        'data-appconfig': '{"app":"a1"}',
      },
    };
    const inclusions = (stored: number) =>
      agentProfile({
        scripts: [script],
        storage: { dtCFG_e1_a1: JSON.stringify({ revision: stored, traceContextInclusions: 'api' }) },
      });
    expect(inclusions(6)).toMatchObject({
      kind: 'new-rum',
      configSource: 'storage',
      traceContext: { inclusions: { pattern: 'api' } },
    });
    expect(inclusions(5)).toMatchObject({ configSource: 'tag', traceContext: { inclusions: null } });
  });
});

describe('warnings', () => {
  it.each([
    ['nothing to say', 'featureHash=ICA7x|chw=api^bs.shop', []],
    ['neither module', 'featureHash=ICA', ['nothing-captured']],
    ['no fetch', 'featureHash=ICAx', ['fetch-not-captured']],
    ['no XHR', 'featureHash=ICA7', ['xhr-not-captured']],
    ['opt-in', 'featureHash=7x|coo=1', ['opt-in-missing']],
    ['invalid', 'featureHash=7x|chw=api(', ['regex-invalid']],
    ['mangled', 'featureHash=7x|chw=^^shop^bs.x', ['regex-mangled']],
    ['likely an anchor', 'featureHash=7x|chw=^example', ['regex-mangled']],
    ['a suffix for the cookies', 'featureHash=7x|domain=co.uk', ['cookie-domain-public-suffix']],
    ['a private suffix', 'featureHash=7x|domain=github.io', ['cookie-domain-public-suffix']],
    ['no suffix', 'featureHash=7x|domain=azure.com', []],
    ['an address', 'featureHash=7x|domain=127.0.0.1', []],
    ['a leading dot', 'featureHash=7x|domain=.shop.example', ['cookie-domain-foreign']],
    ['None without Secure', 'featureHash=7x|cssm=n', ['cookie-same-site-none-insecure']],
    ['None with Secure', 'featureHash=7x|cssm=n|ssc=1', []],
  ])('%s', (_what, config, expected) => {
    expect(codes({ scripts: [tagged(config)] })).toEqual(expected);
  });
  it('says how a mangled pattern is written safely', () => {
    const [warning] = agentProfile({ scripts: [tagged('featureHash=7x|chw=^^shop^bs.x')] }).warnings;
    expect(warning).toMatchObject({
      text: '“^shop\\.x” has become “;hop\\.x”',
      evidence: { saw: ';hop\\.x', needed: '^\\x73hop\\.x' },
    });
  });
  it('deferred loading', () => {
    expect(codes({ scripts: [tagged('featureHash=7x', { async: '' })] })).toEqual(['agent-deferred']);
  });
  it('a disabled agent, an agent that may not run', () => {
    const config = { featureHash: '7x', app: 'a' };
    expect(codes({ live: { config, disabled: true, disabledReason: 'Cost Control' } })).toEqual([
      'agent-disabled',
    ]);
    expect(codes({ live: { config, enabled: false } })).toEqual(['agent-off']);
    expect(codes({ live: { config: { ...config, coo: '1' }, enabled: false } })).toEqual(['opt-in-missing']);
    expect(codes({ live: { config: { ...config, coo: '1' }, enabled: true } })).toEqual([]);
  });
  it('New RUM by data-config alone, on the agent’s own element only', () => {
    const config = { 'data-config': '{"traceContext":true}' };
    expect(agentProfile({ scripts: [tagged('featureHash=7x', config)] }).kind).toBe('both');
    expect(agentProfile({ scripts: [{ src, attributes: config }] }).kind).toBe('new-rum');
    expect(agentProfile({ scripts: [{ src: '/app.js', attributes: config }] }).kind).toBe('none');
  });
  it('JSON that does not parse', () => {
    const script = { src, attributes: { 'data-dtconfig': 'featureHash=7x', 'data-appconfig': '{' } };
    expect(codes({ scripts: [script] })).toEqual(['config-unreadable']);
  });
});

it('a current agent captures XHR and fetch', () => {
  expect(currentAgentProfile('api\\.shop|x')).toMatchObject({
    kind: 'classic',
    version: { label: '1.337' },
    capturesXhr: true,
    capturesFetch: true,
    correlation: { raw: 'api^bs.shop^px', pattern: 'api\\.shop|x', error: null },
    warnings: [],
  });
  expect(currentAgentProfile('').correlation).toBeNull();
});
