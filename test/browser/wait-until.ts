const pollMs = 25;
const patienceMs = 30_000;

/** For `expect.poll`, which says what the last value was. */
export const soon = { interval: pollMs, timeout: patienceMs };

/** The first truthy value of the condition; rejects with the condition's own error, or when the time (ms) is over. */
export async function waitUntil<Value>(
  what: string,
  condition: () => Promise<Value>,
  timeoutMs = patienceMs,
): Promise<NonNullable<Value>> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error(`not within ${timeoutMs} ms: ${what}`);
}
