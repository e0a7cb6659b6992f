import type { Exchange, Fact } from '../../../core';
import type { TierState } from '../../store/types';
import { durationText, preciseClockTime } from '../text/clock-time';

/** A line of the Facts tab: what is known, and where from; or why it is not known. */
export interface FactLine {
  readonly name: string;
  readonly value: string | null;
  readonly source: string;
}

const log = 'network log';
const hook = 'page hook';

/** All fields of an exchange that are no headers. */
export function exchangeFacts(exchange: Exchange, tier: TierState | null): readonly FactLine[] {
  const lines: FactLine[] = [
    { name: 'URL', value: exchange.url, source: log },
    factLine('URL as the script passed it', exchange.rawUrl, (value) => value),
    { name: 'Method', value: exchange.method, source: log },
    { name: 'Made by', value: exchange.api, source: exchange.hook?.api === exchange.api ? hook : log },
    { name: 'Initiator’s origin', value: exchange.initiatorOrigin, source: log },
    exchange.documentUrl !== null && exchange.hook?.documentUrl === exchange.documentUrl
      ? { name: 'Document', value: exchange.documentUrl, source: hook }
      : logLine('Document', exchange.documentUrl),
    logLine('Top-level page', exchange.pageUrl),
    factLine('Credentials', exchange.credentials, (value) => value),
    factLine('Mode', exchange.mode, (value) => value),
    factLine('Listener on xhr.upload', exchange.uploadListener, (value) => (value ? 'yes' : 'no')),
    {
      name: 'Answered by a service worker',
      value: exchange.servedByServiceWorker ? 'yes' : 'no',
      source: log,
    },
    { name: 'Browser’s error', value: exchange.error ?? 'none', source: log },
  ];
  if (tier !== null) {
    lines.push({
      name: 'OneAgent on the first tier',
      value: tier === 'seen' ? 'seen' : 'not seen',
      source: 'response headers',
    });
  }
  return lines;
}

/** When each message went out and how long it took. */
export function exchangeTimes(exchange: Exchange): readonly FactLine[] {
  const several = exchange.hops.length > 1;
  const hops = exchange.hops.flatMap((hop, index) => {
    const suffix = several ? ` ${index + 1}` : '';
    const request = timeLine(`Request${suffix}`, hop.startedAt, hop.duration);
    if (hop.preflight === null) return [request];
    return [timeLine(`Preflight${suffix}`, hop.preflight.startedAt, hop.preflight.duration), request];
  });
  return [...hops, timeLine('Whole call', exchange.startedAt, exchange.duration)];
}

function timeLine(name: string, startedAt: number, duration: number): FactLine {
  return { name, value: `${preciseClockTime(startedAt)}, took ${durationText(duration)}`, source: log };
}

function logLine(name: string, value: string | null): FactLine {
  return { name, value, source: value === null ? 'the network log does not tell' : log };
}

function factLine<T>(name: string, fact: Fact<T>, words: (value: T) => string): FactLine {
  return fact.known
    ? { name, value: words(fact.value), source: fact.source }
    : { name, value: null, source: fact.why };
}
