import type { Devtools } from 'webextension-polyfill';
import { agentReadPlan, rumCookieNames } from '../../core';
import { evaluateInPage } from '../../protocol/page-evaluation';
import type { PageReload } from './page-reload';
import { parsePageReading, type PageReading } from './page-reading';
import { readInPage, type ReadingPlan } from './read-in-page';

export type PageAnswer =
  { readonly ok: true; readonly reading: PageReading } | { readonly ok: false; readonly error: string };

/** The page that devtools inspects, as far as the panel deals with it. */
export interface InspectedPage {
  read(): Promise<PageAnswer>;
  /** `script` runs in the new document before everything else; never made of anything that a page gave. */
  readonly reload: PageReload;
}

const plan: ReadingPlan = { agent: agentReadPlan, cookieNames: Object.values(rumCookieNames('')) };

/** Always the same text: nothing of a page ever becomes part of the code. */
const expression = `(${readInPage.toString()})(${JSON.stringify(plan)})`;

export function inspectedPage(
  inspectedWindow: Devtools.Static['inspectedWindow'],
  reload: PageReload,
): InspectedPage {
  return {
    read: async () => {
      const answer = await evaluateInPage(inspectedWindow, expression);
      if (!answer.ok) return answer;
      const reading = parsePageReading(answer.value);
      return reading === null
        ? { ok: false, error: 'The page gave an answer that cannot be read.' }
        : { ok: true, reading };
    },
    reload,
  };
}
