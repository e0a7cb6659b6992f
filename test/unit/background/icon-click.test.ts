import { describe, expect, it, vi } from 'vitest';
import { stopTrialOrOpenViewer } from '../../../src/background/icon-click';
import type { Trial } from '../../../src/protocol/trial';

const viewer = 'chrome-extension://id/src/panel/panel.html';

function setUp(trial: Trial | null) {
  const inspected = { trialOf: vi.fn(async () => trial), endTrial: vi.fn(async () => {}) };
  const tabs = {
    create: vi.fn(async () => ({
      index: 0,
      highlighted: false,
      active: true,
      pinned: false,
      incognito: false,
    })),
  };
  return { inspected, tabs };
}

describe('a click on the icon', () => {
  it('ends the trial of the tab, and opens nothing', async () => {
    const { inspected, tabs } = setUp({} as Trial);
    await stopTrialOrOpenViewer(inspected, tabs, 7, viewer);
    expect(inspected.endTrial).toHaveBeenCalledWith(7, 'stopped-by-icon');
    expect(tabs.create).not.toHaveBeenCalled();
  });

  it.each([7, undefined])('opens the viewer where no trial runs (tab %s)', async (tabId) => {
    const { inspected, tabs } = setUp(null);
    await stopTrialOrOpenViewer(inspected, tabs, tabId, viewer);
    expect(inspected.endTrial).not.toHaveBeenCalled();
    expect(tabs.create).toHaveBeenCalledWith({ url: viewer });
  });
});
