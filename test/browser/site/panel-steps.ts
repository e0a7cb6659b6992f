import type { TrialMode, TrialRoute } from '../../../src/core';
import type { PanelDriver } from '../driver';
import { waitUntil } from '../wait-until';

/** Waits until the panel has read how far site access goes. */
export async function accessIs(driver: PanelDriver, extent: 'none' | 'partial' | 'all'): Promise<void> {
  await driver.panelWait(
    (wanted) => document.querySelector('.access')?.getAttribute('data-extent') === wanted,
    extent,
  );
}

export async function hookIs(
  driver: PanelDriver,
  state: 'no-access' | 'reload' | 'observing',
): Promise<void> {
  await driver.panelWait(
    (wanted) => document.querySelector('.access')?.getAttribute('data-hook') === wanted,
    state,
  );
}

/** In the panel: shows calls one by one, not by endpoint. False: the panel is not there yet. */
export function ungroup(): boolean {
  const label = [...document.querySelectorAll('label')].find(
    (element) => element.textContent?.trim() === 'Group',
  );
  const box = label?.querySelector('input');
  if (!box) return false;
  if (box.checked) box.click();
  return true;
}

/** Clicks the first button with this text. */
export async function pressButton(driver: PanelDriver, text: string): Promise<void> {
  await driver.panelWait((wanted) => {
    document.querySelector('[data-test-target]')?.removeAttribute('data-test-target');
    const button = [...document.querySelectorAll('button')].find(
      (each) => each.textContent?.trim() === wanted && !each.disabled,
    );
    button?.setAttribute('data-test-target', 'yes');
    return button !== undefined;
  }, text);
  await driver.click('[data-test-target]');
}

export async function typePattern(driver: PanelDriver, pattern: string): Promise<void> {
  await driver.panelEval((text) => {
    const field = document.querySelector<HTMLTextAreaElement>('#pattern-text');
    if (!field) throw new Error('The panel has no pattern field');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, pattern);
}

/** Goes through the trial's dialog as a user does; resolves when the altered page has begun to load. */
export async function startTrial(driver: PanelDriver, route: TrialRoute, mode: TrialMode): Promise<void> {
  await driver.click('[aria-label="Live trial"]');
  await driver.click(`.trial-form input[value="${route}"]`);
  await driver.click(`.trial-form input[value="${mode}"]`);
  const conditions = await driver.panelEval(() => document.querySelectorAll('.conditions input').length);
  for (let n = 1; n <= conditions; n += 1) await driver.click(`.conditions label:nth-of-type(${n}) input`);
  // what the plan is made of may still be on its way
  await driver.panelWait(() => document.querySelector('.trial-foot [type=submit]:enabled') !== null);
  await driver.click('.trial-foot [type=submit]');
  await trialIs(driver, 'running');
}

export async function trialIs(driver: PanelDriver, state: 'running' | 'over' | 'none'): Promise<void> {
  await driver.panelWait(
    (wanted) => document.querySelector('.trial-banner')?.getAttribute('data-trial') === wanted,
    state,
  );
}

declare global {
  interface Window {
    /** Set in a document that is about to be replaced. */
    leaving?: boolean;
  }
}

/** Does what loads the inspected page again; resolves when the new document has loaded. */
export async function inNewPage(driver: PanelDriver, reload: () => Promise<void>): Promise<void> {
  await driver.pageEval(() => void (window.leaving = true));
  await reload();
  await waitUntil('the page loaded again', async () => {
    try {
      return await driver.pageEval(() => !window.leaving && document.readyState === 'complete');
    } catch {
      // a document that is being replaced cannot be asked; one that never answers lets the wait fail
      return false;
    }
  });
}

/** A line of the comparison. */
export interface ComparedEndpoint {
  /** `GET https://api.shop.test/orders/{id}` */
  readonly endpoint: string;
  readonly predicted: string | null;
  readonly tried: string | null;
  /** Why it was not altered, or how it failed. */
  readonly why: string;
  readonly difference: string;
}

/** The lines of the comparison, which must be open. */
export async function readComparison(driver: PanelDriver): Promise<readonly ComparedEndpoint[]> {
  return driver.panelEval(() =>
    [...document.querySelectorAll<HTMLElement>('[data-endpoint]')].map((line) => ({
      endpoint: line.dataset['endpoint'] ?? '',
      predicted: line.dataset['predicted'] ?? null,
      tried: line.dataset['tried'] ?? null,
      why: line.querySelector('.trial-comparison-why')?.textContent ?? '',
      difference: line.querySelector('.difference')?.textContent ?? '',
    })),
  );
}
