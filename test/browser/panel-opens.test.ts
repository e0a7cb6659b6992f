import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityViolations } from './axe';
import { browsers } from './browsers';
import type { PanelDriver } from './driver';

/** Nothing listens there: this test inspects a page without requests. */
const noLab = { httpPort: 9, httpsPort: 9 };

describe.each(browsers)('the panel in $name', ({ name, launch }) => {
  let driver: PanelDriver;
  beforeAll(async () => {
    driver = await launch({ lab: noLab });
    await driver.openPage('data:text/html,<title>inspected</title>');
    await driver.openPanel();
  });
  afterAll(() => driver.close());

  it('opens in the real devtools under its name', async () => {
    expect(await driver.panelEval(() => document.title)).toBe('Crosslink');
    expect(await driver.pageEval(() => document.title)).toBe('inspected');
  });

  // Firefox's driver acts with the browser's own privileges, to which no policy of a page applies
  it.runIf(name === 'Chromium')(
    'makes no HTML and no script of texts, and starts its own workers',
    async () => {
      const refused = await driver.panelEval(() => {
        const isRefused = (attempt: () => void): boolean => {
          try {
            attempt();
            return false;
          } catch (error) {
            return error instanceof TypeError || error instanceof EvalError;
          }
        };
        const own = document.scripts[0]?.src ?? '';
        return {
          html: isRefused(() => void (document.createElement('p').innerHTML = '<b>bold</b>')),
          script: isRefused(() => void (document.createElement('script').text = '1')),
          source: isRefused(() => void (document.createElement('script').src = 'data:text/javascript,1')),
          foreign: isRefused(() => new Worker('data:text/javascript,1').terminate()),
          own: isRefused(() => new Worker(own, { type: 'module' }).terminate()),
        };
      });
      expect(refused).toEqual({
        html: true,
        script: true,
        source: true,
        foreign: true,
        own: false,
      });
    },
  );

  it.each(['light', 'dark'] as const)('has no accessibility violations in the %s theme', async (theme) => {
    await driver.setTheme(theme);
    expect(await accessibilityViolations(driver)).toEqual([]);
  });

  it.each([600, 1400] as const)('fits %i px without scrolling sideways', async (width) => {
    await driver.setWidth(width);
    expect(await driver.panelEval(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
