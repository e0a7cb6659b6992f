import * as v from 'valibot';
import type { AgentProfile } from '../../agent/profile';
import type { Engine } from '../../fetch/types';
import type { Har } from '../../exchange/har';
import type { TraceContextDraft } from '../../verdict/types';
import { agentSchema, engineSchema } from '../report-schema';

/** What a session knew beside its entries; Crosslink writes it into the HARs that it exports (`log._crosslink`). */
export interface CrosslinkSession {
  readonly pageUrl: string | null;
  readonly agent: AgentProfile | null;
  readonly engine: Engine;
  /** The pattern that the reader chose, decoded; `null`: the deployed one is in force. */
  readonly pattern: string | null;
  /** The same for the New RUM Experience; left out: as deployed. */
  readonly traceContextDraft?: TraceContextDraft | undefined;
  /** ms since the epoch */
  readonly agentReadyAt: number | null;
  /** ms since the epoch */
  readonly loadStartedAt: number | null;
}

const session = v.object({
  formatVersion: v.literal(1),
  pageUrl: v.nullable(v.string()),
  agent: v.nullable(agentSchema),
  engine: engineSchema,
  pattern: v.nullable(v.string()),
  traceContextDraft: v.optional(
    v.object({ inclusions: v.optional(v.string()), exclusions: v.optional(v.string()) }),
  ),
  agentReadyAt: v.nullable(v.number()),
  loadStartedAt: v.nullable(v.number()),
});

/** The session in a HAR of Crosslink; `null`: another tool wrote it, another version, or it was spoilt. */
export function readCrosslinkSession(har: Har): CrosslinkSession | null {
  const log = (har as { log?: { _crosslink?: unknown } } | null)?.log;
  const result = v.safeParse(session, log?._crosslink);
  if (!result.success) return null;
  const { formatVersion: _, ...read } = result.output;
  return read;
}
