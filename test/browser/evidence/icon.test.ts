import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeHar, type Har } from '../../../src/core';
import { accessibilityViolations } from '../axe';
import { browsers } from '../browsers';
import type { PanelDriver, Viewer } from '../driver';

/** Nothing listens there: the page makes no requests. */
const noLab = { httpPort: 9, httpsPort: 9 };
const recorded = resolve('test/fixtures/har/edge.har');

describe.each(browsers)('the viewer that the icon opens in $name', ({ launch }) => {
  let driver: PanelDriver;
  let viewer: Viewer;
  beforeAll(async () => {
    driver = await launch({ lab: noLab });
    await driver.openPage('data:text/html,<title>any page</title>');
    viewer = await driver.openViewer();
  });
  afterAll(() => driver?.close());

  it('asks for files', async () => {
    const text = await viewer.panelWait(() => document.querySelector('.viewer-start')?.textContent);
    expect(text).toContain('Drop HAR files here');
    expect(await accessibilityViolations(viewer)).toEqual([]);
  });

  it('judges them as the core does, and offers nothing that needs a page', async () => {
    await viewer.chooseFiles('input[type="file"]', [recorded]);
    await viewer.panelWait(() => document.querySelector('[role="row"][data-header]'));
    const counts = await viewer.panelEval(() =>
      [...document.querySelectorAll<HTMLElement>('[role="row"][data-header]')].map(
        ({ dataset }) => `${dataset['today']} ${dataset['cookies']} ${dataset['header']}`,
      ),
    );
    const { endpoints } = judgeHar(JSON.parse(await readFile(recorded, 'utf8')) as Har);
    expect(counts.sort()).toEqual(
      endpoints
        .map(({ verdicts: { today, cookies, header } }) =>
          [today.outcome, cookies.outcome, header.outcome].join(' '),
        )
        .sort(),
    );
    expect(
      await viewer.panelEval(() => document.querySelector('[aria-label="Record calls"], .access') === null),
    ).toBe(true);
  });
});
