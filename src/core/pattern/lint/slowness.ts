import { finding } from '../findings';
import type { Finding } from '../findings';
import type { LintedPattern } from './lint-context';

/** From here on one test is felt: the agent tests up to six regexes per call, within a frame of 16 ms. */
const slowMs = 2;

/** The pattern took long on a URL of the page. */
export function slownessFindings({ pattern, context: { slowest } }: LintedPattern): readonly Finding[] {
  if (!slowest || slowest.ms < slowMs) return [];
  const detail = `It took ${slowest.ms.toFixed(1)} ms.`;
  return [finding('slow-on-seen-url', { start: 0, end: pattern.length }, { detail, urls: [slowest.url] })];
}
