import { installRunner } from '../call/runner';

/** A document that makes calls on demand, in a tab or in a frame. */
export function runnerDocument(): string {
  // `__name` is what esbuild wraps named inner functions in
  return `<script>(() => { const __name = (f) => f; (${installRunner})(); })();</script>`;
}
