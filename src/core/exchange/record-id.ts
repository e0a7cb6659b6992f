import { hash } from '../site/map-key';

/**
 * An id made of what identifies an entry, so that reading the same log again, in any order, gives the same ids. Where the
 * hashes of two URLs in one millisecond collide they count as twins.
 */
export function recordId(startedAt: number, method: string, url: string): string {
  return `${startedAt}-${method}-${hash(url)}`;
}

/** Id of the n-th entry of those that agree in all that identifies them; the first has n = 0. */
export function twinId(id: string, n: number): string {
  return n === 0 ? id : `${id}-${n}`;
}
