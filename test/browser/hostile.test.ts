import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HookCall } from '../../src/core/exchange/hook-call';
import { hookLimits } from '../../src/protocol/hook-limits';
import { pageUrl, servePages, type PageServer } from '../hooked-page/page-server';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';
import { linkBackground, type BackgroundLink } from './hook/background-link';
import type { AttackResult } from './hostile/attack';

interface Attacker {
  attack(): Promise<AttackResult>;
}

describe.each(browsers)('a hostile page in $name', ({ launch }) => {
  let server: PageServer;
  let driver: PanelDriver;
  let background: BackgroundLink;
  let result: AttackResult;
  let calls: readonly HookCall[];

  beforeAll(async () => {
    server = await servePages();
    server.show(['attack']);
    driver = await launch({ lab: server });
    await driver.openPage(pageUrl);
    await driver.openPanel();
    background = await linkBackground(driver);
    await background.call('hook.watch', { patterns: ['*://*.page.test/*'] });
    await driver.openPage(pageUrl);
    await background.waitForEvent('hook-started');
    result = await driver.pageEval(() => (globalThis as unknown as Attacker).attack());
    await background.waitForCall('/status/200?after-the-pollution');
    calls = (await background.events()).flatMap((event) => (event.type === 'hook-calls' ? event.calls : []));
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it('gets nothing from the extension', () => {
    expect(result.gained).toEqual([]);
  });

  it('cannot reach the extension’s files', async () => {
    const panel = await driver.panelEval(() => location.href);
    const reached = await driver.pageEval(
      (url) =>
        fetch(url).then(
          () => true,
          () => false,
        ),
      panel,
    );
    expect(reached).toBe(false);
  });

  it('cannot forge reports', () => {
    expect(calls.length).toBeGreaterThan(2_000);
    expect(calls.filter(({ url }) => url.includes('/forged'))).toEqual([]);
  });

  it('is reported within the limits, whatever it calls', () => {
    for (const { url, method, headers } of calls) {
      expect(url.length).toBeLessThanOrEqual(hookLimits.url);
      expect(method.length).toBeLessThanOrEqual(hookLimits.name);
      for (const { value } of headers) expect(value?.length ?? 0).toBeLessThanOrEqual(hookLimits.value);
    }
    expect(calls.some(({ url }) => url.startsWith('http://other.test/echo/aaa'))).toBe(true);
  });

  it('has its own calls as they were: all are made, the impossible ones fail', () => {
    expect(result.calls.failed).toBeGreaterThanOrEqual(2);
    expect(result.calls.answered).toBeGreaterThan(2_000);
  });

  it('leaves the panel whole: every call is there, nothing of the page has run in it', async () => {
    await driver.panelWait(
      () => Number(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount') ?? 0) > 1,
    );
    const panel = await driver.panelEval(() => ({
      polluted: ['crosslink', 'verdict', 'toJSON', 'trial', 'polluted'].filter((name) => name in {}),
      scripts: [...document.scripts].map(({ src }) => new URL(src).origin === location.origin),
      foreign: document.querySelectorAll('main img, main iframe, main script').length,
    }));
    expect(panel).toEqual({ polluted: [], scripts: [true], foreign: 0 });
  });

  it('does not stop the panel from answering the user', async () => {
    const filter = 'input[role=combobox]';
    await driver.type(filter, 'after-the-flood');
    await driver.panelWait(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('[role=treegrid] [data-url]')];
      return rows.length > 0 && rows.every(({ dataset }) => dataset['url']?.includes('/status/') === true);
    });
  });
});
