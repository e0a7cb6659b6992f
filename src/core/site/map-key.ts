/** V8 tells longer texts apart by their length alone: a Map of many such keys compares each with all the others. */
const longest = 16_000;
const keptOfBeginning = 500;

/** What a text, however long, is kept under in a Map: itself, or of a long one the length, a hash and the beginning. */
export function mapKey(text: string): string {
  if (text.length <= longest) return text;
  return `${text.length} ${hash(text)} ${text.slice(0, keptOfBeginning)}`;
}

/** 32-bit FNV-1a over UTF-16 code units. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
