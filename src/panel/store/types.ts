import type { ReadonlySignal, Signal } from '@preact/signals';
import type { AgentProfile, Engine, Outcome, RolloutSummary, Route } from '../../core';
import type { LogCapacity } from '../../protocol/recorder';
import type { AccessStore } from './access/types';
import type { CookieJarStore } from './cookies/types';
import type { EnginesStore, JudgeFor } from './engines/types';
import type { EvidenceStore } from './evidence/types';
import type { HookStore } from './hook/types';
import type { PatternStore } from './pattern/types';
import type { ProbeStore } from './probe/types';
import type { Row, RowList } from './table/row';
import type { TrialStore } from './trial/types';

export type { PatternStore } from './pattern/types';
export type { PreflightState, Row, RowList, TierState, Verdicts } from './table/row';

export type SortColumn =
  | 'started'
  | 'method'
  | 'url'
  | 'host'
  | 'today'
  | 'cookies'
  | 'header'
  | 'preflight'
  | 'tier'
  | 'status'
  | 'count';
export interface Sort {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

/** What the recorder in the devtools page does, as far as the panel shows it. */
export interface RecordingStore {
  readonly connection: ReadonlySignal<'connecting' | 'live' | 'lost'>;
  readonly recording: ReadonlySignal<boolean>;
  readonly preserveLog: ReadonlySignal<boolean>;
  /** When devtools opened, ms since the epoch: what came before is not there. */
  readonly since: ReadonlySignal<number | null>;
  /** What could not be read of the log, one sentence each: nothing is lost silently. */
  readonly problems: ReadonlySignal<readonly string[]>;
  /** Entries that had to go because the log holds `capacity` at most. */
  readonly dropped: ReadonlySignal<number>;
  readonly capacity: ReadonlySignal<LogCapacity>;
  setRecording(on: boolean): void;
  setPreserveLog(on: boolean): void;
  clear(): void;
  reloadPage(): void;
}

/** The inspected page and its agent. */
export interface PageStore {
  readonly url: ReadonlySignal<string | null>;
  readonly engine: ReadonlySignal<Engine>;
  /** `reading`: not yet asked; `unreadable`: the page could not be asked (its error beside it). */
  readonly agentState: ReadonlySignal<'reading' | 'found' | 'none' | 'unreadable'>;
  readonly agentError: ReadonlySignal<string | null>;
  readonly agent: ReadonlySignal<AgentProfile | null>;
  /** Names of the RUM cookies that the page's scripts can read. */
  readonly rumCookies: ReadonlySignal<readonly string[]>;
  /** `null`: what was read from a file cannot be asked again. */
  readonly refreshAgent: (() => void) | null;
}

export interface TableStore {
  readonly rows: ReadonlySignal<RowList>;
  /** Exchanges before and after the filter. */
  readonly total: ReadonlySignal<number>;
  readonly shown: ReadonlySignal<number>;
  readonly grouped: Signal<boolean>;
  readonly sort: Signal<Sort>;
  readonly filter: Signal<string>;
  /** What is wrong with the filter (a /regular expression/ that does not compile); the rest of it applies. */
  readonly filterError: ReadonlySignal<string | null>;
  readonly invert: Signal<boolean>;
  /** Completions for the word under the caret, taken from the rows; each replaces the whole word. */
  complete(text: string, caret: number): readonly string[];
  /** Keys of open endpoints. */
  readonly expanded: Signal<ReadonlySet<string>>;
  toggleEndpoint(key: string): void;
  readonly selectedKey: Signal<string | null>;
  readonly selected: ReadonlySignal<Row | null>;
  /** The details of the selected row are shown. */
  readonly detailOpen: Signal<boolean>;
  /** Moves the selection through the rows that are shown; a number moves by so many rows. */
  move(to: number | 'first' | 'last'): void;
}

/** The rollout in numbers and in one sentence. */
export interface SummaryStore {
  readonly summary: ReadonlySignal<RolloutSummary>;
  readonly answer: ReadonlySignal<string>;
  /** Whether the filter narrows the table to this outcome of this route. */
  isNarrowedTo(route: Route, outcome: Outcome): boolean;
  /** Narrows the table to one outcome of one route, or widens it again. */
  toggleOutcome(route: Route, outcome: Outcome): void;
}

export type ColumnId = 'url' | 'today' | 'cookies' | 'header' | 'preflight' | 'tier' | 'status' | 'started';

/** Remembered in `storage.local`; read through a schema. */
export interface SettingsStore {
  readonly columnWidths: Signal<Readonly<Partial<Record<ColumnId, number>>>>;
  readonly hiddenColumns: Signal<readonly ColumnId[]>;
  readonly detailWidth: Signal<number>;
  readonly judgeFor: Signal<JudgeFor>;
  readonly theme: ReadonlySignal<'light' | 'dark'>;
}

/** Verdicts that are being renewed after the agent or the pattern changed; `null`: all are up to date. */
export interface JudgingProgress {
  readonly done: number;
  readonly total: number;
}

/** What every session has, recorded here or read from a file: calls, and by what they are judged. */
export interface SessionStore {
  readonly page: PageStore;
  readonly pattern: PatternStore;
  readonly table: TableStore;
  readonly summary: SummaryStore;
  readonly engines: EnginesStore;
  readonly settings: SettingsStore;
  readonly judging: ReadonlySignal<JudgingProgress | null>;
  readonly evidence: EvidenceStore;
}

/** The session of the inspected page, with all that only a live page allows. */
export interface PanelStore extends SessionStore {
  readonly kind: 'live';
  readonly recording: RecordingStore;
  readonly access: AccessStore;
  readonly hook: HookStore;
  readonly probe: ProbeStore;
  readonly cookieJar: CookieJarStore;
  readonly trial: TrialStore;
}
