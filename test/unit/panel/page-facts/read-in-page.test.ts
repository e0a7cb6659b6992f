import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentProfile, agentReadPlan } from '../../../../src/core';
import { parsePageReading } from '../../../../src/panel/page-facts/page-reading';
import { readInPage } from '../../../../src/panel/page-facts/read-in-page';

const plan = { agent: agentReadPlan, cookieNames: ['dtCookie', 'rxVisitor'] };
const page = window as unknown as { dT_?: unknown };

function read() {
  const reading = parsePageReading(JSON.parse(JSON.stringify(readInPage(plan))));
  if (reading === null) throw new Error('the reading was refused');
  return reading;
}

function addScript(attributes: Record<string, string>, code = '') {
  const script = document.createElement('script');
  // a type that is not run
  script.type = 'text/plain';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  script.textContent = code;
  document.head.append(script);
}

beforeEach(() => {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL('https://app.shop.test/');
  // happy-dom lacks it
  Object.defineProperty(window, 'origin', { value: 'https://app.shop.test', configurable: true });
  document.head.innerHTML = '';
  localStorage.clear();
});
afterEach(() => {
  delete page.dT_;
});

describe('reading the page', () => {
  it('finds a tag and its configuration', () => {
    addScript({
      src: '/ruxitagentjs_ICA7NVfgqrux_10337260504112723.js',
      'data-dtconfig': 'chw=api|app=ea7c4b59f27d43eb',
      'data-secret': 'x',
    });
    const { sources } = read();
    expect(sources.scripts).toHaveLength(1);
    expect(JSON.stringify(sources)).not.toContain('data-secret');
    expect(agentProfile(sources).correlation?.pattern).toBe('api');
  });

  it('finds inline code, and leaves other inline scripts alone', () => {
    addScript({}, 'const secret = 1;');
    addScript({}, 'window.dT_={cfg:"chw=inline|app=ea7c4b59f27d43eb"};');
    const { sources } = read();
    expect(sources.scripts).toHaveLength(1);
    expect(agentProfile(sources).correlation?.pattern).toBe('inline');
  });

  it('takes of local storage only what the agent reads', () => {
    localStorage.setItem('ruxitagentjs_ea7c4b59f27d43eb_Store', 'name=x');
    localStorage.setItem('dtCFG_env_app', '{}');
    localStorage.setItem('token', 'secret');
    expect(Object.keys(read().sources.storage ?? {}).sort()).toEqual([
      'dtCFG_env_app',
      'ruxitagentjs_ea7c4b59f27d43eb_Store',
    ]);
  });

  it('names RUM cookies, without their values', () => {
    document.cookie = 'dtCookie=v_4_secret';
    document.cookie = 'session=other';
    const reading = read();
    expect(reading.rumCookies).toEqual(['dtCookie']);
    expect(JSON.stringify(reading)).not.toContain('secret');
  });

  it('asks the running agent, decoding its patterns', () => {
    page.dT_ = {
      version: '10337260504112723',
      scv: (key: string) => ({ chw: 'api^bs.test', app: 'ea7c4b59f27d43eb' })[key] ?? '',
      de: (text: string) => text.replaceAll('^bs', '\\'),
      iMod: () => '7x',
      iAEPOO: () => true,
    };
    expect(read().sources.live).toEqual({
      version: '10337260504112723',
      config: { chw: 'api\\.test', app: 'ea7c4b59f27d43eb' },
      modules: '7x',
      enabled: true,
    });
  });

  it('does not take a configuration that waits for its agent for a running one', () => {
    page.dT_ = { cfg: 'chw=api' };
    expect(read().sources.live).toBeNull();
  });

  it.each<[string, unknown]>([
    [
      'members that throw',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    [
      'methods that throw',
      {
        version: '1',
        scv: () => {
          throw new Error('no');
        },
        iMod: () => {
          throw new Error('no');
        },
      },
    ],
    [
      'answers of other types',
      { version: {}, scv: () => ({}), iMod: () => 5, iAEPOO: () => 'yes', disabled: 'no' },
    ],
    ['a text', 'agent'],
    ['null', null],
  ])('withstands an agent with %s', (_, agent) => {
    page.dT_ = agent;
    const { live } = read().sources;
    expect(live?.config).toBeUndefined();
    expect(live?.enabled).toBeUndefined();
  });

  it('stays bounded', () => {
    addScript({ 'data-dtconfig': 'x'.repeat(1_000_000) });
    addScript({}, `dT_${'x'.repeat(1_000_000)}`);
    for (let n = 0; n < 500; n++) addScript({ src: `/s${n}.js` });
    expect(JSON.stringify(read()).length).toBeLessThan(300_000);
    expect(read().sources.scripts?.length).toBeLessThanOrEqual(300);
  });

  it('needs nothing from outside itself', () => {
    const alone = new Function(`return (${readInPage.toString()})(${JSON.stringify(plan)})`) as () => unknown;
    expect(parsePageReading(JSON.parse(JSON.stringify(alone())))).not.toBeNull();
  });
});
