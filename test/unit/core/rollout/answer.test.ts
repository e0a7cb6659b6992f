import { expect, test } from 'vitest';
import { rolloutAnswer } from '../../../../src/core/rollout/answer';
import type { OutcomeCounts, RolloutSummary } from '../../../../src/core/rollout/types';

const none: OutcomeCounts = { links: 0, breaks: 0, unlinked: 0, cannot: 0, unknown: 0 };
const withHeader = (header: Partial<OutcomeCounts>): RolloutSummary => ({
  today: none,
  cookies: none,
  header: { ...none, ...header },
  addedPreflights: { cookies: 0, header: 0 },
  preflightCost: null,
});

test.each<[Partial<OutcomeCounts>, string]>([
  [{}, 'Nothing recorded yet.'],
  [{ breaks: 2, links: 3 }, 'Not yet: 2 endpoints would break on the header route.'],
  [{ breaks: 1 }, 'Not yet: 1 endpoint would break on the header route.'],
  [
    { unknown: 1, links: 2 },
    'Not sure yet: nobody has asked 1 endpoint about x-dtc. 2 endpoints would link.',
  ],
  [{ links: 2 }, 'Ready: 2 endpoints would link on the header route, none would break.'],
  [
    { links: 2, unlinked: 1 },
    'Safe: 2 endpoints would link on the header route, none would break; 1 would stay as it is.',
  ],
  [
    { unlinked: 3, cannot: 1 },
    'Safe but without effect: none of 4 endpoints would link on the header route.',
  ],
  [{ cannot: 2 }, 'Out of reach: all 2 endpoints cannot link on the header route.'],
])('%j → %s', (counts, answer) => {
  expect(rolloutAnswer(withHeader(counts))).toBe(answer);
});
