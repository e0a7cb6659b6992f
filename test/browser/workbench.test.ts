import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLab, type Lab } from '../lab/lab';
import { headerOf } from '../lab/recorder';
import { accessibilityViolations } from './axe';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';

const field = '#pattern-text';

describe.each(browsers)('the pattern workbench in $name', ({ launch }) => {
  let lab: Lab;
  let driver: PanelDriver;
  beforeAll(async () => {
    lab = await startLab();
    driver = await launch({ lab });
    // Firefox may miss calls of the first page of an empty tab.
    await driver.openPage(lab.shopUrl);
    await driver.openPanel();
    await driver.openPage(lab.shopUrl);
    // Rows out of sight do not exist.
    await driver.setWidth(1400);
    await driver.panelWait(countIsAbove, 'matched', 0);
  });
  afterAll(async () => {
    await driver?.close();
    await lab?.close();
  });

  async function write(pattern: string): Promise<void> {
    await driver.click(field);
    await driver.press('Control+a');
    await driver.type(field, pattern);
  }

  const fieldText = () =>
    driver.panelEval(() => document.querySelector<HTMLTextAreaElement>('#pattern-text')!.value);

  it('begins with what is deployed, marked in the rows', async () => {
    expect(await fieldText()).toBe('//api\\.shop\\.test/(catalog|stock)/');
    expect(await driver.panelWait(markedTexts)).toContain('api.shop.test/catalog/');
  });

  it('judges by what is typed, and shows lint in the pattern', async () => {
    await write('^https://api.shop.test/cart');
    await driver.panelWait(countIsAbove, 'lost', 0);
    expect(await driver.panelWait(markedTexts)).toEqual(['api.shop.test/cart']);
    const underlined = await driver.panelWait(() => {
      const texts = [...document.querySelectorAll('.pattern-field [data-severity="warning"]')];
      return texts.length > 0 && texts.map(({ textContent }) => textContent);
    });
    expect(underlined).toContain('.');
  });

  it('tells findings by F8 and mends them by one click', async () => {
    await driver.click('.pattern-toggle');
    await driver.click(field);
    await driver.press('F8');
    expect(await driver.panelEval(() => document.querySelector('#pattern-tip')?.textContent)).toMatch(/dot/i);
    await driver.click('[data-code="unescaped-dot"] .text-button');
    expect(await fieldText()).toBe('^https://api\\.shop\\.test/cart');
    await driver.click(field);
    await driver.press('Control+z');
    expect(await fieldText()).toBe('^https://api.shop.test/cart');
    await driver.press('Control+y');
    expect(await fieldText()).toBe('^https://api\\.shop\\.test/cart');
  });

  it('has no accessibility violations while it is open', async () => {
    expect(await accessibilityViolations(driver)).toEqual([]);
  });

  it('narrows the table by a count', async () => {
    await driver.click('[data-reach="matched"]');
    await driver.panelWait(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('[data-kind="endpoint"]')];
      return rows.length > 0 && rows.every(({ dataset }) => dataset['url']?.includes('/cart'));
    });
    await driver.click('[data-reach="matched"]');
    await driver.panelWait(() =>
      [...document.querySelectorAll<HTMLElement>('[data-kind="endpoint"]')].some(
        ({ dataset }) => !dataset['url']?.includes('/cart'),
      ),
    );
  });

  it.each([
    ['plain', '^https://api\\.shop\\.test/cart'],
    ['config-api', '{"correlationHeaderInclusionRegex":"^https://api\\\\.shop\\\\.test/cart"}'],
    ['data-dtconfig', 'chw=^^https://api^bs.shop^bs.test/cart'],
  ])('copies it as %s', async (form, text) => {
    const row = `[data-form="${form}"]`;
    // The panel's own handler ends the event: what it was given is read where it puts it.
    await driver.panelEval(() => {
      const { setData } = DataTransfer.prototype;
      DataTransfer.prototype.setData = function (type, data) {
        document.body.dataset['copied'] = data;
        setData.call(this, type, data);
      };
    });
    await driver.click(`${row} .copy-button`);
    expect(await driver.panelWait(() => document.body.dataset['copied'])).toBe(text);
    await driver.panelWait(() => document.querySelector('[data-copied="true"]') !== null);
    await driver.panelEval(() => void delete document.body.dataset['copied']);
  });

  it('suggests a pattern for all that would link, and takes it as a draft', async () => {
    await driver.click('.suggest-start');
    await driver.panelWait(() => document.querySelectorAll('.endpoint-tick').length > 0);
    await driver.click('.suggest-line .text-button');
    const suggested = await driver.panelWait(
      () => document.querySelector<HTMLElement>('.suggested-pattern')?.dataset['pattern'],
    );
    expect(suggested).toMatch(/^\^https:\/\/api\\\.shop\\\.test\//);
    await driver.click('.suggest .filled');
    expect(await fieldText()).toBe(suggested);
    await driver.panelWait(countIsAbove, 'links', 0);
    expect(await driver.panelWait(reachCount, 'breaks')).toBe('0');
    await driver.panelWait(() => document.querySelector('.endpoint-tick') === null);
  });

  it('keeps drafts and their histories when the panel is opened anew', async () => {
    const before = await fieldText();
    await driver.reloadPanel();
    await driver.panelWait(
      (text) => document.querySelector<HTMLTextAreaElement>('#pattern-text')?.value === text,
      before,
    );
    // What is deployed is read from the page, a moment later.
    await driver.panelWait(() => {
      const options = [...document.querySelectorAll('.pattern-choice[data-draft] option')];
      return options.map(({ textContent }) => textContent).join() === 'Deployed,Draft 1,Draft 2';
    });
    await driver.panelEval(() => {
      const shown = document.querySelector<HTMLSelectElement>('select[aria-label="Pattern shown"]');
      if (!shown) throw new Error('There is no choice of drafts');
      shown.value = 'Draft 1';
      shown.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(await fieldText()).toBe('^https://api\\.shop\\.test/cart');
    await driver.click(field);
    await driver.press('Control+z');
    expect(await fieldText()).toBe('^https://api.shop.test/cart');
    await driver.press('Control+y');
  });

  it('answers while a catastrophic pattern is tried, and says that it was too slow', async () => {
    await write('^([a-z:/.0-9-]+)+!$');
    // Only a panel that is not frozen runs this at all; frames go on while the worker stands still.
    const frames = await driver.panelWait(async () => {
      let count = 0;
      while (document.querySelector('.reach')?.getAttribute('aria-busy') === 'true') {
        await new Promise(requestAnimationFrame);
        count += 1;
      }
      return document.querySelector('.finding-badge[data-severity="error"]') !== null && count;
    });
    expect(frames).toBeGreaterThan(10);
    await driver.click('.finding-badge');
    await driver.panelWait(() => document.querySelector('[data-code="too-slow"]') !== null);
    await driver.panelWait(countIsAbove, 'undecided', 0);
    await write('catalog');
    await driver.panelWait(countIsAbove, 'matched', 0);
  });

  describe('on a page of the New RUM Experience', () => {
    beforeAll(async () => {
      await driver.openPage(`${lab.shopUrl}?agent=new-rum`);
      await driver.panelWait(() =>
        document.querySelector('.pattern-choice')?.textContent?.includes('traceparent inclusions'),
      );
    });

    it('judges inclusions by traceparent and tracestate, and a probe asks for both', async () => {
      await write('/catalog/');
      await driver.panelWait(countIsAbove, 'unknown', 0);
      expect(await driver.panelWait(reachCount, 'breaks')).toBe('0');
      lab.reset();
      await driver.click('button[aria-label^="Probe"]');
      await driver.panelWait(countIsAbove, 'breaks', 0);
      // the endpoints answer one after the other
      await driver.panelWait(countIs, 'unknown', 0);
      const asked = lab.received
        .filter(({ method }) => method === 'OPTIONS')
        .map((request) => headerOf(request, 'access-control-request-headers'));
      expect(new Set(asked)).toEqual(new Set(['traceparent,tracestate']));
    });

    it('copies them for the settings page, the settings API and data-config', async () => {
      const forms = await driver.panelWait(() => {
        const texts = [...document.querySelectorAll('[data-form] .copy-text')];
        return texts.length > 0 && texts.map(({ textContent }) => textContent);
      });
      expect(forms).toEqual([
        '/catalog/',
        '{"crossOriginUrlPattern":"/catalog/"}',
        '{"traceContextInclusions":"/catalog/"}',
      ]);
    });

    it('counts no outcomes for exclusions, and takes excluded calls from those that would break', async () => {
      await driver.panelEval(() => {
        const choice = document.querySelector<HTMLSelectElement>('select[aria-label="Which pattern"]');
        if (!choice) throw new Error('There is no choice of patterns');
        choice.value = 'exclusions';
        choice.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await write('/catalog/');
      await driver.panelWait(countIsAbove, 'matched', 0);
      expect(await driver.panelEval(() => document.querySelector('[data-reach="breaks"]'))).toBeNull();
    });

    it('judges by the drafts of both, and leads from one to the other', async () => {
      await driver.panelWait(() =>
        document.querySelector('.row[data-url*="/catalog/"][data-header="unlinked"]'),
      );
      expect(
        await driver.panelEval(() =>
          document.querySelector('.row[data-url*="/catalog/"][data-header="breaks"]'),
        ),
      ).toBeNull();
      await driver.click('.other-draft');
      await driver.panelWait(
        () => document.querySelector('.other-draft')?.textContent === '+ draft of traceparent exclusions',
      );
      // what is excluded is not counted as breaking, although it is included
      expect(await driver.panelWait(reachCount, 'breaks')).toBe('0');
    });
  });
});

function reachCount(kind: string): string | null | undefined {
  return document.querySelector(`[data-reach="${kind}"] .segment-count`)?.textContent;
}

function countIs(kind: string, count: number): boolean {
  return document.querySelector(`[data-reach="${kind}"] .segment-count`)?.textContent === String(count);
}

function countIsAbove(kind: string, limit: number): boolean {
  return Number(document.querySelector(`[data-reach="${kind}"] .segment-count`)?.textContent) > limit;
}

function markedTexts(): string[] | null {
  const rows = [...document.querySelectorAll('.name-text')];
  const marks = rows.map((row) =>
    [...row.querySelectorAll('mark')].map(({ textContent }) => textContent).join(''),
  );
  const texts = new Set(marks.filter((text) => text !== ''));
  return texts.size > 0 ? [...texts] : null;
}
