import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../../lab/lab';
import { cookieOf, headerOf } from '../../lab/recorder';
import { hopUrl, scenarioPageUrl, scenarios } from '../../lab/scenarios';
import type { Answer } from '../../lab/scenarios';
import { ask, valuesOf } from './client';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterEach(() => lab.reset());
afterAll(() => lab.close());

const origin = 'https://app.shop.test';
const asked = 'content-type,x-dtc';

const hops = scenarios.flatMap((scenario) =>
  scenario.hops.map((hop, index) => ({ id: `${scenario.id} #${index}`, url: hopUrl(scenario, index), hop })),
);

async function expectAnswer(url: string, method: string, answer: Answer): Promise<void> {
  const answered = ask(lab, url, { method, headers: { origin, 'access-control-request-headers': asked } });
  if ('reset' in answer) {
    await expect(answered).rejects.toThrow();
    return;
  }
  const response = await answered;
  expect(response.status).toBe('redirect' in answer ? answer.redirect : answer.status);
  for (const name of new Set(answer.headers?.map(([header]) => header))) {
    const declared = (answer.headers ?? []).filter(([header]) => header === name);
    expect(valuesOf(response, name)).toEqual(
      declared.map(([, value]) => value.replace('{origin}', origin).replace('{asked}', asked)),
    );
  }
  if (method === 'OPTIONS') expect(valuesOf(response, 'access-control-max-age')).toEqual(['0']);
}

describe('the scenarios’ endpoints', () => {
  it.each(hops)('answer as declared: $id', async ({ url, hop }) => {
    await expectAnswer(url, 'GET', hop.response);
    if (hop.preflight) await expectAnswer(url, 'OPTIONS', hop.preflight);
  });

  it('redirect to the next hop', async () => {
    const scenario = scenarios.find(({ id }) => id === 'redirect-tainted')!;
    const response = await ask(lab, hopUrl(scenario));
    expect(valuesOf(response, 'location')).toEqual(['https://api.partner.test/s/redirect-tainted/api/moved']);
  });

  it('answer OPTIONS with 405 where a scenario declares no preflight', async () => {
    const response = await ask(lab, 'https://api.shop.test/s/cookies-ready/api/items', { method: 'OPTIONS' });
    expect(response.status).toBe(405);
    expect(valuesOf(response, 'access-control-allow-origin')).toEqual([]);
  });

  it('know each scenario on its own host only', async () => {
    expect((await ask(lab, 'https://api.partner.test/s/cookies-ready/api/items')).status).toBe(404);
  });

  it('drop a reflected header where nothing was asked for', async () => {
    const response = await ask(lab, 'https://api.partner.test/s/header-may-vary/api/items', {
      method: 'OPTIONS',
    });
    expect(valuesOf(response, 'access-control-allow-headers')).toEqual([]);
  });
});

describe('the record', () => {
  it('holds method, clean URL, headers and cookies, and can be waited for', async () => {
    const waiting = lab.waitFor(({ method }) => method === 'PUT');
    await ask(lab, 'http://api.shop.test/s/none?x=1', {
      method: 'PUT',
      headers: { 'X-Dtc': 'value', cookie: 'a=1; dtCookie=v_4=2' },
    });
    const received = await waiting;
    expect(received.url).toBe('http://api.shop.test/s/none?x=1');
    expect(headerOf(received, 'x-dtc')).toBe('value');
    expect(headerOf(received, 'x-other')).toBeNull();
    expect(cookieOf(received, 'dtCookie')).toBe('v_4=2');
    expect(await lab.waitFor(({ method }) => method === 'PUT')).toBe(received);
  });

  it('says when nothing came in time, and forgets on reset', async () => {
    await ask(lab, 'http://api.shop.test/');
    expect(lab.received).toHaveLength(1);
    lab.reset();
    expect(lab.received).toHaveLength(0);
    await expect(lab.waitFor(() => true, 20)).rejects.toThrow('in 20 ms');
  });
});

describe('pages', () => {
  it('carry the agent that the query asks for', async () => {
    const page = async (query: string): Promise<string> => (await ask(lab, `${lab.shopUrl}${query}`)).body;
    expect(await page('')).toContain('chw=//api^bs.shop^bs.test/(catalog^pstock)/|');
    expect(await page('?agent=none')).not.toContain('data-dtconfig');
    expect(await page('?agent=async&delay=5')).toMatch(
      / async src="\/ruxitagentjs_ICA7NVfgqrux_\d{17}\.js\?delay=5"/,
    );
    expect(await page('?modules=NVfqrux')).toContain('featureHash=ICANVfqrux|');
    expect(await page(`?chw=${encodeURIComponent('"><script>')}`)).toContain('chw=^dq^rb^lbscript^rb|');
  });

  it('start with the RUM cookies of other variants removed', async () => {
    const response = await ask(lab, scenarioPageUrl('http'));
    expect(valuesOf(response, 'location')).toEqual(['http://app.shop.test/scenario/http']);
    expect(valuesOf(response, 'set-cookie')).toContain(
      'dtCookie=; Path=/; Max-Age=0; Domain=shop.test; Secure',
    );
  });

  it('exist for every scenario', async () => {
    for (const { id } of scenarios) expect((await ask(lab, `${origin}/scenario/${id}`)).status).toBe(200);
  });

  it('hand out the agent as one classic script', async () => {
    const { status, body } = await ask(lab, `${origin}/ruxitagentjs_ICA7NVfgqrux_10337260504112723.js`);
    expect(status).toBe(200);
    expect(body).toContain('dT_');
    expect(() => new Function(body)).not.toThrow();
  });
});

describe('the shop’s services', () => {
  const preflight = async (url: string, headers: string) =>
    ask(lab, url, { method: 'OPTIONS', headers: { origin, 'access-control-request-headers': headers } });

  it('the third party rejects a preflight that asks for anything unknown', async () => {
    expect((await preflight('https://maps.thirdparty.test/stores', 'x-api-key')).status).toBe(200);
    expect((await preflight('https://maps.thirdparty.test/stores', 'x-api-key,x-dtc')).status).toBe(403);
  });

  it('the catalogue allows x-dtc, the cart does not', async () => {
    const allowed = async (path: string) =>
      valuesOf(
        await preflight(`https://api.shop.test/${path}`, 'x-dtc'),
        'access-control-allow-headers',
      ).join();
    expect(await allowed('catalog/products')).toContain('x-dtc');
    expect(await allowed('cart/items/1')).not.toContain('x-dtc');
  });

  it('the cart keeps what is put in, in each lab its own', async () => {
    const put = { method: 'PUT', headers: { origin }, body: '{"quantity":3}' };
    expect((await ask(lab, 'https://api.shop.test/cart/items/2', put)).body).toContain(
      '{"id":2,"quantity":3}',
    );
    const other = await startLab();
    expect((await ask(other, 'https://api.shop.test/cart')).body).not.toContain('"id":2');
    await other.close();
  });
});
