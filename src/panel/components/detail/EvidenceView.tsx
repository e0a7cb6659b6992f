import type { Evidence } from '../../../core';
import { LongText } from './LongText';

/** What a rule saw beside what it needs. */
export function EvidenceView({ evidence }: { evidence: Evidence }) {
  return (
    <div class="evidence">
      <div class="evidence-subject">{evidence.subject}</div>
      <dl class="evidence-values">
        <div>
          <dt>seen</dt>
          <dd>{evidence.saw === null ? <em>nothing</em> : <LongText text={evidence.saw} />}</dd>
        </div>
        {evidence.needed !== null && (
          <div>
            <dt>needed</dt>
            <dd>
              <LongText text={evidence.needed} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
