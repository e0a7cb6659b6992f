import type { ReadonlySignal } from '@preact/signals';
import type { Cookie } from '../../../core';

/** The RUM cookies that the browser holds for the page and what it calls. */
export type CookieJarState =
  | { readonly kind: 'no-access' | 'reading' }
  | { readonly kind: 'read'; readonly cookies: readonly Cookie[]; readonly missing: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string };

export interface CookieJarStore {
  readonly jar: ReadonlySignal<CookieJarState>;
  /** Reads the jar again. */
  refresh(): void;
}
