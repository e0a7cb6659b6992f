import type { Devtools } from 'webextension-polyfill';

export type PageEvaluation =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/**
 * Evaluates an expression, whose value must be an object and no array, in the inspected page. Firefox, and Chromium before
 * it had promises here, answer with `[value, failure]`; Chromium 156 answers with the value and rejects with the failure.
 */
export async function evaluateInPage(
  inspectedWindow: Devtools.Static['inspectedWindow'],
  expression: string,
): Promise<PageEvaluation> {
  try {
    const answer: unknown = await inspectedWindow.eval(expression);
    if (!Array.isArray(answer)) return { ok: true, value: answer };
    const [value, failure] = answer as readonly unknown[];
    return failure ? { ok: false, error: messageOf(failure) } : { ok: true, value };
  } catch (failure) {
    return { ok: false, error: messageOf(failure) };
  }
}

/** `{ isException, value }`, in Chromium also `{ isError, code, description, details }`, or an `Error`. */
function messageOf(failure: unknown): string {
  if (typeof failure === 'object' && failure !== null) {
    for (const key of ['value', 'message', 'description', 'code'] as const) {
      const text: unknown = (failure as Record<string, unknown>)[key];
      if (typeof text === 'string' && text !== '') return text;
    }
  }
  return String(failure);
}
