import type { ReadonlySignal } from '@preact/signals';
import { buildReport, hostsOf, toHar } from '../../../core';
import type { CrosslinkSession, Engine, Gap, Report, Rollout } from '../../../core';
import type { Judged } from '../judged/judged';
import type { Row } from '../types';
import type { EvidenceStore, StandingCall } from './types';

export interface EvidenceOptions {
  /** The one judged for. */
  readonly engine: ReadonlySignal<Engine>;
  readonly calls: JudgedCalls;
  readonly session: ReadonlySignal<CrosslinkSession>;
  /** What could not be read of the session. */
  readonly problems: () => Report['problems'];
  readonly gaps: () => readonly Gap[];
  /** ms since the epoch */
  readonly clock: () => number;
}

interface JudgedCalls {
  readonly all: ReadonlyMap<string, Judged>;
  readonly rollout: Pick<Rollout, 'endpoints'>;
}

export function createEvidenceStore(options: EvidenceOptions): EvidenceStore {
  const { engine, calls, session, problems, gaps, clock } = options;
  const judged = (): readonly Judged[] =>
    [...calls.all.values()]
      .filter(({ exchange }) => exchange.api !== 'agent-beacon')
      .toSorted((a, b) => a.exchange.startedAt - b.exchange.startedAt);

  return {
    engine,
    report: () => {
      const { pageUrl, agent, pattern, traceContextDraft } = session.peek();
      return buildReport(judged(), {
        pageUrl,
        agent,
        engine: engine.peek(),
        pattern,
        traceContextDraft,
        generatedAt: new Date(clock()).toISOString(),
        problems: problems(),
        gaps: gaps(),
      });
    },
    hosts: () => hostsOf({ endpoints: calls.rollout.endpoints() }),
    har: ({ redact }) => toHar({ judged: judged(), session: session.peek() }, { redact }),
    standingCall: (row) => standingCall(row, calls.all),
  };
}

function standingCall(row: Row, all: ReadonlyMap<string, Judged>): StandingCall | null {
  switch (row.kind) {
    case 'navigation':
      return null;
    case 'exchange':
    case 'preflight':
      return all.get(row.exchange.id) ?? null;
    case 'endpoint': {
      const members = row.endpoint.exchanges.flatMap((id) => all.get(id) ?? []);
      const { outcome } = row.endpoint.verdicts.header;
      return members.find(({ verdicts }) => verdicts.header.outcome === outcome) ?? members[0] ?? null;
    }
  }
}
