import { computed, signal } from '@preact/signals';
import type { PanelStore } from '../types';
import { createImportedSession, type ImportedSessionEnvironment } from './imported-session';
import { readFile } from './read-file';
import type {
  ImportedReport,
  ImportedSession,
  ImportFailure,
  ImportProgress,
  Session,
  SessionsStore,
} from './types';

export interface SessionsOptions extends ImportedSessionEnvironment {
  /** `null`: there is no inspected page. */
  readonly live: PanelStore | null;
  readonly newId: () => string;
}

export function createSessionsStore({ live, newId, ...environment }: SessionsOptions): SessionsStore {
  const imported = signal<readonly ImportedSession[]>([]);
  const reports = signal<readonly ImportedReport[]>([]);
  const chosen = signal<Session | null>(live);
  const reading = signal<ImportProgress | null>(null);
  const failures = signal<readonly ImportFailure[]>([]);
  let cancel = new AbortController();
  let queue: Promise<void> = Promise.resolve();

  const read = async (file: File, abort: AbortSignal): Promise<void> => {
    if (abort.aborted) return;
    const { name, size } = file;
    reading.value = { name, size, bytes: 0, entries: 0 };
    const result = await readFile(file, {
      signal: abort,
      onProgress: (progress) => void (reading.value = { name, size, ...progress }),
    });
    reading.value = null;
    switch (result.kind) {
      case 'har': {
        const session = createImportedSession({ ...result.har, id: newId() }, environment);
        imported.value = [...imported.value, session];
        chosen.value = session;
        break;
      }
      case 'report':
        reports.value = [...reports.value, { ...result.report, id: newId() }];
        break;
      case 'failure':
        failures.value = [...failures.value, result.failure];
        break;
      case 'cancelled':
        break;
    }
  };

  const readAll = async (
    files: readonly File[],
    abort: AbortSignal,
    before: Promise<void>,
  ): Promise<void> => {
    await before;
    for (const file of files) await read(file, abort);
  };

  return {
    live,
    imported,
    reports,
    active: computed(() => chosen.value),
    reading,
    failures,
    choose: (session) => void (chosen.value = session),
    close: (session) => {
      imported.value = imported.value.filter((other) => other !== session);
      if (chosen.value === session) chosen.value = live ?? imported.value.at(-1) ?? null;
      session.close();
    },
    importFiles: (files) => {
      if (reading.value === null || cancel.signal.aborted) cancel = new AbortController();
      const { signal: abort } = cancel;
      failures.value = [];
      queue = readAll(files, abort, queue);
      return queue;
    },
    cancelImport: () => cancel.abort(),
    dismissFailures: () => void (failures.value = []),
  };
}
