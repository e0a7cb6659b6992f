import type { Evidence } from '../../../core';
import { LongText } from './LongText';

/** What a rule saw above what it needs, or in one line where it needs nothing in particular. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const { subject, saw, needed } = evidence;
  const seen = saw === null ? <em>nothing</em> : <LongText text={saw} />;
  if (needed === null) {
    return (
      <div class="evidence evidence-line">
        <span class="subtle">{subject}:</span> {seen}
      </div>
    );
  }
  return (
    <div class="evidence">
      <div class="subtle">{subject}</div>
      <dl class="evidence-values">
        <div>
          <dt>seen</dt>
          <dd>{seen}</dd>
        </div>
        <div>
          <dt>needed</dt>
          <dd>
            <LongText text={needed} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
