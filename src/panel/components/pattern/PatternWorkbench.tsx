import type { PatternStore } from '../../store/pattern/types';
import { ChevronIcon, WandIcon } from '../icons/control-icons';
import { CopyPattern } from './CopyPattern';
import { DraftBar, DraftChoice } from './DraftBar';
import { FindingBadge } from './FindingBadge';
import { FindingList } from './FindingList';
import { PatternField } from './PatternField';
import { OtherDrafts } from './OtherDrafts';
import { PatternLayer } from './PatternLayer';
import { patternPieces } from './pattern-pieces';
import { purposeMeanings, purposeTitles } from './purpose-words';
import { ReachCounts } from './ReachCounts';
import { SuggestPanel } from './SuggestPanel';
import './workbench.css';

/** The agent's pattern in one line that opens into the workbench. Nothing on the page changes by what is done here. */
export function PatternWorkbench({ pattern }: { pattern: PatternStore }) {
  const open = pattern.isOpen.value;
  return (
    <section class="pattern" aria-label="Cross-origin pattern" data-open={open}>
      <div class="pattern-line">
        <button
          type="button"
          class="icon-button pattern-toggle"
          aria-label="Pattern workbench"
          aria-expanded={open}
          aria-controls="pattern-bench"
          title="Pattern workbench: lint, drafts, copy, suggest"
          onClick={() => (pattern.isOpen.value = !open)}
        >
          <ChevronIcon open={open} />
        </button>
        <PatternLabel pattern={pattern} />
        <PatternField pattern={pattern} />
        <FindingBadge pattern={pattern} />
        <DraftChoice pattern={pattern} />
        <OtherDrafts pattern={pattern} />
        <ReachCounts pattern={pattern} all={open} />
      </div>
      <div id="pattern-bench" class="pattern-bench" hidden={!open}>
        {open && <Bench pattern={pattern} />}
      </div>
    </section>
  );
}

function PatternLabel({ pattern }: { pattern: PatternStore }) {
  const purpose = pattern.purpose.value;
  const purposes = pattern.purposes.value;
  if (purposes.length === 1) {
    return (
      <label class="pattern-label" for="pattern-text" title={purposeMeanings[purpose]}>
        {purposeTitles[purpose]}
      </label>
    );
  }
  return (
    <>
      <select
        class="pattern-choice"
        aria-label="Which pattern"
        title={purposeMeanings[purpose]}
        value={purpose}
        onChange={({ currentTarget }) => {
          const chosen = purposes.find((each) => each === currentTarget.value);
          if (chosen !== undefined) pattern.choosePurpose(chosen);
        }}
      >
        {purposes.map((each) => (
          <option key={each} value={each}>
            {purposeTitles[each]}
          </option>
        ))}
      </select>
      <label class="visually-hidden" for="pattern-text">
        {purposeTitles[purpose]}
      </label>
    </>
  );
}

function Bench({ pattern }: { pattern: PatternStore }) {
  const { suggest } = pattern;
  return (
    <>
      <div class="bench-actions">
        <DraftBar pattern={pattern} />
        <button
          type="button"
          class="text-button suggest-start"
          aria-pressed={suggest.ticking.value}
          onClick={suggest.ticking.value ? suggest.close : suggest.start}
        >
          <WandIcon />
          Suggest
        </button>
      </div>
      <Comparison pattern={pattern} />
      <FindingList pattern={pattern} />
      {suggest.ticking.value ? <SuggestPanel pattern={pattern} /> : <CopyPattern pattern={pattern} />}
    </>
  );
}

/** What is deployed, below a draft that differs from it. */
function Comparison({ pattern }: { pattern: PatternStore }) {
  const deployed = pattern.deployed.value;
  if (!pattern.isDraft.value) return null;
  return (
    <p class="beside-deployed">
      <span class="subtle">Deployed</span>
      {deployed === null ? (
        <span class="subtle">none</span>
      ) : (
        <>
          <span class="visually-hidden">{deployed}</span>
          <PatternLayer pieces={patternPieces(deployed, [])} />
        </>
      )}
    </p>
  );
}
