import type { Tabs } from 'webextension-polyfill';
import type { InspectedTabs } from './inspected-tabs';

/** A click on the extension's icon: ends the trial of the tab's page; where there is none, opens the HAR viewer. */
export async function stopTrialOrOpenViewer(
  inspected: Pick<InspectedTabs, 'trialOf' | 'endTrial'>,
  tabs: Pick<Tabs.Static, 'create'>,
  tabId: number | undefined,
  viewerUrl: string,
): Promise<void> {
  if (tabId !== undefined && (await inspected.trialOf(tabId)) !== null)
    await inspected.endTrial(tabId, 'stopped-by-icon');
  else await tabs.create({ url: viewerUrl });
}
