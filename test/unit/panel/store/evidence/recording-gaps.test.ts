import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { recordingGaps } from '../../../../../src/panel/store/evidence/recording-gaps';

test('the start of the recording is told as a time that people read', () => {
  const gaps = recordingGaps({ since: signal(Date.UTC(2026, 0, 31, 14, 5, 9, 875)), dropped: signal(0) });
  expect(gaps.map(({ text }) => text)).toEqual([
    'Recording started at 2026-01-31 14:05:09 UTC, when devtools opened: earlier requests are not there.',
  ]);
});

test('a log that was never full, and of which no start is known, has no gap', () => {
  expect(recordingGaps({ since: signal(null), dropped: signal(0) })).toEqual([]);
});
