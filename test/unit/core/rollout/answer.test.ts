import { expect, test } from 'vitest';
import { rolloutAnswer } from '../../../../src/core/rollout/answer';
import type { UnknownCauses } from '../../../../src/core/rollout/unknown-causes';
import type { OutcomeCounts, RolloutSummary } from '../../../../src/core/rollout/types';

const none: OutcomeCounts = { links: 0, breaks: 0, unlinked: 0, cannot: 0, unknown: 0 };
const withHeader = (header: Partial<OutcomeCounts>, unknown: UnknownCauses = {}): RolloutSummary => ({
  today: none,
  cookies: none,
  header: { ...none, ...header },
  unknownOnHeader: unknown,
  addedPreflights: { cookies: 0, header: 0 },
  preflightCost: null,
});

test.each<[Partial<OutcomeCounts>, string]>([
  [{}, 'Nothing recorded yet.'],
  [{ breaks: 2, links: 3 }, 'Not yet: 2 endpoints would break on the header route.'],
  [{ breaks: 1 }, 'Not yet: 1 endpoint would break on the header route.'],
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

test.each<[UnknownCauses, string]>([
  [
    { 'preflight-not-seen': 1, 'preflight-may-vary': 1 },
    'nobody has asked 2 endpoints about the agent’s headers',
  ],
  [{ 'regex-too-slow': 3 }, 'the pattern takes too long on 3 endpoints'],
  [{ 'regex-version-undecided': 1 }, 'how this version of the agent treats 1 endpoint is not known'],
  [{ 'container-version-undecided': 1 }, 'how this version of the agent treats 1 endpoint is not known'],
  [{ 'regex-raw-url-unknown': 1 }, 'the URL as the script passed it is not known for 1 endpoint'],
  [{ 'capture-unknown': 2 }, 'what is known of the agent does not tell for 2 endpoints'],
  [{ 'config-unreadable': 1 }, 'what is known of the agent does not tell for 1 endpoint'],
  [{ 'response-not-seen': 1 }, 'the answer of 1 endpoint was not seen'],
  [{ 'third-party-cookies': 1 }, 'a fact is missing for 1 endpoint'],
  [
    { 'preflight-not-seen': 1, 'regex-too-slow': 1 },
    'nobody has asked 1 endpoint about the agent’s headers; the pattern takes too long on 1 endpoint',
  ],
])('%j is said as it is', (unknown, said) => {
  const total = Object.values(unknown).reduce((sum, count) => sum + count, 0);
  expect(rolloutAnswer(withHeader({ unknown: total, links: 2 }, unknown))).toBe(
    `Not sure yet: ${said}. 2 endpoints would link.`,
  );
});

test.each<[Partial<OutcomeCounts>, string]>([
  [{}, 'Nothing recorded yet.'],
  [{ breaks: 1, links: 3 }, 'Not yet: 1 endpoint would break on the header route.'],
  [{ links: 2, unlinked: 1 }, 'Not yet: the pattern could freeze the page.'],
  [{ unlinked: 3 }, 'Not yet: the pattern could freeze the page.'],
  [{ unknown: 1 }, 'Not yet: the pattern could freeze the page.'],
])('%j with a pattern that nobody should deploy → %s', (counts, answer) => {
  expect(rolloutAnswer(withHeader(counts), 'the pattern could freeze the page')).toBe(answer);
});
