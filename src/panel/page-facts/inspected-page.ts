import type { Devtools } from 'webextension-polyfill';
import { agentReadPlan, rumCookieNames } from '../../core';
import { parsePageReading, type PageReading } from './page-reading';
import { readInPage, type ReadingPlan } from './read-in-page';

export type PageAnswer =
  { readonly ok: true; readonly reading: PageReading } | { readonly ok: false; readonly error: string };

/** The page that devtools inspects, as far as the panel deals with it. */
export interface InspectedPage {
  read(): Promise<PageAnswer>;
  reload(): void;
}

const plan: ReadingPlan = { agent: agentReadPlan, cookieNames: Object.values(rumCookieNames('')) };

/** Always the same text: nothing of a page ever becomes part of the code. */
const expression = `(${readInPage.toString()})(${JSON.stringify(plan)})`;

export function inspectedPage(inspectedWindow: Devtools.Static['inspectedWindow']): InspectedPage {
  return {
    read: async () => {
      try {
        const [value, failure] = await inspectedWindow.eval(expression);
        if (failure) return { ok: false, error: messageOf(failure) };
        const reading = parsePageReading(value);
        return reading === null
          ? { ok: false, error: 'The page gave an answer that cannot be read.' }
          : { ok: true, reading };
      } catch (error) {
        return { ok: false, error: error instanceof Error ? error.message : messageOf(error) };
      }
    },
    reload: () => void inspectedWindow.reload(),
  };
}

/** Chromium tells `{ isError, code, description, details }` or `{ isException, value }`, Firefox the latter. */
function messageOf(failure: unknown): string {
  if (typeof failure === 'object' && failure !== null) {
    for (const key of ['value', 'description', 'code', 'message'] as const) {
      const text: unknown = (failure as Record<string, unknown>)[key];
      if (typeof text === 'string' && text !== '') return text;
    }
  }
  return String(failure);
}
