import type { ReasonCode } from '../verdict/reason';
import type { CorsFailure } from './types';

/**
 * A rule that does not hold, with what it looked at.
 * @param subject the header or fact, named so that a reader finds it
 */
export function failure(
  reason: ReasonCode,
  subject: string,
  saw: string | null,
  needed: string | null,
  detail: string,
): CorsFailure {
  return { ok: false, reason, detail, evidence: { subject, saw, needed } };
}
