import * as v from 'valibot';
import type { AgentSources } from '../../core';

/** What was read in the inspected page at one moment. */
export interface PageReading {
  readonly url: string;
  /** Serialised origin of the page, `'null'` if opaque. */
  readonly origin: string;
  /** The document has loaded: what is missing now will hardly come. */
  readonly complete: boolean;
  /** `performance.timeOrigin`, ms since the epoch. */
  readonly loadStartedAt: number;
  /** By the address of each script: when it could run, ms since the epoch. */
  readonly scriptsReadyAt: ReadonlyMap<string, number>;
  /** Names of the RUM cookies that the page's scripts can read. */
  readonly rumCookies: readonly string[];
  readonly sources: AgentSources;
}

const texts = v.record(v.string(), v.string());

const reading = v.object({
  url: v.string(),
  origin: v.string(),
  complete: v.boolean(),
  loadStartedAt: v.number(),
  rumCookies: v.array(v.string()),
  scripts: v.array(
    v.object({
      src: v.nullable(v.string()),
      attributes: texts,
      text: v.optional(v.string()),
      readyAt: v.nullable(v.number()),
    }),
  ),
  storage: texts,
  live: v.nullable(
    v.object({
      version: v.optional(v.string()),
      config: v.optional(texts),
      modules: v.optional(v.string()),
      enabled: v.optional(v.boolean()),
      disabled: v.optional(v.boolean()),
      disabledReason: v.optional(v.string()),
    }),
  ),
});

/** Checks what a page, which may be hostile, gave for the reading; `null`: it is none. */
export function parsePageReading(value: unknown): PageReading | null {
  const result = v.safeParse(reading, value);
  if (!result.success) return null;
  const { scripts, storage, live, ...facts } = result.output;
  const scriptsReadyAt = new Map<string, number>();
  for (const { src, readyAt } of scripts)
    if (src !== null && readyAt !== null) scriptsReadyAt.set(src, readyAt);
  return { ...facts, scriptsReadyAt, sources: { scripts, storage, live } };
}
