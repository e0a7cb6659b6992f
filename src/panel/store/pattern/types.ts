import type { ReadonlySignal, Signal } from '@preact/signals';
import type {
  CopyFormat,
  Exchange,
  Finding,
  MatchRange,
  NotSeparated,
  PatternPurpose,
  PatternTarget,
  SuggestionPart,
  SuggestionWarning,
} from '../../../core';
import type { PatternCounts, ReachKind } from '../judged/pattern-tally';
import type { Row } from '../table/row';

/** Named drafts beside the deployed pattern. */
export interface DraftStore {
  readonly names: ReadonlySignal<readonly string[]>;
  /** `null`: the deployed pattern. */
  readonly active: ReadonlySignal<string | null>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Shows a draft, or by `null` the deployed pattern; nothing is lost. */
  choose(name: string | null): void;
  add(text: string): void;
  rename(name: string): void;
  /** Throws the active draft away. */
  remove(): void;
  undo(): void;
  redo(): void;
}

/** A pattern made from the endpoints that were ticked. */
export interface MadeSuggestion {
  readonly pattern: string;
  readonly parts: readonly SuggestionPart[];
  readonly notSeparated: readonly NotSeparated[];
  readonly warnings: readonly SuggestionWarning[];
}

export interface SuggestStore {
  /** Endpoints can be ticked in the table. */
  readonly ticking: ReadonlySignal<boolean>;
  readonly ticked: ReadonlySignal<ReadonlySet<string>>;
  /** `null`: nothing is ticked, or it is being made. */
  readonly suggestion: ReadonlySignal<MadeSuggestion | null>;
  readonly isWorking: ReadonlySignal<boolean>;
  start(): void;
  close(): void;
  toggle(endpoint: string): void;
  clear(): void;
  /** Ticks the endpoints of other origins of which every call would link if it got the header. */
  tickAllThatWouldLink(): void;
  /** For exclusions: the endpoints of which a call would break by the header. */
  tickAllThatWouldBreak(): void;
  /** A call of the endpoint would break by the header, so that it can't be asked for (unless to be excluded). */
  wouldBreak(endpoint: string): boolean;
}

/** The pattern by which the agent picks calls: edited here, tried on what was recorded. Nothing on the page changes. */
export interface PatternStore {
  readonly purpose: ReadonlySignal<PatternPurpose>;
  /** Those that the page's agent has. */
  readonly purposes: ReadonlySignal<readonly PatternPurpose[]>;
  choosePurpose(purpose: PatternPurpose): void;
  readonly target: ReadonlySignal<PatternTarget>;
  /** What the field holds: the active draft, or the deployed pattern. */
  readonly text: ReadonlySignal<string>;
  /** The same of any of the agent's patterns; read as a signal is. */
  textOf(purpose: PatternPurpose): string;
  readonly deployed: ReadonlySignal<string | null>;
  readonly isDraft: ReadonlySignal<boolean>;
  /** The agent's other patterns of which a draft is in force, too. */
  readonly otherDrafts: ReadonlySignal<readonly PatternPurpose[]>;
  /** The engine's message where it does not compile. */
  readonly error: ReadonlySignal<string | null>;
  /** By the last pattern that was tried on all URLs. */
  readonly counts: ReadonlySignal<PatternCounts>;
  /** The counts are of an earlier text: this one is still being tried. */
  readonly isMatching: ReadonlySignal<boolean>;
  readonly findings: ReadonlySignal<readonly Finding[]>;
  readonly copyFormats: ReadonlySignal<readonly CopyFormat[]>;
  readonly drafts: DraftStore;
  readonly suggest: SuggestStore;
  /** The workbench is open below the field. */
  readonly isOpen: Signal<boolean>;
  /** Typed into the field. */
  edit(text: string): void;
  /** Replaced in one step, which can be undone. */
  replace(text: string): void;
  /** Makes the active draft equal to what is deployed, in one step. */
  revert(): void;
  /** What the pattern in force finds in the URL of the call; `null`: nothing, or nothing that can be shown. */
  matchIn(exchange: Exchange): MatchRange | null;
  /** As `matchIn`, in the text that a row shows for its URL. */
  matchInRow(row: Row): { readonly start: number; readonly end: number } | null;
  isNarrowedTo(kind: ReachKind): boolean;
  /** Narrows the table to calls of a kind, or widens it again. */
  toggleNarrowing(kind: ReachKind): void;
}
