import type { Gap } from '../../../core';
import type { RecordingStore } from '../types';

/** What the recorder cannot have seen. */
export function recordingGaps({ since, dropped }: Pick<RecordingStore, 'since' | 'dropped'>): Gap[] {
  const gaps: Gap[] = [];
  const start = since.peek();
  if (start !== null) {
    const iso = new Date(start).toISOString();
    const at = `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
    gaps.push({
      code: 'recording',
      text: `Recording started at ${at}, when devtools opened: earlier requests are not there.`,
    });
  }
  if (dropped.peek() > 0) {
    gaps.push({
      code: 'recording',
      text: `The log was full: its ${dropped.peek()} oldest entries had to go.`,
    });
  }
  return gaps;
}
