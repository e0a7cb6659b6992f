/** Longer arguments are rare, and keeping them would keep their memory. */
const longest = 500;

/**
 * Keeps the results of a pure function by its argument, at most `capacity` of them: a log holds far more URLs than hosts,
 * and working each host out again would cost more than all other work on an entry.
 */
export function remember<T>(capacity: number, compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const hit = known.get(key);
    if (hit !== undefined || known.has(key)) return hit as T;
    const result = compute(key);
    if (key.length > longest) return result;
    if (known.size >= capacity) known.clear();
    known.set(key, result);
    return result;
  };
}
