import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { PanelDriver } from './driver';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core objects to in the panel as it is now, one line for each node. */
export async function accessibilityViolations(driver: Pick<PanelDriver, 'panelScript'>): Promise<string[]> {
  // one script: the panel's CSP forbids to add one, and Firefox keeps no globals between two
  const { violations } = (await driver.panelScript(
    `(() => { ${axeSource}; return axe.run(document, { resultTypes: ['violations'] }); })()`,
  )) as AxeResults;
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  );
}
