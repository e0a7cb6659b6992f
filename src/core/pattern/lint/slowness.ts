import { finding } from '../findings';
import type { Finding } from '../findings';
import type { LintedPattern } from './lint-context';

/** From here on one test is felt: the agent tests up to six regexes per call, within a frame of 16 ms. */
const slowMs = 2;

/** The pattern took long on a URL of the page, or came to no end. */
export function slownessFindings({ pattern, context }: LintedPattern): readonly Finding[] {
  const { slowest, endedAfter = null } = context;
  if (endedAfter !== null) {
    const detail = `It was ended after ${(endedAfter / 1000).toFixed(1)} s.`;
    return [finding('too-slow', { start: 0, end: pattern.length }, { detail })];
  }
  if (!slowest || slowest.ms < slowMs) return [];
  const detail = `It took ${slowest.ms.toFixed(1)} ms.`;
  return [finding('slow-on-seen-url', { start: 0, end: pattern.length }, { detail, urls: [slowest.url] })];
}
