import type { ReadonlySignal } from '@preact/signals';
import type { ComparedReport, HarCreator, HarFlaw } from '../../../core';
import type { PanelStore, SessionStore } from '../types';

/** A session that was read from a HAR file. Nothing of it is live: there is no page to ask, record or change. */
export interface ImportedSession extends SessionStore {
  readonly kind: 'imported';
  readonly id: string;
  /** Of the file. */
  readonly name: string;
  readonly creator: HarCreator | null;
  /** Places of the file that could not be read; the good entries are there. */
  readonly flaws: readonly HarFlaw[];
  /** What was readable, but is no request that could be judged, one sentence each. */
  readonly problems: ReadonlySignal<readonly string[]>;
  close(): void;
}

/** The session of the inspected page, or one from a file. */
export type Session = PanelStore | ImportedSession;

/** A report that was read from a file, to compare a session with. */
export interface ImportedReport {
  readonly id: string;
  readonly name: string;
  readonly report: ComparedReport;
}

/** A file that is being read. */
export interface ImportProgress {
  readonly name: string;
  /** Bytes */
  readonly size: number;
  readonly bytes: number;
  readonly entries: number;
}

/** Why a file gave no session. */
export interface ImportFailure {
  readonly name: string;
  readonly what: string;
  readonly flaws: readonly HarFlaw[];
}

/** The sessions side by side; each has its own calls, pattern and filter. */
export interface SessionsStore {
  /** `null`: there is no inspected page. */
  readonly live: PanelStore | null;
  readonly imported: ReadonlySignal<readonly ImportedSession[]>;
  readonly reports: ReadonlySignal<readonly ImportedReport[]>;
  /** `null`: there is no session yet. */
  readonly active: ReadonlySignal<Session | null>;
  readonly reading: ReadonlySignal<ImportProgress | null>;
  readonly failures: ReadonlySignal<readonly ImportFailure[]>;
  choose(session: Session): void;
  /** Throws an imported session away. */
  close(session: ImportedSession): void;
  /** Reads HARs and JSON reports one after the other; the last session that was read becomes the active one. */
  importFiles(files: readonly File[]): Promise<void>;
  /** Gives up the files that are being read. */
  cancelImport(): void;
  dismissFailures(): void;
}
