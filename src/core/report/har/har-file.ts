import type { Exchange } from '../../exchange/types';
import type { HarHeader, HarInitiator, HarPage } from '../../exchange/har';
import type { ReportVerdicts } from '../types';
import type { CrosslinkSession } from './crosslink-session';

/** HTTP Archive 1.2 as Crosslink writes it: every field that the format requires is there. */
export interface HarFile {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: 'Crosslink'; readonly version: string };
    readonly pages: readonly HarFilePage[];
    readonly entries: readonly HarFileEntry[];
    readonly _crosslink: CrosslinkSession & { readonly formatVersion: 1 };
  };
}

export interface HarFilePage extends Required<HarPage> {
  readonly pageTimings: Readonly<Record<string, never>>;
}

interface NameValue extends Required<HarHeader> {
  readonly name: string;
  readonly value: string;
}

/** What Crosslink knows of a call beside its entries. */
export interface EntryNote {
  readonly id: string;
  readonly verdicts: ReportVerdicts;
  /** What a live trial did to it: without that, a call which the trial made fail would be read as failing by itself. */
  readonly trial?: NonNullable<Exchange['trial']>;
}

export interface HarFileEntry {
  readonly pageref?: string;
  readonly startedDateTime: string;
  /** ms */
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly NameValue[];
    readonly headers: readonly NameValue[];
    readonly queryString: readonly NameValue[];
    readonly headersSize: -1;
    readonly bodySize: -1;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly NameValue[];
    readonly headers: readonly NameValue[];
    readonly content: { readonly size: number; readonly mimeType: string };
    readonly redirectURL: string;
    readonly headersSize: -1;
    readonly bodySize: -1;
    readonly _error: string | null;
    readonly _fetchedViaServiceWorker?: true;
    readonly _serviceWorkerResponseSource?: string;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: 0; readonly wait: number; readonly receive: 0 };
  readonly _resourceType?: string;
  readonly _initiator?: HarInitiator;
  /** On the entry that began a call. */
  readonly _crosslink?: EntryNote;
}
