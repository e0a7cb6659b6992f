import type { PatternStore } from '../../store/pattern/types';
import { purposeTitles } from './purpose-words';

/** Says which drafts of the agent's other patterns the verdicts go by, too; each leads to its pattern. */
export function OtherDrafts({ pattern }: { pattern: PatternStore }) {
  return pattern.otherDrafts.value.map((purpose) => (
    <button
      key={purpose}
      type="button"
      class="other-draft"
      title="The verdicts go by this draft, too; click to see it"
      onClick={() => pattern.choosePurpose(purpose)}
    >
      + draft of {purposeTitles[purpose]}
    </button>
  ));
}
