import * as v from 'valibot';
import { panelView, type PanelView } from './panel-view';
import type { SlimEntry } from './slim-entry';

/** Raised with every change of these messages: panel and devtools page of different builds must not misread each other. */
export const recorderVersion = 3;

/** Name of the port by which a panel reaches the recorder of its own tab. */
export function recorderPortName(tabId: number): string {
  return `crosslink-recorder-${tabId}`;
}

/** One finished (or still pending) request of the inspected page. */
export interface RecordedEntry {
  readonly kind: 'entry';
  /** Rises with the order in which the entries were first seen. */
  readonly id: number;
  /** A HAR entry without bodies. */
  readonly entry: SlimEntry;
}

/** A new document in the inspected tab. */
export interface RecordedNavigation {
  readonly kind: 'navigation';
  readonly id: number;
  readonly url: string;
  /** `performance.timeOrigin` of the new document, ms since the epoch. */
  readonly at: number;
}

export type RecordedItem = RecordedEntry | RecordedNavigation;

export interface LogCapacity {
  readonly items: number;
  /** Of URLs, headers and stacks, those that items share once. */
  readonly characters: number;
}

export interface RecorderState {
  readonly recording: boolean;
  readonly preserveLog: boolean;
  /** When the recorder started, ms since the epoch. */
  readonly since: number;
  /** Address of the page as of the last navigation; `null`: none was seen. */
  readonly url: string | null;
  /** When the load of that page began, ms since the epoch; `null`: not known yet. */
  readonly loadStartedAt: number | null;
  /** Entries that had to go because the log is full. */
  readonly dropped: number;
  /** Most that the log holds. */
  readonly capacity: LogCapacity;
  /** What could not be read, one sentence each. */
  readonly problems: readonly string[];
}

/** From the recorder to a panel. */
export type RecorderMessage =
  | { readonly type: 'state'; readonly version: number; readonly state: RecorderState }
  /** Forget every item: what follows is the log from its start. */
  | { readonly type: 'reset' }
  /** Forget the items with lower ids: they had to go because the log was full. */
  | { readonly type: 'drop'; readonly before: number }
  /** What the panel before this one had set in its table. */
  | { readonly type: 'view'; readonly view: PanelView }
  /** New items, and known ones (same id) that changed. `remaining`: how many of the log are still to come. */
  | { readonly type: 'items'; readonly items: readonly RecordedItem[]; readonly remaining: number };

/** From a panel to the recorder. */
export type RecorderCommand =
  | { readonly type: 'hello'; readonly version: number }
  | { readonly type: 'set-recording'; readonly on: boolean }
  | { readonly type: 'set-preserve-log'; readonly on: boolean }
  | { readonly type: 'clear' }
  /** Keep this for the next panel. */
  | { readonly type: 'remember'; readonly view: PanelView };

const command = v.variant('type', [
  v.strictObject({ type: v.literal('hello'), version: v.number() }),
  v.strictObject({ type: v.literal('set-recording'), on: v.boolean() }),
  v.strictObject({ type: v.literal('set-preserve-log'), on: v.boolean() }),
  v.strictObject({ type: v.literal('clear') }),
  v.strictObject({ type: v.literal('remember'), view: panelView }),
]);

const state = v.strictObject({
  recording: v.boolean(),
  preserveLog: v.boolean(),
  since: v.number(),
  url: v.nullable(v.string()),
  loadStartedAt: v.nullable(v.number()),
  dropped: v.number(),
  capacity: v.strictObject({ items: v.number(), characters: v.number() }),
  problems: v.array(v.string()),
});

const item = v.variant('kind', [
  // The recorder built the entry field by field from what the browser gave; walking it again would cost every new row.
  v.strictObject({ kind: v.literal('entry'), id: v.number(), entry: v.custom<SlimEntry>(isObject) }),
  v.strictObject({ kind: v.literal('navigation'), id: v.number(), url: v.string(), at: v.number() }),
]);

const message = v.variant('type', [
  v.strictObject({ type: v.literal('state'), version: v.literal(recorderVersion), state }),
  v.strictObject({ type: v.literal('reset') }),
  v.strictObject({ type: v.literal('drop'), before: v.number() }),
  v.strictObject({ type: v.literal('view'), view: panelView }),
  v.strictObject({ type: v.literal('items'), items: v.array(item), remaining: v.number() }),
]);

/** `null`: not a command of this version. */
export function parseRecorderCommand(value: unknown): RecorderCommand | null {
  const result = v.safeParse(command, value);
  return result.success ? result.output : null;
}

/** `null`: not a message of this version. */
export function parseRecorderMessage(value: unknown): RecorderMessage | null {
  const result = v.safeParse(message, value);
  return result.success ? result.output : null;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
