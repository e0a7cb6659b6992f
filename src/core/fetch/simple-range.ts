const simpleRange = /^bytes=(\d+)-(\d*)$/;

/** Whether a Range value names one range with a start, without any whitespace (Fetch, simple range header value). */
export function isSimpleRange(value: string): boolean {
  const match = simpleRange.exec(value);
  if (!match) return false;
  const [, start = '', end = ''] = match;
  return end === '' || BigInt(start) <= BigInt(end);
}
