import * as v from 'valibot';

const longestText = 20_000;
const mostSteps = 60;
const mostDrafts = 20;

/** A named pattern with its history; `at` is the step that is shown. */
export interface Draft {
  readonly name: string;
  readonly steps: readonly string[];
  readonly at: number;
}

/** The drafts of one site for one purpose; `active`: the one in the field, `null`: the deployed pattern. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly active: string | null;
}

const draftSchema = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
    steps: v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(longestText))),
      v.minLength(1),
      v.maxLength(mostSteps),
    ),
    at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.check(({ steps, at }) => at < steps.length),
);

/** As drafts are stored. */
export const draftsSchema = v.object({
  drafts: v.pipe(v.array(draftSchema), v.maxLength(mostDrafts)),
  active: v.nullable(v.string()),
});

export const noDrafts: Drafts = { drafts: [], active: null };

export function activeDraft({ drafts, active }: Drafts): Draft | null {
  return drafts.find(({ name }) => name === active) ?? null;
}

export function draftText({ steps, at }: Draft): string {
  return steps[at] ?? '';
}

/**
 * A new text in the active draft, or in a new one where the deployed pattern was shown. `joined`: part of the same step as the
 * text before it, as letters that are typed one after another are. What had been undone is gone.
 */
export function withText(all: Drafts, text: string, joined: boolean): Drafts {
  const cut = text.slice(0, longestText);
  const draft = activeDraft(all);
  if (draft === null) return withNewDraft(all, cut);
  if (cut === draftText(draft)) return all;
  const kept = draft.steps.slice(0, joined && draft.at > 0 ? draft.at : draft.at + 1);
  const steps = [...kept, cut].slice(-mostSteps);
  return withDraft(all, { ...draft, steps, at: steps.length - 1 });
}

/** A further draft, which becomes the active one; the oldest goes where there are too many. */
export function withNewDraft(all: Drafts, text: string): Drafts {
  const name = freeName(all);
  const draft = { name, steps: [text.slice(0, longestText)], at: 0 };
  return { drafts: [...all.drafts, draft].slice(-mostDrafts), active: name };
}

export function withActive(all: Drafts, name: string | null): Drafts {
  return { ...all, active: all.drafts.some((draft) => draft.name === name) ? name : null };
}

/** Gives the active draft another name; one that is taken or empty changes nothing. */
export function renamed(all: Drafts, name: string): Drafts {
  const draft = activeDraft(all);
  const next = name.trim().slice(0, 80);
  if (draft === null || next === '' || all.drafts.some((other) => other.name === next)) return all;
  return {
    drafts: all.drafts.map((other) => (other === draft ? { ...draft, name: next } : other)),
    active: next,
  };
}

/** Without the active draft; the deployed pattern is shown then. */
export function withoutActive(all: Drafts): Drafts {
  return { drafts: all.drafts.filter(({ name }) => name !== all.active), active: null };
}

/** The active draft one or more steps back (negative) or forth, as far as there are any. */
export function stepped(all: Drafts, by: number): Drafts {
  const draft = activeDraft(all);
  if (draft === null) return all;
  const at = Math.min(Math.max(draft.at + by, 0), draft.steps.length - 1);
  return withDraft(all, { ...draft, at });
}

function withDraft(all: Drafts, draft: Draft): Drafts {
  return { ...all, drafts: all.drafts.map((other) => (other.name === draft.name ? draft : other)) };
}

function freeName({ drafts }: Drafts): string {
  const names = new Set(drafts.map(({ name }) => name));
  let number = 1;
  while (names.has(`Draft ${number}`)) number += 1;
  return `Draft ${number}`;
}
