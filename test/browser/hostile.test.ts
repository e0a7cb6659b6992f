import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HookCall } from '../../src/core/exchange/hook-call';
import { visibleLines, type Report } from '../../src/core';
import { hookLimits } from '../../src/protocol/hook-limits';
import { pageUrl, servePages, type PageServer } from '../hooked-page/page-server';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';
import { hostileHar } from '../unit/core/report/hostile-har';
import { chooseSession, exportFrom, importFiles } from './evidence/panel-evidence';
import { linkBackground, type BackgroundLink } from './hook/background-link';
import type { AttackResult } from './hostile/attack';
import { mark, pageSecret } from './hostile/attack-marks';
import { withoutJoiners } from './hostile/markdown-report';
import { ungroup } from './site/panel-steps';

interface Attacker {
  attack(): Promise<AttackResult>;
}

describe.each(browsers)('a hostile page in $name', ({ launch }) => {
  let server: PageServer;
  let driver: PanelDriver;
  let background: BackgroundLink;
  let result: AttackResult;
  let calls: readonly HookCall[];
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'crosslink-hostile-'));
    server = await servePages();
    server.show(['attack']);
    driver = await launch({ lab: server });
    await driver.saveDownloadsIn(folder);
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
    await rm(folder, { recursive: true, force: true });
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

  it('shows nothing that deceives, whatever is in a file or comes over the network', async () => {
    const isVisible = async (): Promise<string> => {
      const shown = await driver.panelEval(() => document.body.textContent ?? '');
      expect(visibleLines(shown)).toBe(shown);
      return shown;
    };
    const headersOf = async (row: string): Promise<string> => {
      await driver.panelWait(ungroup);
      await driver.click(`[role=row][data-kind=exchange]${row}`);
      await driver.click('#detail-tab-facts');
      await isVisible();
      await driver.click('#detail-tab-headers');
      return isVisible();
    };
    await driver.panelEval(() => {
      const filter = document.querySelector<HTMLInputElement>('[aria-label="Filter"]');
      if (filter === null) throw new Error('the panel has no filter');
      filter.value = 'misleading';
      filter.dispatchEvent(new Event('input', { bubbles: true }));
    });
    // not its preflight: Firefox tells of the call itself later
    expect(await headersOf('[data-method=GET][data-url*="/misleading/"]')).toContain('gnp.exe');
    const file = join(folder, 'hostile-file.har');
    await writeFile(file, JSON.stringify(hostileHar));
    await importFiles(driver, [file]);
    expect(await headersOf('[data-method=POST]')).toContain("'<U+202E><U+001B>[31m");
    await chooseSession(driver, 'This page');
  });

  describe('in an export', () => {
    const files: Record<string, string> = {};
    beforeAll(async () => {
      for (const format of ['html', 'md', 'json', 'har'] as const) {
        files[format] = await readFile(await exportFrom(driver, folder, { format }), 'utf8');
      }
    });

    it.each(['html', 'md', 'json', 'har'])('is but visible text, without its secrets, in %s', (format) => {
      const text = withoutJoiners(files[format] ?? '');
      // a search of the browser that shows its call to the reader
      expect(text).toContain(mark);
      expect(text).not.toContain(pageSecret);
      expect(text).not.toContain('SESSIONOFTHESERVER');
      expect(visibleLines(text)).toBe(text);
    });

    it('is no markup', () => {
      expect(files['html']).not.toMatch(/<(?:script|img|iframe|a|link|svg)\b/i);
      const outsideCode = (files['md'] ?? '').replace(/```[^]*?```/g, '').replace(/(`+)[^]*?\1/g, '');
      expect(outsideCode).not.toMatch(/(?<!\\)<(?!\/?(?:details|summary|code)>)|\]\(|javascript:/);
    });

    it('has no headers that it did not have, nor a prototype', () => {
      const { log } = JSON.parse(files['har'] ?? '') as {
        log: { entries: { request: Sent; response: Sent }[] };
      };
      interface Sent {
        headers: { name: string; value: string }[];
      }
      const headers = log.entries.flatMap(({ request, response }) => [
        ...request.headers,
        ...response.headers,
      ]);
      expect(headers.length).toBeGreaterThan(10_000);
      for (const { name, value } of headers) {
        if (/[^\w!#$%&'*+.^`|~:-]/.test(name) || /[\r\n\0]/.test(value)) throw new Error(`${name}: ${value}`);
      }
      const report = JSON.parse(files['json'] ?? '') as Report;
      expect(report.exchanges.length).toBeGreaterThan(1_000);
      expect('polluted' in report).toBe(false);
      expect('polluted' in {}).toBe(false);
    });
  });
});
