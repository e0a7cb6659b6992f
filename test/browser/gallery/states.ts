import { sampleAgent } from './sample-agent';
import { manyCalls, sampleCalls } from './sample-calls';
import { sampleCookies } from './sample-cookies';
import type { FakeStoreOptions } from './fake-store';

/** Every state that a panel can be in, as far as its looks depend on it. */
export const galleryStates = {
  calls: {},
  flat: { grouped: false },
  many: { exchanges: manyCalls(4_000), grouped: false },
  nothing: { exchanges: [] },
  paused: { exchanges: [], recording: false },
  connecting: { exchanges: [], connection: 'connecting', agentState: 'reading' },
  lost: { connection: 'lost' },
  'lost-empty': { exchanges: [], connection: 'lost' },
  filtered: { filter: 'outcome:nothing' },
  'bad-filter': {
    filter: '/[/',
    filterError: 'Invalid regular expression: /[/: Unterminated character class',
  },
  'no-agent': { agent: null },
  unreadable: {
    agent: null,
    agentState: 'unreadable',
    agentError: 'Cannot read the page: chrome:// pages may not be inspected',
  },
  'bad-pattern': {
    draft: 'https?://(api|partner\\.',
  },
  draft: { draft: 'api\\.(shop|partner)\\.test' },
  clean: { exchanges: sampleCalls.slice(0, 4), agent: { ...sampleAgent, warnings: [] } },
  busy: {
    judging: { done: 12_400, total: 20_000 },
    dropped: 1250,
    problems: [
      'Entry 17 has no URL and was left out.',
      'The answer of https://api.shop.test/export has a header of 1,048,576 characters.',
    ],
  },
  granted: { site: { granted: 'all', hook: 'observing', cookies: sampleCookies } },
  reload: { site: { granted: 'page', hook: 'reload', cookies: sampleCookies } },
  'no-page-access': { site: { granted: 'impossible' } },
  refused: { site: { question: { kind: 'refused' } } },
  withdrawn: { site: { question: { kind: 'withdrawn', labels: ['*.shop.test'] } } },
  'asked-in-tab': { site: { question: { kind: 'in-tab' } } },
  flooded: { site: { granted: 'all', hook: 'observing', dropped: 1200 } },
  probing: { site: { granted: 'all', hook: 'observing', probing: { done: 3, total: 12 } } },
  'not-probed': { site: { trouble: 'Not all hosts are granted: nothing was sent.' } },
  probed: { site: { granted: 'all', hook: 'observing', probeResult: 'answered' } },
  trial: {
    site: { granted: 'all', hook: 'observing', trial: 'running', tried: true, confirmed: true },
  },
  'trial-over': { site: { granted: 'all', hook: 'observing', trial: 'over', tried: true, confirmed: true } },
  'trial-failed': { site: { trial: 'failed' } },
} as const satisfies Record<string, Partial<FakeStoreOptions>>;

export type GalleryState = keyof typeof galleryStates;

export function isGalleryState(name: string): name is GalleryState {
  return name in galleryStates;
}
