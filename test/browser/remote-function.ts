/** A function whose source is sent to another realm: it must not close over anything, and its values must be JSON. */
export type RemoteFunction<Args extends unknown[], Value> = (...args: Args) => Value | Promise<Value>;

/**
 * The expression that calls the function with these arguments.
 * `__name` is what esbuild (tsx) wraps named inner functions in.
 */
export function callExpression<Args extends unknown[], Value>(
  fn: RemoteFunction<Args, Value>,
  args: Args,
): string {
  return `(() => { const __name = (f) => f; return (${fn})(...${JSON.stringify(args)}); })()`;
}
