import type { InspectedPage, PageAnswer } from '../../../../src/panel/page-facts/inspected-page';
import type { PageReading } from '../../../../src/panel/page-facts/page-reading';

const agentScript = 'https://app.shop.test/ruxitagentjs_ICA7NVfgqrux_10337260504112723.js';

/** A page with an agent whose deployed pattern is the one given; `null`: no agent. */
export function reading(pattern: string | null, more: Partial<PageReading> = {}): PageReading {
  const attributes = { 'data-dtconfig': `app=ea7c4b59f27d43eb|featureHash=ICA7NVfgqrux|chw=${pattern}` };
  return {
    url: 'https://app.shop.test/',
    origin: 'https://app.shop.test',
    complete: true,
    loadStartedAt: 500,
    scriptsReadyAt: new Map([[agentScript, 600]]),
    rumCookies: ['dtCookie'],
    sources: { scripts: pattern === null ? [] : [{ src: agentScript, attributes }], storage: {}, live: null },
    ...more,
  };
}

export interface FakePage extends InspectedPage {
  readonly questions: number;
  readonly reloads: number;
  answer: PageAnswer;
}

export function createFakePage(first: PageReading): FakePage {
  let questions = 0;
  let reloads = 0;
  const page: FakePage = {
    answer: { ok: true, reading: first },
    read: async () => {
      questions += 1;
      return page.answer;
    },
    reload: () => {
      reloads += 1;
    },
    get questions() {
      return questions;
    },
    get reloads() {
      return reloads;
    },
  };
  return page;
}
