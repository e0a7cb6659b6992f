import type { Browser, Frame, Page } from 'puppeteer-core';
import { findFrontEnd, showPanel } from './devtools-front-end';

export interface OpenPanel {
  readonly frontEnd: Page;
  readonly frame: Frame;
}

/** Shows the panel in the devtools of the first tab; resolves when its scripts have run. */
export async function openPanel(browser: Browser, title: string): Promise<OpenPanel> {
  const frontEnd = await findFrontEnd(browser);
  await showPanel(frontEnd, title);
  const frame = await frontEnd.waitForFrame((each) => each.url().endsWith('/panel.html'));
  // the frame appears before its scripts have run
  await frame.waitForFunction(() => document.readyState === 'complete');
  return { frontEnd, frame };
}
