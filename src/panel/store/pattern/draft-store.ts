import { computed, type ReadonlySignal } from '@preact/signals';
import type { SettingsStorage } from '../settings/persisted';
import { persistedRecord } from '../settings/persisted-record';
import {
  activeDraft,
  draftsSchema,
  draftText,
  noDrafts,
  renamed,
  stepped,
  withActive,
  withNewDraft,
  withoutActive,
  withText,
  type Drafts,
} from './drafts';
import type { DraftStore } from './types';

const mostShelves = 200;
/** ms; letters typed faster than this one after another are one step of the history. */
const stepPause = 1000;

export interface DraftStoreOptions {
  readonly storage: SettingsStorage;
  /** What the drafts belong to: each has its own. */
  readonly shelf: ReadonlySignal<string>;
  /** ms of a clock that never goes back. */
  readonly now: () => number;
}

export interface WritableDraftStore extends DraftStore {
  /** The active draft's text; `null`: the deployed pattern is shown. */
  readonly text: ReadonlySignal<string | null>;
  /** The same of another shelf. */
  textOn(shelf: string): string | null;
  /** `typed`: letter by letter, so that what is typed in one go is one step. */
  edit(text: string, typed: boolean): void;
}

/** Several named drafts with their histories, remembered per site and purpose. */
export function createDraftStore({ storage, shelf, now }: DraftStoreOptions): WritableDraftStore {
  const shelves = persistedRecord<Drafts>(storage, 'pattern-workbench', draftsSchema, mostShelves);
  const draftsOn = (name: string): Drafts => shelves.get(name) ?? noDrafts;
  const textOn = (name: string): string | null => {
    const draft = activeDraft(draftsOn(name));
    return draft === null ? null : draftText(draft);
  };
  const own = computed(() => draftsOn(shelf.value));
  const active = computed(() => activeDraft(own.value));
  let typedAt = Number.NEGATIVE_INFINITY;

  const keep = (next: Drafts): void => {
    if (next !== own.peek()) shelves.set(shelf.peek(), next);
  };
  const change = (next: Drafts): void => {
    typedAt = Number.NEGATIVE_INFINITY;
    keep(next);
  };

  return {
    text: computed(() => textOn(shelf.value)),
    textOn,
    names: computed(() => own.value.drafts.map(({ name }) => name)),
    active: computed(() => active.value?.name ?? null),
    canUndo: computed(() => (active.value?.at ?? 0) > 0),
    canRedo: computed(() => active.value !== null && active.value.at < active.value.steps.length - 1),
    edit: (text, typed) => {
      const joined = typed && now() - typedAt < stepPause;
      keep(withText(own.peek(), text, joined));
      typedAt = typed ? now() : Number.NEGATIVE_INFINITY;
    },
    choose: (name) => change(withActive(own.peek(), name)),
    add: (text) => change(withNewDraft(own.peek(), text)),
    rename: (name) => change(renamed(own.peek(), name)),
    remove: () => change(withoutActive(own.peek())),
    undo: () => change(stepped(own.peek(), -1)),
    redo: () => change(stepped(own.peek(), 1)),
  };
}
