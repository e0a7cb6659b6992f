import type { PageCall, PageOutcome } from '../call/page-call';

/** A browser without extensions or devtools, whose answers are the truth. */
export interface OracleBrowser {
  readonly engine: 'chromium' | 'firefox';
  /** Name and version. */
  readonly version: string;
  /** Opens the URL in the tab, as a user would by the address bar; resolves with the URL that it came to. */
  open(url: string): Promise<string>;
  /** Lets the runner in the tab's document make the calls. */
  runCalls(calls: readonly PageCall[]): Promise<readonly PageOutcome[]>;
  clearCookies(): Promise<void>;
  close(): Promise<void>;
}

export interface OraclePorts {
  readonly httpPort: number;
  readonly httpsPort: number;
}

/** Calls under way at once: enough to keep two cores busy, below the browsers' limits per host. */
export const concurrency = 16;
