import { agentSourcesFromHtml } from '../agent/sources-from-html';
import { isAgentFile } from '../agent/injection-form';
import type { AgentSources } from '../agent/types';
import type { HarEntry } from '../exchange/har';
import { documentHtml, isDocument } from '../exchange/har-document';
import { originOf } from '../site/origin';

/** What a HAR shows of the page's agent. */
export interface AgentInHar {
  readonly sources: AgentSources;
  /** Of the document that brought the agent; `null`: not known. */
  readonly pageOrigin: string | null;
  /** When the agent's script had arrived, ms since the epoch; `null`: no such entry. */
  readonly readyAt: number | null;
  /** When the page's document was requested, ms since the epoch; `null`: no such entry. */
  readonly loadStartedAt: number | null;
}

/** Looks for the agent in one entry after the other. */
export interface AgentSearch {
  readonly look: (entry: unknown) => void;
  found(): AgentInHar;
}

/**
 * Looks for the agent where a HAR can hold it: script elements in the document's text (if bodies were recorded), else the
 * address of a script that is an agent's.
 */
export function createAgentSearch(): AgentSearch {
  let scripts: NonNullable<AgentSources['scripts']> = [];
  let pageOrigin: string | null = null;
  let scriptUrl: string | null = null;
  let readyAt: number | null = null;
  let loadStartedAt: number | null = null;
  return {
    look: (entry) => {
      if (!isEntry(entry)) return;
      if (scripts.length === 0) {
        scripts = agentSourcesFromHtml(documentHtml(entry) ?? '').scripts ?? [];
        if (scripts.length > 0) pageOrigin = originOf(textOf(entry.request?.url))?.serialized ?? null;
      }
      if (loadStartedAt === null && isDocument(entry)) loadStartedAt = startOf(entry);
      if (scriptUrl !== null) return;
      const url = textOf(entry.request?.url);
      if (!isAgentFile(url)) return;
      scriptUrl = url;
      const start = startOf(entry);
      readyAt = start === null ? null : start + durationOf(entry);
    },
    found() {
      const byAddress = scripts.length === 0 && scriptUrl !== null;
      return {
        sources: { scripts: byAddress ? [{ src: scriptUrl ?? '', attributes: {} }] : scripts },
        pageOrigin,
        readyAt,
        loadStartedAt,
      };
    },
  };
}

function isEntry(entry: unknown): entry is HarEntry {
  return typeof entry === 'object' && entry !== null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** ms; 0 where it is not told. */
function durationOf({ time }: HarEntry): number {
  return typeof time === 'number' && time > 0 ? time : 0;
}

function startOf(entry: HarEntry): number | null {
  const start = Date.parse(entry.startedDateTime ?? '');
  return Number.isNaN(start) ? null : start;
}
