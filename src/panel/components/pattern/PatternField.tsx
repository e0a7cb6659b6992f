import type { PatternStore } from '../../store/types';
import { plural } from '../text/plural';
import { ErrorIcon } from '../icons/sign-icons';
import './pattern.css';

/** The cross-origin pattern: edited here, the header route is judged by it at once. Nothing on the page changes. */
export function PatternField({ pattern }: { pattern: PatternStore }) {
  const error = pattern.error.value;
  const deployed = pattern.deployed.value;
  return (
    <section class="pattern" aria-label="Cross-origin pattern">
      <label
        class="pattern-label"
        for="pattern-text"
        title="Regex of “Enable Real User Monitoring for cross-origin XHR calls”"
      >
        x-dtc pattern
      </label>
      <input
        id="pattern-text"
        class="field pattern-text code"
        type="text"
        spellcheck={false}
        autocomplete="off"
        placeholder={deployed === null ? 'none is set: type one to try it' : ''}
        aria-invalid={error !== null}
        aria-describedby={error === null ? 'pattern-counts' : 'pattern-error'}
        value={pattern.text.value}
        onInput={(event) => pattern.edit(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !pattern.isDraft.value) return;
          event.stopPropagation();
          pattern.revert();
        }}
      />
      {pattern.isDraft.value && (
        <span class="pattern-draft">
          <span class="draft-mark">draft</span>
          <button
            type="button"
            class="link-button"
            onClick={pattern.revert}
            title={deployed ?? 'none is deployed'}
          >
            {deployed === null ? 'Discard' : 'Back to deployed'}
          </button>
        </span>
      )}
      {error === null ? (
        <PatternCounts counts={pattern.counts.value} />
      ) : (
        <span id="pattern-error" class="pattern-error" role="alert">
          <ErrorIcon />
          {error}
        </span>
      )}
    </section>
  );
}

function PatternCounts({ counts }: { counts: PatternStore['counts']['value'] }) {
  const { matched, unmatched, breaks } = counts;
  if (matched + unmatched === 0) return <span id="pattern-counts" />;
  return (
    <span id="pattern-counts" class="pattern-counts" role="status">
      <span>{plural(matched, 'call matches', 'calls match')}</span>
      <span class="subtle">{plural(unmatched, 'does not', 'do not')}</span>
      {breaks > 0 && (
        <span data-outcome="breaks" class="pattern-breaks">
          <ErrorIcon />
          {breaks.toLocaleString('en-US')} would break
        </span>
      )}
    </span>
  );
}
