/** What a rejected promise said, in words. */
export function failureText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
