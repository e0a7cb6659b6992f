import type { HeaderSet } from '../agent/link-headers';
import type { Exchange } from './types';

/** How a live trial altered a call: by the header, or by making it credentialed; `null`: it did not. */
export function alteredBy({ trial }: Pick<Exchange, 'trial'>): 'header' | 'cookies' | null {
  switch (trial?.effect.kind) {
    case 'header-added':
      return 'header';
    case 'made-credentialed':
      return 'cookies';
    default:
      return null;
  }
}

/** What a live trial added to a call. */
export function headersOfTrial({ trial }: { readonly trial?: Exchange['trial'] | null }): HeaderSet {
  return trial?.effect.kind === 'header-added' ? trial.effect.headers : [];
}
