import { signal } from '@preact/signals';
import type { SessionsStore } from '../../../src/panel/store/session/types';
import type { PanelStore } from '../../../src/panel/store/types';

/** The live session alone; files cannot be read here. */
export function fakeSessions(live: PanelStore): SessionsStore {
  return {
    live,
    imported: signal([]),
    reports: signal([]),
    active: signal(live),
    reading: signal(null),
    failures: signal([]),
    choose: () => {},
    close: () => {},
    importFiles: () => Promise.resolve(),
    cancelImport: () => {},
    dismissFailures: () => {},
  };
}
