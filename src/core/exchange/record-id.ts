/**
 * An id made of what identifies an entry, so that reading the same log again, in any order, gives the same ids.
 */
export function recordId(startedAt: number, method: string, url: string): string {
  return `${startedAt.toString(36)}-${hash(method, url).toString(36)}`;
}

/** Id of the n-th entry of those that agree in all that identifies them; the first has n = 0. */
export function twinId(id: string, n: number): string {
  return n === 0 ? id : `${id}-${n}`;
}

/** 53-bit hash by two 32-bit multiplications (cyrb53, public domain). */
function hash(method: string, url: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const part of [method, url]) {
    for (let i = 0; i < part.length; i++) {
      const code = part.charCodeAt(i);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
