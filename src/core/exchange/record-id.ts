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

/** 32-bit FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
