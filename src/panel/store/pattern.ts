import { computed, type ReadonlySignal } from '@preact/signals';
import * as v from 'valibot';
import { registrableDomain, type AgentProfile } from '../../core';
import type { PatternCounts } from './judged/pattern-tally';
import type { PatternTest } from './judged/judged';
import { persisted, type SettingsStorage } from './settings/persisted';
import type { PatternStore } from './types';

const mostDrafts = 200;
const longestDraft = 20_000;

type Drafts = Readonly<Record<string, string>>;
const drafts = v.record(v.string(), v.pipe(v.string(), v.maxLength(longestDraft)));

export interface PatternOptions {
  readonly storage: SettingsStorage;
  readonly url: ReadonlySignal<string | null>;
  readonly agent: ReadonlySignal<AgentProfile | null>;
  readonly counts: ReadonlySignal<PatternCounts>;
}

/** One draft per site, remembered beside what is deployed; a draft that equals the deployed pattern is none. */
export function createPatternStore({ storage, url, agent, counts }: PatternOptions): PatternStore {
  const bySite = persisted<Drafts>(storage, 'pattern-drafts', drafts, {});
  const site = computed(() => siteOf(url.value));
  const deployed = computed(() => agent.value?.correlation?.pattern ?? null);
  const draft = computed(() => {
    const own = Object.hasOwn(bySite.value, site.value) ? bySite.value[site.value] : undefined;
    return own === undefined || own === (deployed.value ?? '') ? null : own;
  });
  const text = computed(() => draft.value ?? deployed.value ?? '');

  const withoutOwn = (): [string, string][] =>
    Object.entries(bySite.value).filter(([name]) => name !== site.value);

  return {
    text,
    deployed,
    isDraft: computed(() => draft.value !== null),
    error: computed(() => {
      const result = compilePattern(text.value);
      return typeof result === 'string' ? result : null;
    }),
    counts,
    edit: (next) => {
      const entries = [...withoutOwn(), [site.value, next.slice(0, longestDraft)] as const];
      bySite.value = Object.fromEntries(entries.slice(-mostDrafts));
    },
    revert: () => {
      bySite.value = Object.fromEntries(withoutOwn());
    },
  };
}

/** As the agent tests it: unanchored, without regard to case. An empty or invalid pattern matches nothing. */
export function patternTest(pattern: string): PatternTest {
  const regex = compilePattern(pattern);
  return regex instanceof RegExp ? (url) => regex.test(url) : () => false;
}

/** The engine's message where it does not compile; `null`: there is no pattern. */
function compilePattern(pattern: string): RegExp | string | null {
  if (pattern === '') return null;
  try {
    return new RegExp(pattern, 'i');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function siteOf(url: string | null): string {
  if (url === null || !URL.canParse(url)) return '';
  const { hostname } = new URL(url);
  return registrableDomain(hostname) ?? hostname;
}
