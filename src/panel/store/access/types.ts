import type { ReadonlySignal } from '@preact/signals';

/** A host, or all hosts of a site, that the panel can make use of. */
export interface HostAccess {
  /** Match pattern: `*://*.shop.test/*`. */
  readonly pattern: string;
  /** For people: `*.shop.test`. */
  readonly label: string;
  /** `page`: the site of the inspected page; `called`: a host of another site that it calls. */
  readonly role: 'page' | 'called';
  readonly granted: boolean;
}

/**
 * How far access goes. `impossible`: the page is none of the web's, no access can be asked for it. `partial`: some of the
 * hosts are granted.
 */
export type AccessExtent = 'reading' | 'impossible' | 'none' | 'partial' | 'all';

/**
 * What came of the last question. `prompt`: the browser asks now. `in-tab`: the question is in a tab of its own (Firefox).
 * `refused`: the user said no. `withdrawn`: granted access was taken back, here or in the browser's settings.
 */
export type AccessQuestionState =
  | { readonly kind: 'none' | 'prompt' | 'in-tab' | 'refused' }
  | { readonly kind: 'withdrawn'; readonly labels: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string };

/** Which hosts the extension may reach beyond what every devtools panel may. */
export interface AccessStore {
  /** The page's site first; empty while nothing was read. */
  readonly hosts: ReadonlySignal<readonly HostAccess[]>;
  readonly extent: ReadonlySignal<AccessExtent>;
  /** Granted patterns that this page does not need. */
  readonly others: ReadonlySignal<readonly string[]>;
  readonly question: ReadonlySignal<AccessQuestionState>;
  /** The page's own site is granted: page hook, cookie jar and trial are possible. */
  readonly pageGranted: ReadonlySignal<boolean>;
  /** Must run inside a click or key handler: the browsers answer nothing else. */
  ask(): void;
  /**
   * Asks for the hosts of these URLs where they are missing; true: all are granted. Must be called inside a click or key
   * handler. In Firefox the answer is false until the user has answered in the tab that opens.
   */
  ensure(urls: readonly string[]): Promise<boolean>;
  revoke(patterns: readonly string[]): void;
  dismiss(): void;
}
